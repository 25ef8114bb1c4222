import type { z } from '@hono/zod-openapi'
import { stringify } from 'csv-stringify/sync'
import type { Context } from 'hono'
import { listProperties, listQuestionIds, recordExport } from '../db/exports.ts'
import type { Db } from '../db/open.ts'
import { currentAsker, whileWanted } from '../db/wanted.ts'
import type { Env } from './access.ts'
import type { Deps } from './deps.ts'
import type { followUp, response } from './schemas.ts'

type Cells = (string | number | null)[]

/** How a kind of row becomes a line of a file. */
export type Columns<Row> = { header: string[]; cells(row: Row): Cells }

export type Export<Row> = {
  /** Names the file and the record of who took it. */
  what: string
  filter: Record<string, unknown>
  header: string[]
  /** At most so many rows, from the first on or behind the last that was read. */
  read(last: Row | undefined, limit: number): Promise<Row[]>
  cells(row: Row): Promise<Cells>
}

/** Few enough that a file of any length takes little memory. */
const ROWS_AT_A_TIME = 100

/**
 * Streams a CSV file (RFC 4180, UTF-8 with a byte order mark) as fast as it is read and no faster;
 * what a spreadsheet would take for a formula is written as text.
 */
export async function exportCsv<Row>(
  { db, now }: Deps,
  context: Context<Env>,
  { what, filter, header, read, cells }: Export<Row>,
): Promise<Response> {
  await recordExport(db, { at: now(), by: context.get('actor').name, what, filter })
  const asker = currentAsker()
  let last: Row | undefined
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>(
    {
      start: (controller) => controller.enqueue(encoder.encode(`\uFEFF${csv([header])}`)),
      pull: async (controller) => {
        const rows = await whileWanted(asker, () => read(last, ROWS_AT_A_TIME))
        last = rows.at(-1)
        const lines = await Promise.all(rows.map(cells))
        if (lines.length) controller.enqueue(encoder.encode(csv(lines)))
        if (rows.length < ROWS_AT_A_TIME) controller.close()
      },
    },
    { highWaterMark: 1 },
  )
  const day = new Date(now()).toISOString().slice(0, 10)
  return context.body(body, 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="ohlas-${what}-${day}.csv"`,
    'cache-control': 'no-store',
  })
}

/** The columns of a survey's responses: every question of every version, every property. */
export async function responseColumns(
  db: Db,
  surveyId: string,
): Promise<Columns<z.infer<typeof response>>> {
  const questions = await listQuestionIds(db, surveyId)
  const properties = await listProperties(db, surveyId)
  return {
    header: [
      'id',
      'answered_at',
      'state',
      'band',
      ...questions.map((id) => `answer.${id}`),
      'added',
      'language',
      ...properties.map((name) => `property.${name}`),
      'other_properties',
      'customer_name',
      'customer_email',
      'customer_id',
      'customer_verified',
      'follow_up_id',
      'follow_up_state',
      'source',
      'survey_version',
    ],
    cells: (row) => [
      row.id,
      isoTime(row.answeredAt),
      row.state,
      row.band,
      ...questions.map((id) => {
        const given = row.answers.find(({ question }) => question === id)
        return given ? (given.value ?? given.text) : null
      }),
      row.additions.map(({ text }) => text).join('\n') || null,
      row.language,
      ...propertyCells(row.properties, properties),
      row.customer?.name ?? null,
      row.customer?.email ?? null,
      row.customer?.externalId ?? null,
      verifiedCell(row),
      row.followUp?.id ?? null,
      row.followUp?.state ?? null,
      row.source,
      row.version,
    ],
  }
}

/** The columns of follow-ups, which may come from several surveys. */
export async function followUpColumns(
  db: Db,
  surveyId?: string,
): Promise<Columns<z.infer<typeof followUp>>> {
  const properties = await listProperties(db, surveyId)
  return {
    header: [
      'id',
      'state',
      'owner',
      'note',
      'opened_at',
      'due_at',
      'contacted_at',
      'closed_at',
      'survey',
      'score',
      'comment',
      'language',
      ...properties.map((name) => `property.${name}`),
      'other_properties',
      'customer_name',
      'customer_email',
      'customer_id',
      'customer_verified',
      'response_id',
    ],
    cells: ({ response, ...row }) => [
      row.id,
      row.state,
      row.owner?.name ?? null,
      row.note,
      isoTime(row.openedAt),
      isoTime(row.dueAt),
      isoTime(row.contactedAt),
      isoTime(row.closedAt),
      row.survey.name,
      response.answers.find(({ value }) => value !== null)?.value ?? null,
      response.answers.flatMap(({ text }) => text ?? []).join('\n') || null,
      response.language,
      ...propertyCells(response.properties, properties),
      response.customer?.name ?? null,
      response.customer?.email ?? null,
      response.customer?.externalId ?? null,
      verifiedCell(response),
      response.id,
    ],
  }
}

function propertyCells(given: Record<string, string>, columns: string[]): Cells {
  const others = Object.entries(given).filter(([name]) => !columns.includes(name))
  return [
    ...columns.map((name) => (Object.hasOwn(given, name) ? given[name]! : null)),
    others.length ? JSON.stringify(Object.fromEntries(others)) : null,
  ]
}

const verifiedCell = ({ customer }: z.infer<typeof response>) =>
  customer && (customer.verified ? 'yes' : 'no')

const isoTime = (at: number | null) => (at === null ? null : new Date(at).toISOString())

const csv = (rows: Cells[]) =>
  // By itself it quotes a line break only where it is the one that ends its lines.
  stringify(rows, { escape_formulas: true, record_delimiter: 'windows', quoted_match: /[\r\n]/ })
