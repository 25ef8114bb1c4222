import { Z95 } from './distributions.ts'

/** From low to high, in the unit of what it is about. */
export type Interval = { low: number; high: number }

/** So many of n answers. */
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
