import type { AnswerFilter } from '../../db/responses/list.ts'
import { readCurrent, type Survey } from '../../db/surveys/surveys.ts'
import { readDefinitions } from '../../db/surveys/versions.ts'
import { answerOptions } from '../../surveys/answerOptions.ts'
import { InvalidInput } from '../../surveys/errors.ts'
import type { Deps } from '../base/deps.ts'
import { isAnswerName } from '../base/filters.ts'

/** The questions of a survey, past ones too, whose answers responses can be filtered by. */
export async function readAnswerOptions({ db }: Pick<Deps, 'db'>, survey: Survey) {
  return answerOptions([await readCurrent(db, survey), ...(await readDefinitions(db, survey.id))])
}

/**
 * Reads the answers in a query: `a.QUESTION=ANSWER`.
 * @throws InvalidInput naming a question that has no such answer
 */
export async function answersIn(
  deps: Pick<Deps, 'db'>,
  survey: Survey,
  query: Record<string, unknown>,
): Promise<AnswerFilter[]> {
  const wanted = Object.entries(query).filter(([name]) => isAnswerName(name))
  if (!wanted.length) return []
  const questions = await readAnswerOptions(deps, survey)
  return wanted.map(([field, answer]) => {
    const question = questions.find((each) => `a.${each.question}` === field)
    if (!question)
      throw new InvalidInput([
        {
          field,
          message: `must be a. and one of ${questions.map((each) => each.question).join(', ')}`,
        },
      ])
    if (question.options.every(({ value }) => value !== answer))
      throw new InvalidInput([
        {
          field,
          message: `must be one of ${question.options.map(({ value }) => value).join(', ')}`,
        },
      ])
    return { question: question.question, answer: String(answer) }
  })
}
