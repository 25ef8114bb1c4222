import { countsOnScale, type Histogram } from './histogram.ts'
import { pointsOf, SCALES, type Metric } from './metrics.ts'

/** n, the mean (the score) and the sample variance (over n − 1; 0 below two answers) of the points. */
export type Moments = { n: number; mean: number; variance: number }

/**
 * The moments of a histogram in score points (see pointsOf); the mean of no answers is NaN.
 * @throws RangeError when a value is not on the scale or a count is not a whole number from 0
 */
export function momentsOf(metric: Metric, histogram: Histogram): Moments {
  const counts = countsOnScale(metric, histogram)
    .filter(([, n]) => n > 0)
    .map(([value, n]) => [pointsOf(metric, value), n] as const)
  const sumOver = (term: (points: number) => number) =>
    counts.reduce((sum, [points, n]) => sum + n * term(points), 0)
  const n = sumOver(() => 1)
  const mean = sumOver((points) => points) / n
  const variance = n < 2 ? 0 : sumOver((points) => (points - mean) ** 2) / (n - 1)
  return { n, mean, variance }
}

/**
 * The moments with the variance of `cautiousVariance`.
 * @throws RangeError as momentsOf does
 */
export function momentsWithSpread(metric: Metric, histogram: Histogram): Moments {
  const moments = momentsOf(metric, histogram)
  return { ...moments, variance: cautiousVariance(metric, moments) }
}

/**
 * A variance that reckons with an answer at the far end of the scale which has not come yet: where
 * nearly all answer alike, most samples miss the rare answers that make up most of the true variance,
 * and s² alone is far too small. √(s⁴ + (k·d²/n)²), with d from the mean to the farther end: where
 * answers differ anyway, it is s². Our own rule (docs/statistics.md has the simulations).
 * @param moments n ≥ 1, in score points
 * @param answers k, how many such answers; 1 suits the 95 % level
 * @returns the variance of one answer, in squared score points
 */
export function cautiousVariance(
  metric: Metric,
  { n, mean, variance }: Moments,
  answers = 1,
): number {
  const { min, max } = SCALES[metric]
  const far = Math.max(mean - pointsOf(metric, min), pointsOf(metric, max) - mean)
  return Math.hypot(variance, (answers * far * far) / n)
}
