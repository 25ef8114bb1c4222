import { SCALES, type Metric } from '../scoring/metrics.ts'

/** Zendesk's words for a rating, and for one that was asked for and never given. */
const GOOD = /^(good|satisfied|positive)$/i
const BAD = /^(bad|dissatisfied|unsatisfied|negative)$/i
const NOT_GIVEN = /^(offered|unoffered|not offered|n\/?a|null|none|-)$/i

/**
 * Reads a score as files have it: `9`, `9.0`, `9 - very likely`, for CSAT also `Good` and `Bad`.
 * @returns a number, which may still be off the scale; `null` where none was given; the text itself
 *          where it is no score
 */
export function readScore(text: string, metric: Metric | 'scale'): number | string | null {
  if (text === '' || NOT_GIVEN.test(text)) return null
  const number = /^(-?\d{1,9})(?:[.,]0+)?(?:\s*[-–—:=(]\s*\p{L}.*)?$/u.exec(text)
  if (number) return Number(number[1])
  if (metric === 'csat' && GOOD.test(text)) return SCALES.csat.max
  if (metric === 'csat' && BAD.test(text)) return SCALES.csat.min
  return text
}
