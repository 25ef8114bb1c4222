import { bisect } from './distributions/bisect.ts'
import { sum } from './sum.ts'

/** A group's own score and the variance of that score (not of one answer). */
export type Estimate = { value: number; variance: number }

/**
 * Shrinks each estimate towards the mean in proportion to its error: B·μ + (1 − B)·y with
 * B = σ²/(σ² + τ²), where τ² is the variance of the true values.
 * @param estimates in score points
 * @returns the shrunk values in the same order
 * Source: Efron & Morris 1975, JASA 70:311. τ² solves Σ(y − μ)²/(σ² + τ²) = k − 3, which is their
 *   estimator if all σ² are equal, and extends it to groups of unequal size (as Paule & Mandel
 *   1982 do with k − 1). The right-hand side stays at 1 for k < 4, so that two groups shrink too.
 */
export function shrink(mean: number, estimates: readonly Estimate[]): number[] {
  const trueVariance = varianceOfTruths(mean, estimates)
  return estimates.map(({ value, variance }) => {
    const pull = variance === 0 ? 0 : variance / (variance + trueVariance)
    return pull * mean + (1 - pull) * value
  })
}

function varianceOfTruths(mean: number, estimates: readonly Estimate[]): number {
  const target = Math.max(estimates.length - 3, 1)
  const away = estimates.filter(({ value }) => value !== mean)
  const isTooSmall = (trueVariance: number) =>
    sum(away.map(({ value, variance }) => (value - mean) ** 2 / (variance + trueVariance))) > target
  if (!isTooSmall(0)) return 0
  return bisect(0, sum(away.map(({ value }) => (value - mean) ** 2)) / target, isTooSmall)
}
