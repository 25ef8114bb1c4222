/**
 * Where a function that changes sign once between low and high does so, to the last bits.
 * @param isBelow whether a point is still on the low side of the crossing
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
