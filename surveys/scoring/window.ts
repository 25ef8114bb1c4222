import { addHistograms, subtractHistogram, type Histogram } from './histogram.ts'

/**
 * The pooled answers of every stretch of so many days, each a day later than the one before. Counts
 * are added, scores never averaged. The stretches overlap: they are for the eye, not for a test.
 * @param days  a histogram per day, in order, days without answers included
 * @param width how many days a stretch has, 1 or more
 * @returns one histogram per full stretch, `days.length − width + 1` of them; none when there are
 *   fewer days. The first covers days 0 … width − 1.
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
