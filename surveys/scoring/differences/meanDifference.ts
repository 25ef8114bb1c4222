import { studentQuantile, twoSidedStudentP } from '../distributions/distributions.ts'
import type { Moments } from '../moments.ts'
import type { Interval } from '../intervals/proportion.ts'

/** A difference, its 95 % interval, the test's p, and how far a significant difference would be. */
export type DifferenceTest = Interval & { p: number; detectable: number }

/**
 * Welch's test of the difference of two means, after − before, with its t and degrees of freedom.
 * @param before, after n ≥ 2 each, not both with a variance of 0
 * @returns all in the unit of the means
 * Source: Welch 1947, Biometrika 34:28 (degrees of freedom by Satterthwaite).
 */
export function welch(before: Moments, after: Moments): DifferenceTest & { t: number; df: number } {
  const [wasError, isError] = [before.variance / before.n, after.variance / after.n]
  const variance = wasError + isError
  const df = variance ** 2 / (wasError ** 2 / (before.n - 1) + isError ** 2 / (after.n - 1))
  const difference = after.mean - before.mean
  const t = difference / Math.sqrt(variance)
  const detectable = studentQuantile(0.975, df) * Math.sqrt(variance)
  return {
    low: difference - detectable,
    high: difference + detectable,
    p: twoSidedStudentP(t, df),
    detectable,
    t,
    df,
  }
}
