import { countAnswers, countAnswersToAny, lastAnswerAt } from '../../db/scores/summaries.ts'
import { readCurrent, type Survey } from '../../db/surveys/surveys.ts'
import { readDefinitions } from '../../db/surveys/versions.ts'
import { mainQuestions, pastQuestions } from '../../surveys/pastQuestions.ts'
import { scoredQuestions } from '../../surveys/definition.ts'
import type { Deps } from '../base/deps.ts'
import { endOfToday, todayIn } from '../base/today.ts'

/**
 * Answers to a survey's main question up to today, under all ids it has had, and past questions with
 * answers.
 */
export async function readSurveyAnswers(deps: Deps, row: Survey) {
  const { db } = deps
  const until = todayIn(deps)
  const before = endOfToday(deps)
  const current = await readCurrent(db, row)
  const versions = await readDefinitions(db, row.id)
  const count = (question: string) => countAnswers(db, { surveyId: row.id, question, until })

  const main = scoredQuestions(current)[0]?.id
  const answersNow = main === undefined ? 0 : await count(main)
  const { ids, overlap } = mainQuestions([current, ...versions])
  const each = overlap || ids.length < 2 ? [] : await Promise.all(ids.map(count))
  const past = await Promise.all(
    pastQuestions(current, versions).map(async (question) => ({
      ...question,
      answers: await count(question.id),
    })),
  )
  return {
    answers: overlap
      ? await countAnswersToAny(db, { surveyId: row.id, questions: ids, until: before })
      : each.length
        ? each.reduce((sum, n) => sum + n, 0)
        : answersNow,
    answersNow,
    past: past.filter(({ answers }) => answers > 0),
    lastAnswerAt: await lastAnswerAt(db, { surveyId: row.id, before }),
  }
}
