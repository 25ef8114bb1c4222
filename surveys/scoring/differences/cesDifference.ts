import { bisect } from '../distributions/bisect.ts'
import { asYesNo } from '../intervals/cesInterval.ts'
import { studentQuantile, twoSidedStudentP, Z95 } from '../distributions/distributions.ts'
import type { DifferenceTest } from './meanDifference.ts'
import { SCALES } from '../metrics.ts'
import type { Moments } from '../moments.ts'
import { shareInterval } from '../intervals/proportion.ts'

const WIDTH = SCALES.ces.max - SCALES.ces.min

/**
 * Tests the difference of two CES means, after − before. Combines the intervals of the two means as
 * Newcombe does for two shares. p is 1 − the confidence at which the interval just touches 0, so that
 * interval, p and `detectable` always agree. Each limit has its own degrees of freedom, by Satterthwaite
 * from the two sides' variances.
 * @param before, after n ≥ 2 each, of answers on the scale 1…7; their variances may be 0
 * @returns all in points of the scale, the interval within −6…6
 * Source: Zou & Donner 2008, Statistics in Medicine 27:1693 (two intervals into one of their
 *   difference); the intervals, the degrees of freedom and the test are our own (cesInterval.ts;
 *   coverage and false alarms by simulation in docs/statistics.md).
 */
export function cesDifference(before: Moments, after: Moments): DifferenceTest {
  const difference = (after.mean - before.mean) / WIDTH
  const [down, up] = [margin95(after, before), margin95(before, after)]
  return {
    low: WIDTH * (difference - down),
    high: WIDTH * (difference + up),
    p: difference > 0 ? chanceOf(after, before) : chanceOf(before, after),
    detectable: WIDTH * (difference > 0 ? down : up),
  }
}

/** The margin by which the true difference above − below may be smaller than the observed one. */
function margin95(above: Moments, below: Moments): number {
  const t = studentQuantile(0.975, degreesOfFreedom(above, below))
  return reachOf(above, below, t)
}

function reachOf(above: Moments, below: Moments, t: number): number {
  const [down, up] = reachesOf(above, below, t)
  return Math.sqrt(down * down + up * up)
}

function reachesOf(above: Moments, below: Moments, t: number): [down: number, up: number] {
  // A higher confidence allows for more unobserved answers at the far end.
  const unseen = Math.max(1, (t / Z95) ** 2)
  const [high, low] = [asYesNo(above, unseen), asYesNo(below, unseen)]
  return [
    high.share - shareInterval(high.share, high.n, t).low,
    shareInterval(low.share, low.n, t).high - low.share,
  ]
}

function degreesOfFreedom(above: Moments, below: Moments): number {
  const [down, up] = reachesOf(above, below, Z95).map((reach) => reach ** 2) as [number, number]
  // Both means are at the ends of the scale farthest apart, so neither margin has an error.
  if (down + up === 0) return above.n + below.n - 2
  return (down + up) ** 2 / (down ** 2 / (above.n - 1) + up ** 2 / (below.n - 1))
}

function chanceOf(above: Moments, below: Moments): number {
  const difference = (above.mean - below.mean) / WIDTH
  const isShort = (t: number) => reachOf(above, below, t) < difference
  let far = 1
  while (isShort(far)) far *= 2
  return twoSidedStudentP(bisect(0, far, isShort), degreesOfFreedom(above, below))
}
