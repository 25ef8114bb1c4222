import type { Period } from '../days.ts'
import { sizeOf, type Histogram } from '../scoring/histogram.ts'

/** A whole ISO week, Monday to Sunday, and its answers. */
export type Week = Period & { histogram: Histogram }

/** The fewest weeks and answers that a baseline is learnt from; see docs/statistics.md. */
export const BASELINE_MINIMUM = { weeks: 13, answers: 100 }

/**
 * The baseline's days, or null if it isn't learnt yet, and how many weeks with answers and answers
 * there are so far.
 */
export type Learning = { days: Period | null; weeks: number; answers: number }

/**
 * Learns a survey's baseline: the first whole weeks with enough answers in total. Weeks without answers
 * are not counted.
 * @param weeks in time order, without gaps between them
 */
export function learnBaseline(weeks: readonly Week[]): Learning {
  const sizes = weeks.map(({ histogram }) => sizeOf(histogram))
  const first = sizes.findIndex((n) => n > 0)
  const learning = { weeks: 0, answers: 0 }
  for (const [at, { to }] of weeks.entries()) {
    learning.weeks += Number(sizes[at]! > 0)
    learning.answers += sizes[at]!
    if (learning.weeks >= BASELINE_MINIMUM.weeks && learning.answers >= BASELINE_MINIMUM.answers)
      return { days: { from: weeks[first]!.from, to }, ...learning }
  }
  return { days: null, ...learning }
}
