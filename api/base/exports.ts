import type { Context } from 'hono'
import { recordExport } from '../../db/surveys/exports.ts'
import { currentRequester, runFor } from '../../db/requestScope.ts'
import { BYTE_ORDER_MARK, csvRow, type Cell } from '../../surveys/csv.ts'
import type { Env } from './access.ts'
import type { Deps } from './deps.ts'

export type Export<Row> = {
  /** The name of the file and of its export record. */
  what: string
  filter: Record<string, unknown>
  header: string[]
  /** Reads at most this many rows, from the first or after the last one read. */
  read(last: Row | undefined, limit: number): Promise<Row[]>
  cells(row: Row): Promise<Cell[]>
}

/** Small, so that a file of any length takes little memory. */
const ROWS_AT_A_TIME = 100

/**
 * Streams a CSV file (RFC 4180, UTF-8 with a byte order mark) with back-pressure; writes as text what a
 * spreadsheet would run as a formula.
 */
export async function exportCsv<Row>(
  { db, now }: Deps,
  context: Context<Env>,
  { what, filter, header, read, cells }: Export<Row>,
): Promise<Response> {
  await recordExport(db, { at: now(), by: context.get('actor').name, what, filter })
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
