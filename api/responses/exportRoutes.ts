import { OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { ResponseRow } from '../../db/responses/list.ts'
import type { Env } from '../base/access.ts'
import type { Deps } from '../base/deps.ts'
import { responseCountQuery } from '../base/filters.ts'
import { route } from '../base/route.ts'
import { refuseInvalid } from '../base/validation.ts'
import { exportFile, type Format } from '../exporting/exports.ts'
import { fileOf, sheetQuery } from '../exporting/schemas.ts'
import { responseColumns } from './exportColumns.ts'
import { filterReader, orderReader } from './filter.ts'

const EXPORT = { role: 'lead', scope: 'export' } as const
const params = z.object({ id: z.string() })
const inWorkbook = responseCountQuery.extend(sheetQuery)

/** A survey's responses as files. */
export function responseExportRoutes(deps: Deps) {
  const filterOf = filterReader(deps)
  const orderOf = orderReader(deps)

  const send = async (
    context: Context<Env>,
    surveyId: string,
    query: z.infer<typeof responseCountQuery>,
    own: z.ZodObject,
    format: Format,
  ) => {
    const filter = await filterOf(context.get('actor'), surveyId, query, own)
    const order = await orderOf(surveyId, query)
    const columns = await responseColumns(deps, surveyId)
    return exportFile(
      deps,
      context,
      format,
      { query, own: Object.keys(own.shape), surveyId },
      {
        what: 'responses',
        header: columns.header,
        read: (last: ResponseRow | undefined, limit) =>
          order.list({ ...filter, after: last && order.placeOf(last), limit }),
        cells: columns.cells,
      },
    )
  }

  return new OpenAPIHono<Env>({ defaultHook: refuseInvalid })
    .openapi(
      route(EXPORT, 'get', '/surveys/{id}/responses.csv', {
        request: { params, query: responseCountQuery },
        responses: fileOf('csv', 'Exactly the responses that the filter shows'),
      }),
      async (context) =>
        send(
          context,
          context.req.valid('param').id,
          context.req.valid('query'),
          responseCountQuery,
          { kind: 'csv' },
        ),
    )
    .openapi(
      route(EXPORT, 'get', '/surveys/{id}/responses.xlsx', {
        request: { params, query: inWorkbook },
        responses: fileOf(
          'xlsx',
          'Exactly the responses that the filter shows, as an Excel workbook',
        ),
      }),
      async (context) => {
        const { direction, ...query } = context.req.valid('query')
        return send(context, context.req.valid('param').id, query, inWorkbook, {
          kind: 'xlsx',
          direction,
        })
      },
    )
}
