import { studentQuantile } from '../distributions/distributions.ts'
import { SCALES } from '../metrics.ts'
import { cautiousVarianceWithin, type Moments } from '../moments.ts'
import { shareInterval, type Interval } from './proportion.ts'

/** The lowest and the highest answer. */
type Ends = { min: number; max: number }

/**
 * The 95 % interval of a CES mean, on the scale 1…7.
 * @param moments n ≥ 1, mean and sample variance of the answers
 */
export function cesInterval(moments: Moments): Interval {
  return meanInterval(moments, SCALES.ces)
}

/**
 * The 95 % interval of the mean of answers on a scale: Wilson's interval of the mean's position on the
 * scale, with the effective number of yes/no answers and Student's t. Our own construction, with its
 * coverage simulated in docs/statistics.md for CES. The plain t interval covers far less than 95 % for few
 * answers near an end of the scale, and exceeds the scale.
 * @param moments n ≥ 1, mean and sample variance of the answers; with one answer the interval is the
 *   whole scale, because t without degrees of freedom is unbounded
 */
export function meanInterval(moments: Moments, { min, max }: Ends): Interval {
  const { n, mean } = moments
  const width = max - min
  if (n === 1) return { low: min, high: max }
  const { share, n: informative } = asYesNo(moments, 1, { min, max })
  const { low, high } = shareInterval(share, informative, studentQuantile(0.975, n - 1))
  return { low: Math.min(mean, min + width * low), high: Math.max(mean, min + width * high) }
}

/**
 * Converts a mean to a share of yes/no answers: its position on the scale, 0…1, with the number of yes/no
 * answers that would be as informative. That is n if all answers are equal, and at most n times the width
 * of the scale.
 * @param moments n ≥ 1, mean and sample variance of the answers on the scale
 * @param unseen the unobserved answers that the variance allows for (see cautiousVariance)
 * @param ends of the scale, 1…7 unless given
 */
export function asYesNo(
  moments: Moments,
  unseen = 1,
  { min, max }: Ends = SCALES.ces,
): { share: number; n: number } {
  const { n, mean, variance } = moments
  const width = max - min
  const share = (mean - min) / width
  if (variance === 0) return { share, n }
  const yesNoVariance = (mean - min) * (max - mean)
  const informative = (n * yesNoVariance) / cautiousVarianceWithin({ min, max }, moments, unseen)
  return { share, n: Math.min(Math.max(informative, n), width * n) }
}
