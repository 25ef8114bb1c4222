import { studentQuantile } from '../distributions/distributions.ts'
import { SCALES } from '../metrics.ts'
import { cautiousVariance, type Moments } from '../moments.ts'
import { shareInterval, type Interval } from './proportion.ts'

const { min, max } = SCALES.ces
const WIDTH = max - min

/**
 * The 95 % interval of a CES mean, on the scale 1…7: Wilson's interval of the mean's position on the
 * scale, with the effective number of yes/no answers and Student's t. Our own construction, with its
 * coverage simulated in docs/statistics.md. The plain t interval covers far less than 95 % for few answers
 * near an end of the scale, and exceeds the scale.
 * @param moments n ≥ 1, mean and sample variance of the answers; with one answer the interval is the
 *   whole scale, because t without degrees of freedom is unbounded
 */
export function cesInterval(moments: Moments): Interval {
  const { n, mean } = moments
  if (n === 1) return { low: min, high: max }
  const { share, n: informative } = asYesNo(moments)
  const { low, high } = shareInterval(share, informative, studentQuantile(0.975, n - 1))
  return { low: Math.min(mean, min + WIDTH * low), high: Math.max(mean, min + WIDTH * high) }
}

/**
 * Converts a mean to a share of yes/no answers: its position on the scale, 0…1, with the number of yes/no
 * answers that would be as informative. That is n if all answers are equal, and at most n times the width
 * of the scale.
 * @param moments n ≥ 1, mean and sample variance of the answers on the scale 1…7
 * @param unseen the unobserved answers that the variance allows for (see cautiousVariance)
 */
export function asYesNo(moments: Moments, unseen = 1): { share: number; n: number } {
  const { n, mean, variance } = moments
  const share = (mean - min) / WIDTH
  if (variance === 0) return { share, n }
  const yesNoVariance = (mean - min) * (max - mean)
  const informative = (n * yesNoVariance) / cautiousVariance('ces', moments, unseen)
  return { share, n: Math.min(Math.max(informative, n), WIDTH * n) }
}
