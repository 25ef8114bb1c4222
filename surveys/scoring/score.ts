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
 * The score of a histogram with its 95 % interval: the only place where a score is computed. It is
 * computed for every n ≥ 1; whether it is shown follows from `evidenceLevel`. An NPS of 0 is a score;
 * without answers there is none: score, low, high and share are null, the method is 'none'.
 * @param histogram answers of one question, value → n; skipped questions are not in it
 * @throws RangeError when a value is not on the scale or a count is not a whole number from 0
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
