import { evidenceLevelOf } from '../../../surveys/scoring/evidenceLevel.ts'
import type { Point } from '../chart/contiguousRuns.ts'
import type { ResultGroups, ResultPeriods } from './api.ts'

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

/** The groups in which a question was answered, those with the most answers first. */
export function splitRows({ groups }: ResultGroups, question: string) {
  return groups
    .flatMap(({ value, questions }) =>
      questions
        .filter((each) => each.question === question && each.n > 0)
        .map(({ n, options }) => ({ value, n, options })),
    )
    .toSorted((one, other) => other.n - one.n)
}
