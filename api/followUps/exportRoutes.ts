import { OpenAPIHono, type z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { listFollowUps } from '../../db/followUps/followUps.ts'
import type { Env } from '../base/access.ts'
import type { Deps } from '../base/deps.ts'
import { followUpQuery } from '../base/filters.ts'
import { readContextOf } from '../base/readContext.ts'
import { route } from '../base/route.ts'
import { refuseInvalid } from '../base/validation.ts'
import { exportFile, type Format } from '../exporting/exports.ts'
import { fileOf, sheetQuery } from '../exporting/schemas.ts'
import { followUpColumns } from './exportColumns.ts'
import { filterReader } from './filter.ts'
import { toFollowUp } from './serialize.ts'

const EXPORT = { role: 'lead', scope: 'export' } as const
const inWorkbook = followUpQuery.extend(sheetQuery)

/** Follow-ups as files. */
export function followUpExportRoutes(deps: Deps) {
  const filterOf = filterReader(deps)

  const send = async (
    context: Context<Env>,
    query: z.infer<typeof followUpQuery>,
    own: z.ZodObject,
    format: Format,
  ) => {
    const filter = await filterOf(context.get('actor'), query, own)
    const columns = await followUpColumns(deps, query.survey)
    const readContext = readContextOf(deps, context)
    type Read = Awaited<ReturnType<typeof read>>[number]
    const read = async (last: { rank: number; id: string } | undefined, limit: number) => {
      const rows = await listFollowUps(deps.db, { ...filter, ...(last && { after: last }), limit })
      return Promise.all(
        rows.map(async (row) => ({
          rank: row.rank,
          id: row.followUp.id,
          shown: await toFollowUp(deps, readContext, row),
        })),
      )
    }
    return exportFile<Read>(
      deps,
      context,
      format,
      { query, own: Object.keys(own.shape), surveyId: query.survey },
      {
        what: 'follow-ups',
        header: columns.header,
        read,
        cells: ({ shown }) => columns.cells(shown),
      },
    )
  }

  return new OpenAPIHono<Env>({ defaultHook: refuseInvalid })
    .openapi(
      route(EXPORT, 'get', '/follow-ups.csv', {
        request: { query: followUpQuery },
        responses: fileOf('csv', 'Exactly the cases that the filter shows'),
      }),
      async (context) => send(context, context.req.valid('query'), followUpQuery, { kind: 'csv' }),
    )
    .openapi(
      route(EXPORT, 'get', '/follow-ups.xlsx', {
        request: { query: inWorkbook },
        responses: fileOf('xlsx', 'Exactly the cases that the filter shows, as an Excel workbook'),
      }),
      async (context) => {
        const { direction, ...query } = context.req.valid('query')
        return send(context, query, inWorkbook, { kind: 'xlsx', direction })
      },
    )
}
