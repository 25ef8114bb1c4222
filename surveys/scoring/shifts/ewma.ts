/** Lambda is the weight of the newest value, L the limit in standard deviations. */
export type Weights = { lambda: number; L: number }

/**
 * An exponentially weighted moving average with the exact standard deviation of each of its points.
 * @param values in time order
 * @param chart center and sd of one value while nothing shifts; lambda, the weight of the newest
 *   (0 < λ ≤ 1); L, the limit's distance from the center in sigma
 * @returns one point per value; it signals where |ewma − center| > limit
 * Source: Roberts 1959, Technometrics 1:239; Lucas & Saccucci 1990, Technometrics 32:1.
 */
export function ewma(
  values: readonly number[],
  { center, sd, lambda, L }: { center: number; sd: number } & Weights,
): { ewma: number; sigma: number; limit: number }[] {
  let average = center
  return values.map((value, i) => {
    average += lambda * (value - average)
    const settled = 1 - (1 - lambda) ** (2 * (i + 1))
    const sigma = sd * Math.sqrt((lambda / (2 - lambda)) * settled)
    return { ewma: average, sigma, limit: L * sigma }
  })
}
