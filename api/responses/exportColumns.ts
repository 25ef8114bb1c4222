import type { z } from '@hono/zod-openapi'
import { listDefinitions, listProperties } from '../../db/surveys/exports.ts'
import type { AnswerRow } from '../../surveys/answers.ts'
import type { Cell } from '../../surveys/csv.ts'
import { namesOf, optionsOf } from '../../surveys/definition.ts'
import {
  RESPONSE_HEADINGS,
  answerHeading,
  propertyHeading,
} from '../../surveys/exporting/headings.ts'
import { writeOptions } from '../../surveys/exporting/options.ts'
import type { Deps } from '../base/deps.ts'
import {
  jsonCell,
  propertyCells,
  timeCells,
  verifiedCell,
  type Columns,
} from '../base/exportCells.ts'
import type { response } from './schemas.ts'

type Response = z.infer<typeof response>

/** The columns of a survey's responses: every question of every version, every property. */
export async function responseColumns(
  { db, workspace }: Pick<Deps, 'db' | 'workspace'>,
  surveyId: string,
): Promise<Columns<[shown: Response, stored: AnswerRow[]]>> {
  const versions = await listDefinitions(db, surveyId)
  const questions = new Map(
    versions.flatMap(({ definition }) =>
      definition.questions.flatMap((question) => namesOf(question).map((name) => [name, question])),
    ),
  )
  const properties = await listProperties(db, surveyId)
  const definitions = new Map(versions.map(({ version, definition }) => [version, definition]))

  const answerCell = (name: string, { version, language }: Response, stored: AnswerRow[]): Cell => {
    const answer = stored.find(({ question }) => question === name)
    const definition = definitions.get(version)
    const question = definition?.questions.find(({ id }) => id === name)
    if (!answer || answer.value !== null || !definition || !question)
      return answer?.value ?? answer?.text ?? null
    if (!optionsOf(question).length) return answer.text
    const chosen =
      question.kind === 'choices' ? (JSON.parse(answer.text!) as string[]) : [answer.text!]
    // A file is read by the newest version.
    const readers = questions.get(name)!
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
      ...[...questions.keys()].map(answerHeading),
      h.added,
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
    cells: (row, stored) => [
      row.id,
      ...timeCells(row.answeredAt, workspace.timeZone),
      row.state,
      row.band,
      ...[...questions.keys()].map((name) => answerCell(name, row, stored)),
      row.additions.map(({ text }) => text).join('\n') || null,
      row.language,
      ...propertyCells(row.properties, properties),
      row.customer?.name ?? null,
      row.customer?.email ?? null,
      row.customer?.externalId ?? null,
      verifiedCell(row),
      jsonCell(row.personal ?? {}),
      row.badSignature ? 'yes' : null,
      row.followUp?.id ?? null,
      row.followUp?.state ?? null,
      row.source,
      row.version,
    ],
  }
}
