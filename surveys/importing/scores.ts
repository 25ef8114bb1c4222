import { SCALES, type Metric } from '../scoring/metrics.ts'

/** Zendesk's words for a rating, and for one that was requested but never given. */
const GOOD = /^(good|satisfied|positive)$/i
const BAD = /^(bad|dissatisfied|unsatisfied|negative)$/i
const NOT_GIVEN = /^(offered|unoffered|not offered|n\/?a|null|none|-)$/i

const NUMBER_FIRST = /^(-?\d{1,9})(?:[.,]0+)?(?:\s*(?:[-–—:=(]|\r?\n)\s*\p{L}[^]*)?$/u
/** The label has no digits: in `Room 3 - 5` either number may be the score. */
const LABEL_FIRST = /^\p{L}[^\d\n]*(?:[-–—:=(]|\r?\n)\s*(\d{1,9})(?:[.,]0+)?\s*\)?$/u

/**
 * Reads a score in the formats of files: `9`, `9.0`, `9 - very likely`, `Very likely - 9`,
 * `Very likely (9)`, and for CSAT `Good` and `Bad`.
 * @returns a number, possibly off the scale; `null` if there is no answer; the text itself if it isn't a
 *          score
 */
export function readScore(text: string, metric: Metric | 'scale'): number | string | null {
  if (text === '' || NOT_GIVEN.test(text)) return null
  const [, number] = NUMBER_FIRST.exec(text) ?? LABEL_FIRST.exec(text) ?? []
  if (number) return Number(number)
  if (metric === 'csat' && GOOD.test(text)) return SCALES.csat.max
  if (metric === 'csat' && BAD.test(text)) return SCALES.csat.min
  return text
}
