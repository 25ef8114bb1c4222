import { cesDifference } from './differences/cesDifference.ts'
import { csatDifference } from './differences/csatDifference.ts'
import { bandCounts, type Histogram } from './histogram.ts'
import type { DifferenceTest } from './differences/meanDifference.ts'
import type { Metric } from './metrics.ts'
import { momentsOf, type Moments } from './moments.ts'
import { npsDifference } from './differences/npsDifference.ts'
import type { NpsCounts } from './intervals/npsInterval.ts'
import type { Part } from './intervals/proportion.ts'
import { evidenceLevelOf } from './evidenceLevel.ts'

export type Comparison = {
  /** after − before in score points, unrounded; null when a side has no answers. */
  difference: number | null
  /** The 95 % interval of the difference. */
  low: number | null
  high: number | null
  p: number | null
  /** The smallest difference, in score points, that would have been significant with these n. */
  detectable: number | null
  verdict: 'up' | 'down' | 'no-change' | 'too-few'
}

/**
 * Tests whether a score has changed by more than chance explains (two-sided, 5 %).
 * @param before, after answers of the same question; no answer may be in both
 * @returns score points. With fewer than 10 answers on either side the verdict is 'too-few', and low,
 *   high, p and detectable are null; the difference is null only if a side is empty.
 * @throws RangeError if a value is off the scale or a count is not a non-negative integer
 * Source: NPS npsDifference.ts, CSAT csatDifference.ts, CES cesDifference.ts.
 */
export function compare(metric: Metric, before: Histogram, after: Histogram): Comparison {
  const [was, is] = [sideOf(metric, before), sideOf(metric, after)]
  const difference = was.n === 0 || is.n === 0 ? null : is.mean - was.mean
  if (difference === null || isTooFew(was) || isTooFew(is)) {
    return { difference, low: null, high: null, p: null, detectable: null, verdict: 'too-few' }
  }
  const { low, high, p, detectable } = TESTS[metric](was, is)
  const verdict = p >= 0.05 ? 'no-change' : difference > 0 ? 'up' : 'down'
  return { difference, low, high, p, detectable, verdict }
}

type Side = Moments & { histogram: Histogram }

function sideOf(metric: Metric, histogram: Histogram): Side {
  return { ...momentsOf(metric, histogram), histogram }
}

function isTooFew({ n }: Side): boolean {
  return !['early', 'full'].includes(evidenceLevelOf(n))
}

const TESTS: Record<Metric, (before: Side, after: Side) => DifferenceTest> = {
  nps: (before, after) => inPoints(npsDifference(npsCounts(before), npsCounts(after))),
  csat: (before, after) => inPoints(csatDifference(satisfied(before), satisfied(after))),
  ces: cesDifference,
}

function inPoints({ low, high, p, detectable }: DifferenceTest): DifferenceTest {
  return { low: 100 * low, high: 100 * high, p, detectable: 100 * detectable }
}

function npsCounts({ histogram, n }: Side): NpsCounts {
  const { unhappy, happy } = bandCounts('nps', histogram)
  return { promoters: happy, detractors: unhappy, n }
}

function satisfied({ histogram, n }: Side): Part {
  return { count: bandCounts('csat', histogram).happy, n }
}
