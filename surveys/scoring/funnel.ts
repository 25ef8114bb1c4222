import { normalQuantile, Z95 } from './distributions/distributions.ts'
import type { Histogram } from './histogram.ts'
import { pointsOf, SCALES, type Metric } from './metrics.ts'
import { momentsWithSpread } from './moments.ts'
import type { Interval } from './intervals/proportion.ts'

/** Critical values of the inner (95 %) and outer (99.8 %) limits. */
export const FUNNEL_Z = { inner: Z95, outer: normalQuantile(0.999) }

/**
 * Computes the control limits of a funnel plot, between which the score of a group of n answers lies if
 * the group is like everyone: θ ± z·σ/√n, with θ the score and σ² the variance of all answers.
 * @param everyone all answers including the group's; at least two
 * @param n the group's number of answers, above 0
 * @param z critical value, one of FUNNEL_Z
 * @returns in score points, within the metric's scale
 * @throws RangeError if a value is off the scale or a count is not a non-negative integer
 * Source: Spiegelhalter 2005, Statistics in Medicine 24:1185, with the normal limits of section 2.2;
 * one target and variance for all three metrics, whose scores are means of points (metrics.ts).
 */
export function funnelLimits(metric: Metric, everyone: Histogram, n: number, z: number): Interval {
  const { mean, variance } = momentsWithSpread(metric, everyone)
  const margin = z * Math.sqrt(variance / n)
  const { min, max } = SCALES[metric]
  return {
    low: Math.max(pointsOf(metric, min), mean - margin),
    high: Math.min(pointsOf(metric, max), mean + margin),
  }
}
