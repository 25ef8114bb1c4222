import { isVerified } from '../../db/customers/customers.ts'
import type { ResponseRow } from '../../db/responses/list.ts'
import { listDefinitions, listProperties } from '../../db/surveys/exports.ts'
import type { AnswerRow } from '../../surveys/answers.ts'
import { namesOf, optionsOf } from '../../surveys/definition.ts'
import type { Cell } from '../../surveys/exporting/cell.ts'
import {
  RESPONSE_HEADINGS,
  answerHeading,
  propertyHeading,
} from '../../surveys/exporting/headings.ts'
import { writeOptions } from '../../surveys/exporting/options.ts'
import type { Deps } from '../base/deps.ts'
import { jsonCell, propertyCells, timeCells, type Columns } from '../exporting/cells.ts'

/**
 * The columns of a survey's responses, in any format: every question of every version, every property. They are for
 * leads, who see everything.
 */
export async function responseColumns(
  { db, workspace }: Pick<Deps, 'db' | 'workspace'>,
  surveyId: string,
): Promise<Columns<ResponseRow>> {
  const versions = await listDefinitions(db, surveyId)
  const questions = new Map(
    versions.flatMap(({ definition }) =>
      definition.questions.flatMap((question) => namesOf(question).map((name) => [name, question])),
    ),
  )
  const names = [...questions.keys()]
  const properties = await listProperties(db, surveyId)
  const definitions = new Map(versions.map(({ version, definition }) => [version, definition]))

  const answerCell = ({ version, language }: ResponseRow, answer: AnswerRow): Cell => {
    const definition = definitions.get(version)
    const question = definition?.questions.find(({ id }) => id === answer.question)
    if (answer.value !== null || !definition || !question) return answer.value ?? answer.text
    if (!optionsOf(question).length) return answer.text
    const chosen =
      question.kind === 'choices' ? (JSON.parse(answer.text!) as string[]) : [answer.text!]
    // A file is read by the newest version.
    const readers = questions.get(answer.question)!
    return writeOptions(definition, question, chosen, { readers, language: language ?? '' })
  }
  const h = RESPONSE_HEADINGS
  return {
    header: [
      h.id,
      h.answeredAt,
      h.answeredAtLocal,
      h.state,
      h.band,
      ...names.map(answerHeading),
      h.added,
      h.tags,
      h.language,
      ...properties.map(propertyHeading),
      h.otherProperties,
      h.customerName,
      h.customerEmail,
      h.customerId,
      h.customerVerified,
      h.personal,
      h.badSignature,
      h.followUpId,
      h.followUpState,
      h.source,
      h.version,
    ],
    cells: (row) => {
      const answers = new Map(row.answers.map((answer) => [answer.question, answer]))
      return [
        row.id,
        ...timeCells(row.answeredAt, workspace.timeZone),
        row.state,
        row.band,
        ...names.map((name) => {
          const answer = answers.get(name)
          return answer ? answerCell(row, answer) : null
        }),
        row.additions.map(({ text }) => text).join('\n') || null,
        row.tags.join('; ') || null,
        row.language,
        ...propertyCells(row.properties, properties),
        row.customerName,
        row.customerEmail,
        row.customerExternalId,
        verifiedCell(row),
        jsonCell(row.personal ?? {}),
        row.badSignature ? 'yes' : null,
        row.followUpId,
        row.followUpState,
        row.source,
        row.version,
      ]
    },
  }
}

function verifiedCell(row: ResponseRow): Cell {
  if (row.customerId) return isVerified(row) ? 'yes' : 'no'
  return row.customerName === null && row.customerEmail === null ? null : 'no'
}
