import { evidenceLevelOf } from '../../../surveys/scoring/evidenceLevel.ts'
import type { Point } from '../chart/contiguousRuns.ts'
import type { ResultPeriods } from './api.ts'

/** An option's share in each period, with gaps where too few answered the question. */
export function sharesOver(
  periods: ResultPeriods['periods'],
  question: string,
  option: string,
): Point[] {
  return periods.map(({ questions }) => {
    const asked = questions.find((each) => each.question === question)
    const share = asked?.options[option]
    return {
      score: share?.share ?? null,
      low: share?.low ?? null,
      high: share?.high ?? null,
      evidenceLevel: evidenceLevelOf(asked?.n ?? 0),
    }
  })
}
