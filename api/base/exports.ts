import type { Context } from 'hono'
import { recordAudit } from '../../db/audit/audit.ts'
import { currentRequester, runFor } from '../../db/requestScope.ts'
import { BYTE_ORDER_MARK, csvRow, type Cell } from '../../surveys/csv.ts'
import { isoOf } from '../../surveys/days.ts'
import { auditActor, type Env } from './access.ts'
import type { Deps } from './deps.ts'

export type File<Row> = {
  /** Name of the file. */
  what: string
  header: string[]
  /** Reads at most this many rows, from the first or after the last one read. */
  read(last: Row | undefined, limit: number): Promise<Row[]>
  cells(row: Row): Promise<Cell[]>
}

/**
 * What an export is limited to: the query, and the route's own parameter names, which are not
 * properties.
 */
type Filter = { query: Record<string, unknown>; own: string[]; surveyId?: string | undefined }

/** Rows read at a time; few, so that a file of any length takes little memory. */
const ROWS_AT_A_TIME = 100

/** Records the export in the audit log and streams the file. */
export async function exportCsv<Row>(
  deps: Deps,
  context: Context<Env>,
  { query, own, surveyId }: Filter,
  file: File<Row>,
): Promise<Response> {
  await recordAudit(deps.db, {
    at: deps.now(),
    actor: auditActor(context.get('actor')),
    action: 'export.downloaded',
    surveyId,
    details: { file: file.what, format: 'csv', filter: auditedFilter(query, own) },
  })
  return csvResponse(deps, context, file)
}

/** Returns the filter without the values of properties, which may be names. */
function auditedFilter(query: Filter['query'], own: string[]): string[] {
  return Object.entries(query)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => (own.includes(name) ? `${name}=${valueOf(name, value)}` : name))
}

const valueOf = (name: string, value: unknown) =>
  name === 'from' || name === 'to' ? isoOf(value as number) : String(value)

/**
 * Streams a CSV file (RFC 4180, UTF-8 with a byte order mark) with back-pressure. Neutralises cells
 * that a spreadsheet would run as formulas.
 */
export function csvResponse<Row>(
  { now }: Pick<Deps, 'now'>,
  context: Context<Env>,
  { what, header, read, cells }: File<Row>,
): Response {
  const requester = currentRequester()
  let last: Row | undefined
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>(
    {
      start: (controller) => controller.enqueue(encoder.encode(BYTE_ORDER_MARK + csvRow(header))),
      pull: async (controller) => {
        const rows = await runFor(requester, () => read(last, ROWS_AT_A_TIME))
        last = rows.at(-1)
        const lines = await Promise.all(rows.map(cells))
        if (lines.length) controller.enqueue(encoder.encode(lines.map(csvRow).join('')))
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
