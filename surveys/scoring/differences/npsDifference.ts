import { twoSidedP, Z95 } from '../distributions/distributions.ts'
import type { DifferenceTest } from './meanDifference.ts'
import { adjustedWald, type NpsCounts } from '../intervals/npsInterval.ts'

/**
 * Tests the difference of two NPS, after − before: adjusted Wald AW(¾, 3) for each side, then a z test.
 * The three added answers pull both sides towards 0, so `estimate` is slightly smaller than the difference
 * of the scores; `detectable` is the margin, scaled up to undo that.
 * @param before, after n ≥ 1 each
 * @returns all as shares (−2…2); the interval always contains the difference of the scores, and a
 *   difference is significant from `detectable` on
 * Source: Lewis & Sauro 2021 (measuringu.com, three significance tests for the NPS).
 */
export function npsDifference(
  before: NpsCounts,
  after: NpsCounts,
): DifferenceTest & { estimate: number; se: number; z: number } {
  const [was, is] = [adjustedWald(before), adjustedWald(after)]
  const estimate = is.estimate - was.estimate
  const se = Math.sqrt(was.variance + is.variance)
  const margin = Z95 * se
  const difference = scoreShare(after) - scoreShare(before)
  const stretched = (margin * (stretchOf(before) + stretchOf(after))) / 2
  const hold = Math.abs(estimate) > margin ? Math.min : Math.max
  return {
    // Between opposite extremes the pull exceeds the margin: widen to the difference, then clip.
    low: Math.max(-2, Math.min(difference, estimate - margin)),
    high: Math.min(2, Math.max(difference, estimate + margin)),
    p: twoSidedP(estimate / se),
    // With unequal n the scaling is approximate: keep it consistent with the test.
    detectable: hold(stretched, Math.abs(difference)),
    estimate,
    se,
    z: estimate / se,
  }
}

function scoreShare({ promoters, detractors, n }: NpsCounts): number {
  return (promoters - detractors) / n
}

function stretchOf({ n }: NpsCounts): number {
  return (n + 3) / n
}
