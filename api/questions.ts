import type { SegmentFilter } from '../db/matching.ts'
import { daysAnswered } from '../db/scores.ts'
import { readCurrent, readSurvey, type Survey } from '../db/surveys.ts'
import type { Counting } from '../surveys/counting.ts'
import { dayOf, type Day, type Period, type Step } from '../surveys/days.ts'
import { InvalidInput } from '../surveys/errors.ts'
import { scoredQuestions } from '../surveys/survey.ts'
import type { Deps } from './deps.ts'
import { checkOrder, checkSegments } from './filters.ts'

/** The longest range that is read at once, and by day. */
const MOST_YEARS = { range: 50, day: 10 }

/**
 * The scored question that a survey is asked about, the main one unless another is named.
 * @throws InvalidInput when the survey has no such question
 */
export async function findQuestion({ db }: Deps, row: Survey, wanted: string | undefined) {
  const questions = scoredQuestions(await readCurrent(db, row))
  const found = questions.find(({ id }) => wanted === undefined || id === wanted)
  if (!found)
    throw new InvalidInput([
      {
        field: 'question',
        message: `must be one of ${questions.map(({ id }) => id).join(', ')}`,
      },
    ])
  return { ...found, isMain: found === questions[0] }
}

/**
 * What a question about scores is about: which survey, question, days and groups. Days that are left
 * open reach to the first and the last answer.
 * @throws NotFound, InvalidInput naming what is wrong
 */
export async function readBoardQuery(
  deps: Deps,
  surveyId: string,
  query: { question?: string; from?: Day; to?: Day; by: Step; counting: Counting },
  filters: SegmentFilter[],
) {
  checkOrder(query)
  const { id: question, metric } = await findQuestion(
    deps,
    await readSurvey(deps.db, surveyId),
    query.question,
  )
  await checkSegments(deps.db, surveyId, filters)
  const today = dayOf(deps.now(), deps.workspace.timeZone)
  const isOpen = query.from === undefined || query.to === undefined
  const known = isOpen ? await daysAnswered(deps.db, { surveyId, question }) : null
  const range = rangeOf(query, known ?? { from: today, to: today })
  return { surveyId, question, metric, range, segments: filters, counting: query.counting }
}

export type BoardQuery = Awaited<ReturnType<typeof readBoardQuery>>

function rangeOf(query: { from?: Day; to?: Day; by: Step }, known: Period): Period {
  const from = query.from ?? Math.min(known.from, query.to ?? known.from)
  const to = query.to ?? Math.max(known.to, from)
  checkLength({ from, to }, query.by, ['from', 'to'])
  return { from, to }
}

/** @throws InvalidInput when days are more than are read at once; `names` are what they were given by */
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
