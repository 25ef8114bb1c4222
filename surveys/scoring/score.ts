import { cesInterval } from './intervals/cesInterval.ts'
import { bandCounts, countsOnScale, type Histogram } from './histogram.ts'
import type { Band, Metric } from './metrics.ts'
import { momentsOf, type Moments } from './moments.ts'
import { npsInterval } from './intervals/npsInterval.ts'
import { shareInterval, type Interval } from './intervals/proportion.ts'
import { evidenceLevelOf, type EvidenceLevel } from './evidenceLevel.ts'

export type Score = {
  metric: Metric
  /** NPS −100…100, CSAT 0…100 (%), CES 1…7; unrounded; null without answers. */
  score: number | null
  low: number | null
  high: number | null
  n: number
  bands: Record<Band, number>
  histogram: Histogram
  evidenceLevel: EvidenceLevel
  /** CES only: the percentage (0…100) of answers 5–7 beside the mean. */
  share: ({ score: number } & Interval) | null
  /** How the interval was computed; 'none' without answers. */
  method: Method
}

export const METHODS = ['adjusted-wald', 'tango', 'wilson', 'effective-n-wilson', 'none'] as const
type Method = (typeof METHODS)[number]
type Estimate = Interval & { score: number; method: Method }

/**
 * Computes a score and its 95 % interval; all scores are computed here. Computed for every n ≥ 1, while
 * `evidenceLevel` decides whether it is shown. Without answers, score, low, high and share are null and
 * the method is 'none'.
 * @param histogram answers to one question, value → n, without skipped ones
 * @throws RangeError if a value is off the scale or a count is not a non-negative integer
 * Source: NPS 100·(P − D)/n, Reichheld 2003; interval AW(¾, 3) or Tango (npsInterval.ts).
 *   CSAT % of 4–5 and CES % of 5–7 with Wilson's, corrected by the ends (proportion.ts). CES mean: cesInterval.ts.
 */
export function scoreOf(metric: Metric, histogram: Histogram): Score {
  const moments = momentsOf(metric, histogram)
  const { n } = moments
  const bands = bandCounts(metric, histogram)
  return {
    metric,
    ...(n === 0 ? NO_ESTIMATE : ESTIMATES[metric](bands, moments)),
    n,
    bands,
    histogram: Object.fromEntries(countsOnScale(metric, histogram)),
    evidenceLevel: evidenceLevelOf(n),
    share: n === 0 || metric !== 'ces' ? null : percentage(bands.happy, n),
  }
}

const NO_ESTIMATE = { score: null, low: null, high: null, method: 'none' } as const

const ESTIMATES: Record<Metric, (bands: Record<Band, number>, moments: Moments) => Estimate> = {
  nps: ({ happy, unhappy }, { n, mean }) => {
    const { low, high, method } = npsInterval({ promoters: happy, detractors: unhappy, n })
    return { score: mean, low: 100 * low, high: 100 * high, method }
  },
  csat: ({ happy }, { n }) => ({ ...percentage(happy, n), method: 'wilson' }),
  ces: (_, moments) => ({
    score: moments.mean,
    ...cesInterval(moments),
    method: 'effective-n-wilson',
  }),
}

function percentage(count: number, n: number): { score: number } & Interval {
  const { low, high } = shareInterval(count / n, n)
  return { score: (100 * count) / n, low: 100 * low, high: 100 * high }
}
