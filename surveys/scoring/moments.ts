import { countsOnScale, type Histogram } from './histogram.ts'
import { pointsOf, SCALES, type Metric } from './metrics.ts'

/** n, the mean (the score) and the sample variance (n − 1; 0 for fewer than two answers) of the points. */
export type Moments = { n: number; mean: number; variance: number }

/**
 * The moments of a histogram in score points (see pointsOf); the mean is NaN without answers.
 * @throws RangeError if a value is off the scale or a count is not a non-negative integer
 */
export function momentsOf(metric: Metric, histogram: Histogram): Moments {
  const counts = countsOnScale(metric, histogram)
    .filter(([, n]) => n > 0)
    .map(([value, n]) => [pointsOf(metric, value), n] as const)
  return momentsOfPoints(counts)
}

/** The moments of any numbers, each with its count; the mean is NaN without answers. */
export function momentsOfPoints(
  counts: readonly (readonly [points: number, n: number])[],
): Moments {
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
 * A variance that allows for k unobserved answers at the far end of the scale: √(s⁴ + (k·d²/n)²), with d
 * the distance from the mean to the farther end. If nearly all answers agree, most samples miss the rare
 * ones that make up most of the true variance, and s² is far too small; if answers differ, it is close to
 * s². Our own rule; simulations are in docs/statistics.md.
 * @param moments n ≥ 1, in score points
 * @param answers k; 1 suits the 95 % level
 * @returns the variance of one answer, in squared score points
 */
export function cautiousVariance(metric: Metric, moments: Moments, answers = 1): number {
  const { min, max } = SCALES[metric]
  const ends = { min: pointsOf(metric, min), max: pointsOf(metric, max) }
  return cautiousVarianceWithin(ends, moments, answers)
}

/** The same between any ends, in the unit of the moments. */
export function cautiousVarianceWithin(
  { min, max }: { min: number; max: number },
  { n, mean, variance }: Moments,
  answers = 1,
): number {
  const far = Math.max(mean - min, max - mean)
  return Math.hypot(variance, (answers * far * far) / n)
}
