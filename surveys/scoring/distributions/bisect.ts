/**
 * Finds the only sign change of a function between low and high, to machine precision.
 * @param isBelow whether a point is below the sign change
 */
export function bisect(low: number, high: number, isBelow: (point: number) => boolean): number {
  for (let step = 0; step < 100; step++) {
    const middle = (low + high) / 2
    if (middle === low || middle === high) break
    if (isBelow(middle)) low = middle
    else high = middle
  }
  return (low + high) / 2
}
