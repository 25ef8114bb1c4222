/** The sum of the numbers; 0 if there are none. */
export function sum(terms: readonly number[]): number {
  return terms.reduce((total, term) => total + term, 0)
}
