import type { AnswerFilter } from '../../db/responses/answerConditions.ts'
import { readCurrent, type Survey } from '../../db/surveys/surveys.ts'
import { readDefinitions } from '../../db/surveys/versions.ts'
import { knownQuestions } from '../../surveys/knownQuestions.ts'
import { namesOf, type SurveyDefinition } from '../../surveys/definition.ts'
import { InvalidInput } from '../../surveys/errors.ts'
import type { Deps } from '../base/deps.ts'
import { isAnswerName } from '../base/filters.ts'

/** The current definition, then every published one, newest first. */
export async function readVersions(
  { db }: Pick<Deps, 'db'>,
  survey: Survey,
): Promise<SurveyDefinition[]> {
  return [await readCurrent(db, survey), ...(await readDefinitions(db, survey.id))]
}

/** The questions of a survey, past ones too, by whose answers responses can be filtered. */
export async function readAnswerOptions(deps: Pick<Deps, 'db'>, survey: Survey) {
  return knownQuestions(await readVersions(deps, survey))
}

/**
 * Checks that a survey asks or asked a question.
 * @throws InvalidInput naming the field
 */
export async function checkAnswered(
  deps: Pick<Deps, 'db'>,
  survey: Survey,
  question: string | undefined,
) {
  if (question === undefined) return
  const versions = await readVersions(deps, survey)
  const names = new Set(versions.flatMap(({ questions }) => questions.flatMap(namesOf)))
  if (!names.has(question))
    throw new InvalidInput([
      { field: 'answered', message: `must be one of ${[...names].join(', ')}` },
    ])
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
  const questions = (await readAnswerOptions(deps, survey)).filter(({ options }) => options.length)
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
