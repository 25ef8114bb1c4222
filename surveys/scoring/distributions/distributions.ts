import { incompleteBetaHalf, gammaRatio } from './incompleteBeta.ts'

/** Two-sided 95 %: the standard normal's quantile of .975. */
export const Z95 = normalQuantile(0.975)

/**
 * P(Z ≤ x) of the standard normal, to about 1e-15.
 * Source: Marsaglia 2004 (series), Abramowitz & Stegun 26.2.14 (continued fraction in the tail).
 */
export function normalCdf(x: number): number {
  return x < 0 ? normalTail(-x) : 1 - normalTail(x)
}

/**
 * Returns the x with P(Z ≤ x) = p.
 * @param p between 0 and 1, both exclusive
 * @throws RangeError if p is not
 */
export function normalQuantile(p: number): number {
  return quantile(p, () => 0, normalTail, normalDensity)
}

/**
 * P(T ≤ t) of Student's t.
 * @param df degrees of freedom, above 0, whole or not
 * Source: Abramowitz & Stegun 26.7.1, by the incomplete beta function.
 */
export function studentCdf(t: number, df: number): number {
  return t < 0 ? studentTail(-t, df) : 1 - studentTail(t, df)
}

/**
 * Returns the t with P(T ≤ t) = p.
 * @param p between 0 and 1, both exclusive
 * @param df degrees of freedom, above 0
 * @throws RangeError if p is not between 0 and 1
 */
export function studentQuantile(p: number, df: number): number {
  return quantile(
    p,
    (tail) => -normalQuantile(tail),
    (t) => studentTail(t, df),
    (t) => studentDensity(t, df),
  )
}

/** The p of a two-sided test whose statistic is normal. */
export function twoSidedP(z: number): number {
  return 2 * normalTail(Math.abs(z))
}

/** The p of a two-sided test whose statistic is Student's t with df degrees of freedom. */
export function twoSidedStudentP(t: number, df: number): number {
  return 2 * studentTail(Math.abs(t), df)
}

function quantile(
  p: number,
  startOf: (probability: number) => number,
  tail: (x: number) => number,
  density: (x: number) => number,
): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`${p} is not a probability between 0 and 1`)
  const probability = Math.min(p, 1 - p)
  let x = startOf(probability)
  // For x ≥ 0 the tail is convex, so Newton's steps from the left never overshoot.
  for (let step = 0; step < 200; step++) {
    const forward = (tail(x) - probability) / density(x)
    x += forward
    if (forward <= 1e-15 * x) break
  }
  return p < 0.5 ? -x : x
}

function normalTail(x: number): number {
  return x < 3 ? 0.5 - seriesFromZero(x) : normalDensity(x) / millsFraction(x)
}

function seriesFromZero(x: number): number {
  let term = x
  let sum = x
  for (let odd = 3; term > 1e-18; odd += 2) {
    term *= (x * x) / odd
    sum += term
  }
  return sum * normalDensity(x)
}

function millsFraction(x: number): number {
  let fraction = x
  for (let k = 120; k > 0; k--) fraction = x + k / fraction
  return fraction
}

function normalDensity(x: number): number {
  return Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)
}

function studentTail(t: number, df: number): number {
  return incompleteBetaHalf(df / 2, (t * t) / df) / 2
}

function studentDensity(t: number, df: number): number {
  const scale = gammaRatio(df / 2) / Math.sqrt(df * Math.PI)
  return scale * Math.exp((-(df + 1) / 2) * Math.log1p((t * t) / df))
}
