/**
 * The regularised incomplete beta function I(a, ½) at x = 1 ÷ (1 + r), for Student's t. Takes r rather
 * than x, because x rounds to 1 with many degrees of freedom.
 * @param a above 0 (half the degrees of freedom)
 * @param r 0 or more (t² ÷ degrees of freedom)
 * Source: continued fraction DLMF 8.17.22, evaluated by Lentz's method.
 */
export function incompleteBetaHalf(a: number, r: number): number {
  if (r === 0) return 1
  const x = 1 / (1 + r)
  const rest = r / (1 + r)
  const front = Math.exp(-a * Math.log1p(r)) * Math.sqrt(rest / Math.PI) * gammaRatio(a)
  // The fraction converges fast only below the mean of the distribution; above it, mirror.
  return rest > 1.5 / (a + 2.5)
    ? (front / a) * betaFraction(a, 0.5, x)
    : 1 - front * 2 * betaFraction(0.5, a, rest)
}

/**
 * Γ(a + ½) ÷ Γ(a), for a above 0. Subtracts Stirling's series of ln Γ (DLMF 5.11.1) term by
 * term: subtracting the values would lose precision for large a.
 */
export function gammaRatio(a: number): number {
  if (a < 15) return (gammaRatio(a + 1) * a) / (a + 0.5)
  const log = a * Math.log1p(0.5 / a) - 0.5 + stirling(a + 0.5) - stirling(a)
  return Math.sqrt(a) * Math.exp(log)
}

function stirling(x: number): number {
  const square = x * x
  return (1 / 12 - (1 / 360 - (1 / 1260 - 1 / (1680 * square)) / square) / square) / x
}

function betaFraction(a: number, b: number, x: number): number {
  let c = 1
  let d = 1 / nonZero(1 - ((a + b) * x) / (a + 1))
  let fraction = d
  for (let m = 1; m < 20000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    for (const term of [even, odd]) {
      d = 1 / nonZero(1 + term * d)
      c = nonZero(1 + term / c)
      fraction *= c * d
    }
    if (Math.abs(c * d - 1) < 1e-16) break
  }
  return fraction
}

function nonZero(value: number): number {
  return Math.abs(value) < 1e-300 ? 1e-300 : value
}
