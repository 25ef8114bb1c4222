/**
 * Benjamini and Hochberg's adjusted p-values: rejecting all with adjusted p ≤ q limits the expected share
 * of false discoveries to q.
 * @param ps p-values in any order, none missing
 * @returns the adjusted p-values in the same order
 * Source: Benjamini & Hochberg 1995, JRSS B 57:289.
 */
export function adjustBenjaminiHochberg(ps: readonly number[]): number[] {
  const fromLargest = ps.map((p, index) => ({ p, index })).sort((a, b) => b.p - a.p)
  const adjusted = [...ps]
  let smallest = 1
  fromLargest.forEach(({ p, index }, place) => {
    smallest = Math.min(smallest, (p * ps.length) / (ps.length - place))
    adjusted[index] = smallest
  })
  return adjusted
}

/** The expected share of false discoveries among the differences that are called clear. */
export const FALSE_DISCOVERIES = 0.1

/** The adjusted p-values of what was tested; null where nothing was. */
export function adjustTested(ps: readonly (number | null)[]): (number | null)[] {
  const adjusted = adjustBenjaminiHochberg(ps.filter((p) => p !== null)).values()
  return ps.map((p) => (p === null ? null : (adjusted.next().value ?? null)))
}
