import type { z } from '@hono/zod-openapi'
import { listDefinitions, listProperties } from '../../db/surveys/exports.ts'
import type { AnswerRow } from '../../surveys/answers.ts'
import type { Cell } from '../../surveys/csv.ts'
import { clockTime } from '../../surveys/days.ts'
import {
  FOLLOW_UP_HEADINGS,
  RESPONSE_HEADINGS,
  answerHeading,
  propertyHeading,
} from '../../surveys/exporting/headings.ts'
import { writeOptions } from '../../surveys/exporting/options.ts'
import { namesOf, optionsOf } from '../../surveys/definition.ts'
import type { Deps } from './deps.ts'
import type { followUp, response } from './schemas.ts'

type World = Pick<Deps, 'db' | 'workspace'>
type Response = z.infer<typeof response>
type FollowUp = z.infer<typeof followUp>

/** The columns of a kind of file, and how a row is written into them. */
type Columns<Row extends unknown[]> = { header: string[]; cells(...row: Row): Cell[] }

/** The columns of a survey's responses: every question of every version, every property. */
export async function responseColumns(
  { db, workspace }: World,
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
    const given = stored.find(({ question }) => question === name)
    const definition = definitions.get(version)
    const question = definition?.questions.find(({ id }) => id === name)
    if (!given || given.value !== null || !definition || !question)
      return given?.value ?? given?.text ?? null
    if (!optionsOf(question).length) return given.text
    const chosen =
      question.kind === 'choices' ? (JSON.parse(given.text!) as string[]) : [given.text!]
    // The newest version is the one that a file is read by.
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

/** The columns of follow-ups, which may come from several surveys. */
export async function followUpColumns(
  { db, workspace }: World,
  surveyId?: string,
): Promise<Columns<[FollowUp]>> {
  const { timeZone } = workspace
  const properties = await listProperties(db, surveyId)
  const h = FOLLOW_UP_HEADINGS
  return {
    header: [
      h.id,
      h.state,
      h.owner,
      h.note,
      h.openedAt,
      h.openedAtLocal,
      h.dueAt,
      h.dueAtLocal,
      h.contactedAt,
      h.contactedAtLocal,
      h.closedAt,
      h.closedAtLocal,
      h.survey,
      h.score,
      h.comment,
      h.language,
      ...properties.map(propertyHeading),
      h.otherProperties,
      h.customerName,
      h.customerEmail,
      h.customerId,
      h.customerVerified,
      h.personal,
      h.responseId,
    ],
    cells: ({ response, ...row }) => [
      row.id,
      row.state,
      row.owner?.name ?? null,
      row.note,
      ...timeCells(row.openedAt, timeZone),
      ...timeCells(row.dueAt, timeZone),
      ...timeCells(row.contactedAt, timeZone),
      ...timeCells(row.closedAt, timeZone),
      row.survey.name,
      response.answers.find(({ value }) => value !== null)?.value ?? null,
      response.answers.flatMap(({ text }) => text ?? []).join('\n') || null,
      response.language,
      ...propertyCells(response.properties, properties),
      response.customer?.name ?? null,
      response.customer?.email ?? null,
      response.customer?.externalId ?? null,
      verifiedCell(response),
      jsonCell(response.personal ?? {}),
      response.id,
    ],
  }
}

/** The instant in UTC, and by the workspace's clock. */
function timeCells(at: number | null, timeZone: string): Cell[] {
  return at === null ? [null, null] : [new Date(at).toISOString(), clockTime(at, timeZone)]
}

const verifiedCell = ({ customer }: Response): Cell =>
  customer && (customer.verified ? 'yes' : 'no')

function propertyCells(given: Record<string, string>, columns: string[]): Cell[] {
  const others = Object.entries(given).filter(([name]) => !columns.includes(name))
  return [
    ...columns.map((name) => (Object.hasOwn(given, name) ? given[name]! : null)),
    jsonCell(Object.fromEntries(others)),
  ]
}

const jsonCell = (given: Record<string, string>): Cell =>
  Object.keys(given).length ? JSON.stringify(given) : null
