import { twoSidedP, Z95 } from '../distributions/distributions.ts'
import type { DifferenceTest } from './meanDifference.ts'
import { newcombe, type Part } from '../intervals/proportion.ts'

/**
 * Tests the difference of two shares, after − before, with the N − 1 two-proportion test, and computes
 * Newcombe's interval. The two may disagree in borderline cases; texts on screen follow the test.
 * @param before, after n ≥ 1 each
 * @returns all as shares (−1…1); z² is the N − 1 chi-square
 * Source: Campbell 2007, Statistics in Medicine 26:3661 (test); Newcombe 1998, 17:873 (interval).
 */
export function shareDifference(before: Part, after: Part): DifferenceTest & { z: number } {
  const difference = after.count / after.n - before.count / before.n
  const total = before.n + after.n
  const pooled = (before.count + after.count) / total
  const variance = pooled * (1 - pooled) * (1 / before.n + 1 / after.n) * (total / (total - 1))
  const z = variance === 0 ? 0 : difference / Math.sqrt(variance)
  return {
    ...newcombe(before, after),
    p: twoSidedP(z),
    detectable: detectableFrom(before, after.n, difference),
    z,
  }
}

// The difference d at which z is 1.96, given the share before. The pooled share depends on d, so d is the
// root of a quadratic: the one in the observed direction, unless it would leave 0…1.
function detectableFrom(before: Part, afterN: number, difference: number): number {
  const total = before.n + afterN
  const share = before.count / before.n
  const weight = afterN / total
  const information = (total - 1) / total / (Z95 ** 2 * (1 / before.n + 1 / afterN))
  const a = information + weight ** 2
  const b = weight * (2 * share - 1)
  const root = Math.sqrt(b * b + 4 * a * share * (1 - share))
  const up = (root - b) / (2 * a)
  const down = (root + b) / (2 * a)
  const upwards = difference === 0 ? share <= 0.5 : difference > 0
  return (upwards && up <= 1 - share) || down > share ? up : down
}
