import { compare, type Comparison } from '../../surveys/scoring/compare.ts'
import { subtractHistogram } from '../../surveys/scoring/histogram.ts'
import type { Score, Scores } from './api.ts'
import type { Segment } from './filter.ts'

/** What is laid over a trend: a group of the survey, or another survey of the same metric. */
export type Overlay = Segment | { survey: string }

/** An overlay as the address has it: `p.channel=chat` or `survey=ID`. */
export const overlayText = (overlay: Overlay): string =>
  new URLSearchParams(
    'survey' in overlay ? overlay : { [`p.${overlay.property}`]: overlay.value },
  ).toString()

/** The overlay that a part of the address means; null for what is none. */
export function overlayFrom(text: string): Overlay | null {
  const [first] = new URLSearchParams(text)
  if (!first) return null
  const [name, value] = first
  if (name === 'survey') return { survey: value }
  return name.startsWith('p.') ? { property: name.slice(2), value } : null
}

/** Whom an overlay is held against, and whether they differ by more than chance explains. */
export type Verdict = { against: 'rest' | 'main'; change: Comparison }

/**
 * Holds an overlay against the main score. A group that may share answers with it is held against
 * everyone else instead: the whole survey without the group.
 * @param scores the main score; `chosen` are the groups that it is narrowed to
 * @param total  all answers of the overlay in the same days
 * @returns null where nothing can be said
 */
export function verdictOn(
  scores: Pick<Scores, 'metric' | 'total' | 'everyone' | 'counting'>,
  chosen: Segment[],
  overlay: Overlay,
  total: Pick<Score, 'histogram'>,
): Verdict | null {
  const isApart =
    'survey' in overlay ||
    chosen.some(({ property, value }) => property === overlay.property && value !== overlay.value)
  // A customer may count here and there with different answers; then there is nothing to take away.
  if (!isApart && scores.counting === 'customers') return null
  const other = isApart
    ? scores.total.histogram
    : subtractHistogram(scores.everyone.histogram, total.histogram)
  return {
    against: isApart ? 'main' : 'rest',
    change: compare(scores.metric, other, total.histogram),
  }
}
