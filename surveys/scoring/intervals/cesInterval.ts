import { studentQuantile } from '../distributions/distributions.ts'
import { SCALES } from '../metrics.ts'
import { cautiousVariance, type Moments } from '../moments.ts'
import { shareInterval, type Interval } from './proportion.ts'

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
export function cesInterval(moments: Moments): Interval {
  const { n, mean } = moments
  if (n === 1) return { low: min, high: max }
  const { share, n: informative } = asYesNo(moments)
  const { low, high } = shareInterval(share, informative, studentQuantile(0.975, n - 1))
  return { low: Math.min(mean, min + WIDTH * low), high: Math.max(mean, min + WIDTH * high) }
}

/**
 * The mean's place on the scale, 0…1, as if it were the share of so many yes/no answers as would be
 * as informative: n where nobody differs, and never more than the steps of the scale times n.
 * @param moments n ≥ 1, mean and sample variance of the answers on the scale 1…7
 * @param unseen how many answers at the far end the variance reckons with (see cautiousVariance)
 */
export function asYesNo(moments: Moments, unseen = 1): { share: number; n: number } {
  const { n, mean, variance } = moments
  const share = (mean - min) / WIDTH
  if (variance === 0) return { share, n }
  const yesNoVariance = (mean - min) * (max - mean)
  const informative = (n * yesNoVariance) / cautiousVariance('ces', moments, unseen)
  return { share, n: Math.min(Math.max(informative, n), WIDTH * n) }
}
