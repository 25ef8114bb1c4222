import { studentQuantile } from './distributions.ts'
import { SCALES } from './metrics.ts'
import type { Moments } from './moments.ts'
import { wilson, type Interval } from './proportion.ts'

const { min, max } = SCALES.ces
const WIDTH = max - min

/**
 * The 95 % interval of a CES mean, on the scale 1…7: Wilson's interval of the mean's place on the
 * scale, with the number of yes/no answers that would be as informative as these, and Student's t.
 * Our own construction, from no paper: coverage by simulation in docs/statistics.md; the t interval
 * falls far below 95 % for few answers near an end of the scale, and leaves the scale.
 * @param moments n ≥ 1, mean and sample variance of the answers; one answer gives the whole scale,
 *   because t without degrees of freedom has no bound
 */
export function cesInterval({ n, mean, variance }: Moments): Interval {
  if (n === 1) return { low: min, high: max }
  const place = (mean - min) / WIDTH
  const { low, high } = wilson(
    place,
    effectiveAnswers({ n, mean, variance }),
    studentQuantile(0.975, n - 1),
  )
  return { low: Math.min(mean, min + WIDTH * low), high: Math.max(mean, min + WIDTH * high) }
}

function effectiveAnswers({ n, mean, variance }: Moments): number {
  if (variance === 0) return n
  const yesNoVariance = (mean - min) * (max - mean)
  return Math.min(Math.max((n * yesNoVariance) / variance, n), WIDTH * n)
}
