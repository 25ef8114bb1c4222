import { isoOf, type Period } from '../../surveys/days.ts'
import type { Score } from '../../surveys/scoring/score.ts'

export function toPeriodScore({ from, to, ...score }: Period & Score) {
  return { from: isoOf(from), to: isoOf(to), ...toScore(score) }
}

/** The board's own object is read-only; the answer's is not. */
export function toScore<Some extends Score>(score: Some) {
  return { ...score, histogram: { ...score.histogram } as Record<string, number> }
}
