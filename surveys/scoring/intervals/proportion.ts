import { Z95 } from '../distributions/distributions.ts'

/** An interval, in the unit of its estimate. */
export type Interval = { low: number; high: number }

/** `count` of n answers. */
export type Part = { count: number; n: number }

/**
 * Wilson's score interval of a share.
 * @param share 0…1
 * @param n number of answers, above 0; an effective number need not be whole
 * @param z critical value; 95 % unless given
 * @returns the interval as shares, inside 0…1 and around the share
 * Source: Wilson 1927, JASA 22:209.
 */
export function wilson(share: number, n: number, z = Z95): Interval {
  const pull = (z * z) / n
  const centre = (share + pull / 2) / (1 + pull)
  const margin = Math.sqrt(share * (1 - share) * pull + (pull * pull) / 4) / (1 + pull)
  return {
    low: Math.max(0, Math.min(share, centre - margin)),
    high: Math.min(1, Math.max(share, centre + margin)),
  }
}

/**
 * Wilson's interval, corrected if fewer than z² answers are of the rarer kind. Wilson's limit on that
 * side then excludes plausible true shares (such as 1 % for 1 of 10 answers), so the limit moves out to
 * the lowest share that a Poisson test does not reject.
 * @param share, n, z as for `wilson`
 * @returns the interval as shares, inside 0…1 and around Wilson's
 * Source: Brown, Cai & DasGupta 2001, Statistical Science 16:101 (their correction of Wilson's limit
 *   for 1 to 3 answers, for any z); see `leastExpected`.
 */
export function shareInterval(share: number, n: number, z = Z95): Interval {
  const { low, high } = wilson(share, n, z)
  const rarer = n * Math.min(share, 1 - share)
  if (rarer >= z * z) return { low, high }
  const least = leastExpected(rarer, z) / n
  return {
    low: share > 0.5 ? low : Math.min(low, least),
    high: share < 0.5 ? high : Math.max(high, 1 - least),
  }
}

/**
 * The lowest expected number of rare answers that an observed `count` does not reject.
 * @param count 0 or more, whole or not
 * @param z critical value of the two-sided test
 * Source: Wilson & Hilferty 1931, PNAS 17:684, for the Poisson limit χ²(2·count)/2.
 */
export function leastExpected(count: number, z: number): number {
  if (count === 0) return 0
  const root = 1 - 1 / (9 * count) - z / (3 * Math.sqrt(count))
  return count * Math.max(0, root) ** 3
}

/**
 * The 95 % interval of the difference of two independent shares, second − first.
 * @param before, after n ≥ 1 each
 * @returns the interval as shares (−1…1)
 * Source: Newcombe 1998, Statistics in Medicine 17:873, method 10.
 */
export function newcombe(before: Part, after: Part): Interval {
  const [was, is] = [before.count / before.n, after.count / after.n]
  const [wasIn, isIn] = [wilson(was, before.n), wilson(is, after.n)]
  return {
    low: is - was - Math.hypot(is - isIn.low, wasIn.high - was),
    high: is - was + Math.hypot(isIn.high - is, was - wasIn.low),
  }
}
