import { twoSidedP, Z95 } from './distributions.ts'
import type { DifferenceTest } from './meanDifference.ts'
import { adjustedWald, type NpsCounts } from './npsInterval.ts'

/**
 * Whether two NPS differ, after − before: each side by adjusted Wald AW(¾, 3), then a z test. The
 * three invented answers pull both sides towards 0, so `estimate` is not quite the difference of the
 * scores; `detectable` is the difference of the scores that would just have been significant.
 * @param before, after n ≥ 1 each
 * @returns all as shares (−2…2); the interval always holds the difference of the scores
 * Source: Lewis & Sauro 2021 (measuringu.com, three significance tests for the NPS).
 */
export function npsDifference(
  before: NpsCounts,
  after: NpsCounts,
): DifferenceTest & { estimate: number; se: number; z: number } {
  const [was, is] = [adjustedWald(before), adjustedWald(after)]
  const estimate = is.estimate - was.estimate
  const se = Math.sqrt(was.variance + is.variance)
  const difference = scoreShare(after) - scoreShare(before)
  return {
    // From one extreme to the other the pull is a little more than the margin: stretch, then clip.
    low: Math.max(-2, Math.min(difference, estimate - Z95 * se)),
    high: Math.min(2, Math.max(difference, estimate + Z95 * se)),
    p: twoSidedP(estimate / se),
    detectable: detectableFrom(scoreShare(before), was.estimate, Z95 * se, after.n, difference),
    estimate,
    se,
    z: estimate / se,
  }
}

function scoreShare({ promoters, detractors, n }: NpsCounts): number {
  return (promoters - detractors) / n
}

// How far from the score before the one after must lie for its adjusted estimate to be a margin off:
// on the side where the score went, unless the scale ends before.
function detectableFrom(
  score: number,
  estimate: number,
  margin: number,
  n: number,
  difference: number,
): number {
  const stretch = (n + 3) / n
  const up = (estimate + margin) * stretch
  const down = (estimate - margin) * stretch
  const upwards = difference === 0 ? score <= 0 : difference > 0
  return (upwards && up <= 1) || down < -1 ? up - score : score - down
}
