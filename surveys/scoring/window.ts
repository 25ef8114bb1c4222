import { addHistograms, subtractHistogram, type Histogram } from './histogram.ts'

/**
 * Pools the answers of a sliding window of days, for display only: the windows overlap, so they must not
 * be tested.
 * @param days  one histogram per day, in order, including days without answers
 * @param width of the window in days, 1 or more
 * @returns one histogram per full window, `days.length − width + 1` of them or none; the first covers
 *   days 0 … width − 1
 */
export function slideWindow(days: readonly Histogram[], width: number): Histogram[] {
  if (days.length < width) return []
  let pooled = addHistograms(...days.slice(0, width))
  return [
    pooled,
    ...days
      .slice(width)
      .map((next, gone) => (pooled = addHistograms(subtractHistogram(pooled, days[gone]!), next))),
  ]
}
