import { compare, type Comparison } from '../../../surveys/scoring/compare.ts'
import { subtractHistogram } from '../../../surveys/scoring/histogram.ts'
import type { GroupScore, Score, Scores } from '../base/api.ts'
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

/**
 * Whether an overlay differs by more than chance explains: a group as its tier says, where the groups
 * are in tiers, anything else from the main score or from everyone else.
 */
export type Verdict =
  | { against: 'group'; tier: GroupScore['tier']; difference: number | null }
  | { against: 'rest' | 'main'; change: Comparison }

/**
 * Holds an overlay against the main score. A group that may share answers with it is held against
 * everyone else instead: as its tier has it, so that one screen has one verdict, or where there are
 * no tiers the whole survey without the group.
 * @param scores the main score; `chosen` are the groups that it is narrowed to
 * @param total  all answers of the overlay in the same days
 * @returns null where nothing can be said
 */
export function verdictOn(
  scores: Pick<Scores, 'metric' | 'total' | 'everyone' | 'counting' | 'segments'>,
  chosen: Segment[],
  overlay: Overlay,
  total: Pick<Score, 'histogram'>,
): Verdict | null {
  const isApart =
    'survey' in overlay ||
    chosen.some(({ property, value }) => property === overlay.property && value !== overlay.value)
  if (isApart)
    return {
      against: 'main',
      change: compare(scores.metric, scores.total.histogram, total.histogram),
    }
  const group = chosen.length === 0 && scores.segments[overlay.property]?.[overlay.value]
  if (group) return { against: 'group', tier: group.tier, difference: group.difference }
  // A customer may count here and there with different answers; then there is nothing to take away.
  if (scores.counting === 'customers') return null
  const rest = subtractHistogram(scores.everyone.histogram, total.histogram)
  return { against: 'rest', change: compare(scores.metric, rest, total.histogram) }
}
