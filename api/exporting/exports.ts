import type { Context } from 'hono'
import { recordAudit } from '../../db/audit/audit.ts'
import { currentRequester, runFor } from '../../db/requestScope.ts'
import { BYTE_ORDER_MARK, csvRow } from '../../surveys/csv.ts'
import { isoOf } from '../../surveys/days.ts'
import type { Cell } from '../../surveys/exporting/cell.ts'
import { auditActor, type Env } from '../base/access.ts'
import type { Deps } from '../base/deps.ts'
import { workbook } from './workbook.ts'

export type File<Row> = {
  /** The name of the file. */
  what: string
  header: string[]
  /** Reads at most this many rows, from the first or after the last one read. */
  read(last: Row | undefined, limit: number): Promise<Row[]>
  cells(row: Row): Cell[]
}

/** CSV, or an Excel workbook, whose sheet runs in the direction of its reader's language. */
export type Format = { kind: 'csv' } | { kind: 'xlsx'; direction: 'ltr' | 'rtl' }

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** What an export is limited to: the query, and the names of its parameters that aren't properties. */
type Filter = { query: Record<string, unknown>; own: string[]; surveyId?: string | undefined }

/** So many that reading costs little per row, and so few that a file of any length takes little memory. */
const ROWS_AT_A_TIME = 1_000

/** Records the export in the audit log and streams the file. */
export async function exportFile<Row>(
  deps: Deps,
  context: Context<Env>,
  format: Format,
  { query, own, surveyId }: Filter,
  file: File<Row>,
): Promise<Response> {
  await recordAudit(deps.db, {
    at: deps.now(),
    actor: auditActor(context.get('actor')),
    action: 'export.downloaded',
    surveyId,
    details: { file: file.what, format: format.kind, filter: auditedFilter(query, own) },
  })
  return fileResponse(deps, context, format, file)
}

/** The filter without values of properties, which may be names. */
function auditedFilter(query: Filter['query'], own: string[]): string[] {
  return Object.entries(query)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => (own.includes(name) ? `${name}=${valueOf(name, value)}` : name))
}

const valueOf = (name: string, value: unknown) =>
  name === 'from' || name === 'to' ? isoOf(value as number) : String(value)

/** Streams a file with back-pressure. */
export function fileResponse<Row>(
  { now }: Pick<Deps, 'now'>,
  context: Context<Env>,
  format: Format,
  file: File<Row>,
): Response {
  const rows = pagesOf(file)
  const chunks =
    format.kind === 'csv'
      ? csvFile(file.header, rows)
      : workbook({ name: file.what, header: file.header, direction: format.direction }, rows)
  const body = new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        const { done, value } = await chunks.next()
        if (done) controller.close()
        else controller.enqueue(value)
      },
      cancel: async () => void (await chunks.return(undefined)),
    },
    { highWaterMark: 1 },
  )
  const day = new Date(now()).toISOString().slice(0, 10)
  return context.body(body, 200, {
    'content-type': TYPES[format.kind],
    'content-disposition': `attachment; filename="ohlas-${file.what}-${day}.${format.kind}"`,
    'cache-control': 'no-store',
  })
}

/** RFC 4180, UTF-8 with a byte order mark; text that a spreadsheet would run as a formula is guarded. */
async function* csvFile(
  header: string[],
  pages: AsyncIterable<Cell[][]>,
): AsyncGenerator<Uint8Array, void> {
  const encoder = new TextEncoder()
  yield encoder.encode(BYTE_ORDER_MARK + csvRow(header))
  for await (const rows of pages) yield encoder.encode(rows.map(csvRow).join(''))
}

/** Reads the next page while one is written. */
async function* pagesOf<Row>({ read, cells }: File<Row>): AsyncGenerator<Cell[][], void> {
  const requester = currentRequester()
  const readAfter = (last: Row | undefined) => runFor(requester, () => read(last, ROWS_AT_A_TIME))
  let next: Promise<Row[]> | null = readAfter(undefined)
  while (next) {
    const rows: Row[] = await next
    next = rows.length < ROWS_AT_A_TIME ? null : readAfter(rows.at(-1))
    // It is awaited later, if the client stays.
    next?.catch(() => {})
    if (rows.length) yield rows.map(cells)
  }
}
