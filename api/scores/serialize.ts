import { isoOf, type Period } from '../../surveys/days.ts'
import type { Score } from '../../surveys/scoring/score.ts'

export function toPeriodScore({ from, to, ...score }: Period & Score) {
  return { from: isoOf(from), to: isoOf(to), ...toScore(score) }
}

/** Copies a read-only score for the response. */
export function toScore<Some extends Score>(score: Some) {
  return { ...score, histogram: { ...score.histogram } as Record<string, number> }
}
