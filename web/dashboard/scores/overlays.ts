import { compare, type Comparison } from '../../../surveys/scoring/compare.ts'
import { subtractHistogram } from '../../../surveys/scoring/histogram.ts'
import type { GroupScore, Score, Scores } from '../base/api.ts'
import type { Segment } from './filter.ts'

/** A line over a trend: a group of the survey, or another survey with the same metric. */
export type Overlay = Segment | { survey: string }

/** An overlay in the URL: `p.channel=chat` or `survey=ID`. */
export const overlayText = (overlay: Overlay): string =>
  new URLSearchParams(
    'survey' in overlay ? overlay : { [`p.${overlay.property}`]: overlay.value },
  ).toString()

/** Parses an overlay of the URL; null if it is invalid. */
export function overlayFrom(text: string): Overlay | null {
  const [first] = new URLSearchParams(text)
  if (!first) return null
  const [name, value] = first
  if (name === 'survey') return { survey: value }
  return name.startsWith('p.') ? { property: name.slice(2), value } : null
}

/**
 * Whether an overlay differs significantly: a group by its tier, if groups have tiers; anything else
 * from the main score or from everyone else.
 */
export type Verdict =
  | { against: 'group'; tier: GroupScore['tier']; difference: number | null }
  | { against: 'rest' | 'main'; change: Comparison }

/**
 * Compares an overlay with the main score. A group that may share answers with it is compared with
 * everyone else instead: by its tier, so that the page has one verdict for it, or without tiers with
 * the rest of the survey.
 * @param scores the main score, filtered by the groups `chosen`
 * @param total  all answers of the overlay on the same days
 * @returns null if they can't be compared
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
  // A customer may count with different answers in the group and in the total, so they can't be subtracted.
  if (scores.counting === 'customers') return null
  const rest = subtractHistogram(scores.everyone.histogram, total.histogram)
  return { against: 'rest', change: compare(scores.metric, rest, total.histogram) }
}
