import { countsOnScale, type Histogram } from './histogram.ts'
import { pointsOf, type Metric } from './metrics.ts'

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
 * The moments, with at least the variance of n answers of which one lies one step off the rest,
 * step² ÷ n. Answers that happen to be all alike do not prove that nobody differs, and a test with a
 * variance of 0 would call any difference certain. Our own rule.
 * @throws RangeError as momentsOf does
 */
export function momentsWithSpread(metric: Metric, histogram: Histogram): Moments {
  const { n, mean, variance } = momentsOf(metric, histogram)
  return { n, mean, variance: Math.max(variance, STEP[metric] ** 2 / n) }
}

/** The smallest distance of two answers in score points. */
const STEP: Record<Metric, number> = { nps: 100, csat: 100, ces: 1 }
