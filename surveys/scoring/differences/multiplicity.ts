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
