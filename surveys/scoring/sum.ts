/** The sum of some numbers; 0 of none. */
export function sum(terms: readonly number[]): number {
  return terms.reduce((total, term) => total + term, 0)
}
