import type { SegmentFilter } from '../../db/scoreboard/matching.ts'
import { daysAnswered } from '../../db/scores/scores.ts'
import { readCurrent, readSurvey, type Survey } from '../../db/surveys/surveys.ts'
import { readDefinitions } from '../../db/surveys/versions.ts'
import type { Counting } from '../../surveys/counting.ts'
import type { Day, Period, Step } from '../../surveys/days.ts'
import { InvalidInput } from '../../surveys/errors.ts'
import { pastQuestions } from '../../surveys/pastQuestions.ts'
import { scoredQuestions } from '../../surveys/definition.ts'
import type { Deps } from './deps.ts'
import { checkOrder, checkSegments } from './filters.ts'
import { todayIn } from './today.ts'

/** The longest ranges per request, in years: in total, and by day. */
const MOST_YEARS = { range: 50, day: 10 }

/**
 * Finds a survey's scored question, current or from a published version; the main one by default.
 * @throws InvalidInput if the survey never had such a question
 */
export async function findQuestion({ db }: Deps, row: Survey, questionId: string | undefined) {
  const current = await readCurrent(db, row)
  const questions = scoredQuestions(current)
  const matches = ({ id }: { id: string }) => questionId === undefined || id === questionId
  const found =
    questions.find(matches) ??
    pastQuestions(current, await readDefinitions(db, row.id)).find(matches)
  if (!found)
    throw new InvalidInput([
      {
        field: 'question',
        message: `must be one of ${questions.map(({ id }) => id).join(', ')}`,
      },
    ])
  const { id, metric } = found
  return { id, metric, isMain: found === questions[0] }
}

/**
 * Reads a score query: survey, question, days and groups. A range without an end extends to the first
 * or last answer.
 * @throws NotFound
 * @throws InvalidInput naming what is wrong
 */
export async function readBoardQuery(
  deps: Deps,
  surveyId: string,
  query: { question?: string; from?: Day; to?: Day; by?: Step; counting: Counting },
  filters: SegmentFilter[],
) {
  checkOrder(query)
  const { id: question, metric } = await findQuestion(
    deps,
    await readSurvey(deps.db, surveyId),
    query.question,
  )
  await checkSegments(deps.db, surveyId, filters)
  const today = todayIn(deps)
  const isOpen = query.from === undefined || query.to === undefined
  const known = isOpen ? await daysAnswered(deps.db, { surveyId, question, until: today }) : null
  const { range, by } = rangeOf(query, known ?? { from: today, to: today }, today)
  return { surveyId, question, metric, range, by, segments: filters, counting: query.counting }
}

export type BoardQuery = Awaited<ReturnType<typeof readBoardQuery>>

/**
 * A range that begins after today is empty: it ends before it begins. Without a first day, the range is
 * limited to the longest allowed.
 */
function rangeOf(
  query: { from?: Day; to?: Day; by?: Step },
  known: Period,
  today: Day,
): { range: Period; by: Step } {
  const to = Math.min(today, query.to ?? Math.max(known.to, query.from ?? known.to))
  const years = query.by === 'day' ? MOST_YEARS.day : MOST_YEARS.range
  const from = query.from ?? Math.max(Math.min(known.from, to), to - 366 * years)
  const by = query.by ?? (to - from > 366 * MOST_YEARS.day ? 'month' : 'day')
  checkLength({ from, to }, by, ['from', 'to'])
  return { range: { from, to: Math.max(from - 1, to) }, by }
}

/** @throws InvalidInput if the range is too long; `names` are the parameters it came from */
export function checkLength({ from, to }: Period, by: Step, names: [from: string, to: string]) {
  if (to - from > 366 * MOST_YEARS.range)
    throw new InvalidInput([
      { field: names[0], message: `must be at most 50 years before "${names[1]}"` },
    ])
  if (by === 'day' && to - from > 366 * MOST_YEARS.day)
    throw new InvalidInput([
      { field: 'by', message: 'must be week or month for more than ten years' },
    ])
}
