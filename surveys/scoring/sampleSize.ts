import { Z95 } from './distributions/distributions.ts'
import { npsVariance } from './intervals/npsInterval.ts'

/**
 * Computes how many answers an NPS needs for a 95 % interval of ± margin.
 * @param shares expected shares of promoters and detractors, 0…1 (0.5 and 0.2 if nothing is known)
 * @param margin in NPS points, above 0
 * @returns whole number of answers, at least 1
 * Source: n = z²s²/margin² − 3, adjusted Wald solved for n; Lewis & Sauro 2021 (measuringu.com).
 */
export function answersForNpsMargin(
  shares: { promoters: number; detractors: number },
  margin: number,
): number {
  const variance = 100 ** 2 * npsVariance(shares.promoters, shares.detractors)
  return wholeAnswers((Z95 ** 2 * variance) / margin ** 2 - 3)
}

/**
 * Computes how many answers a percentage needs for a 95 % interval of a given width.
 * @param percentage expected, 0…100 (50 if nothing is known)
 * @param width of the interval, in percentage points, above 0
 * @returns whole number of answers, at least 1
 * Source: n = 4z²p(1 − p)/width²; Bonett, statpsych size.ci.prop.
 */
export function answersForPercentageWidth(percentage: number, width: number): number {
  return wholeAnswers((4 * Z95 ** 2 * percentage * (100 - percentage)) / width ** 2)
}

function wholeAnswers(n: number): number {
  return Math.max(1, Math.ceil(n))
}
