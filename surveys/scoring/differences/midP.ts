import type { Part } from '../intervals/proportion.ts'
import { sum } from '../sum.ts'

/**
 * Fisher's exact test of two shares with the mid-p: the probability of all outcomes rarer than the
 * observed one plus half of those equally rare, given the total number of successes.
 * @param before, after n ≥ 1 each
 * @returns two-sided p, in 0…1
 * Source: Lancaster 1961, JASA 56:223 (mid-p); Irwin 1935 (both sides by their probability); Lydersen,
 *   Fagerland & Laake 2009, Statistics in Medicine 28:1159 (why not Fisher's own).
 */
export function midP(before: Part, after: Part): number {
  const { chances, observed } = outcomesOf(before, after)
  // Allows for rounding errors between outcomes that are equally rare in theory.
  const isRarer = (chance: number) => chance < observed * (1 - 1e-7)
  const isAsRare = (chance: number) => !isRarer(chance) && chance <= observed * (1 + 1e-7)
  return sum(chances.filter(isRarer)) + sum(chances.filter(isAsRare)) / 2
}

/** The probability of each possible number of successes in `after`, and of the observed number. */
function outcomesOf(before: Part, after: Part): { chances: number[]; observed: number } {
  const yes = before.count + after.count
  const [fewest, most] = [Math.max(0, yes - before.n), Math.min(yes, after.n)]
  const logs = [0]
  for (let count = fewest; count < most; count++) {
    const next = (yes - count) * (after.n - count)
    const back = (count + 1) * (before.n - yes + count + 1)
    logs.push(logs.at(-1)! + Math.log(next / back))
  }
  const highest = logs.reduce((high, log) => Math.max(high, log))
  const weights = logs.map((log) => Math.exp(log - highest))
  const all = sum(weights)
  const chances = weights.map((weight) => weight / all)
  return { chances, observed: chances[after.count - fewest]! }
}
