import { countAnswersOfEach, countAnswersToAny, lastAnswersAt } from '../../db/scores/summaries.ts'
import { readCurrent, type Survey } from '../../db/surveys/surveys.ts'
import { readDefinitionsOfEach } from '../../db/surveys/versions.ts'
import { mainQuestions, pastQuestions } from '../../surveys/pastQuestions.ts'
import { scoredQuestions } from '../../surveys/definition.ts'
import type { Deps } from '../base/deps.ts'
import { endOfToday, todayIn } from '../base/today.ts'

/**
 * Counts answers to each survey's main question up to today, under all ids it has had, and lists past
 * questions with answers.
 * @returns in the order of the surveys
 */
export async function readSurveyAnswers(deps: Deps, rows: Survey[]) {
  const { db } = deps
  const before = endOfToday(deps)
  const surveyIds = rows.map(({ id }) => id)
  const versionsOfEach = await readDefinitionsOfEach(db, surveyIds)
  const counts = await countAnswersOfEach(db, { surveyIds, until: todayIn(deps) })
  const lastAnswers = await lastAnswersAt(db, { surveyIds, before })
  return Promise.all(
    rows.map(async (row) => {
      const current = await readCurrent(db, row)
      const versions = versionsOfEach.get(row.id)!
      const count = (question: string) => counts.get(row.id)!.get(question) ?? 0
      const main = scoredQuestions(current)[0]?.id
      const { ids, overlap } = mainQuestions([current, ...versions])
      return {
        answers: overlap
          ? await countAnswersToAny(db, { surveyId: row.id, questions: ids, until: before })
          : ids.reduce((sum, id) => sum + count(id), 0),
        answersNow: main === undefined ? 0 : count(main),
        past: pastQuestions(current, versions)
          .map((question) => ({ ...question, answers: count(question.id) }))
          .filter(({ answers }) => answers > 0),
        lastAnswerAt: lastAnswers.get(row.id) ?? null,
      }
    }),
  )
}
