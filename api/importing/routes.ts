import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { OpenAPIHono, z } from '@hono/zod-openapi'
import type { Env } from '../base/access.ts'
import type { Deps } from '../base/deps.ts'
import { route } from '../base/route.ts'
import { answers, jsonBody } from '../base/schemas.ts'
import { refuseInvalid } from '../base/validation.ts'
import { importFile, importSettings } from './schemas.ts'
import { uploadedFiles } from './uploads.ts'

const params = z.object({ id: z.string() })
const listParams = params.extend({
  list: z.string().openapi({ description: 'rejected or changed' }),
})

const start = z.strictObject(
  {
    skipRejected: z
      .boolean('must be true or false')
      .optional()
      .openapi({ description: 'Leaves out rows that can’t be stored' }),
  },
  'must be an object',
)

/** Routes for files that are uploaded, checked, corrected and stored. */
export function importFileRoutes(deps: Deps) {
  const files = uploadedFiles(deps)
  const one = answers(importFile, 'The file, and what is known about it by now')

  return new OpenAPIHono<Env>({ defaultHook: refuseInvalid })
    .openapi(
      route('admin', 'post', '/surveys/{id}/import-files', {
        request: {
          params,
          query: z.strictObject({ name: z.string('must be given once').max(1_000).optional() }),
          body: {
            required: true,
            content: {
              'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) },
            },
          },
        },
        responses: answers(importFile, 'The uploaded file, which is being checked', 201),
      }),
      async (context) => {
        const { id } = context.req.valid('param')
        const { name = '' } = context.req.valid('query')
        const file = await files.add(context.req.raw, id, name, context.get('actor'))
        return context.json(file, 201)
      },
    )
    .openapi(
      route('admin', 'get', '/import-files/{id}', { request: { params }, responses: one }),
      async (context) => context.json(await files.read(context.req.valid('param').id), 200),
    )
    .openapi(
      route('admin', 'put', '/import-files/{id}/settings', {
        request: { params, body: jsonBody(importSettings) },
        responses: one,
      }),
      async (context) => {
        const { id } = context.req.valid('param')
        return context.json(await files.change(id, context.req.valid('json')), 200)
      },
    )
    .openapi(
      route('admin', 'put', '/import-files/{id}/storing', {
        request: { params, body: jsonBody(start) },
        responses: one,
      }),
      async (context) => {
        const { id } = context.req.valid('param')
        const { skipRejected = false } = context.req.valid('json')
        return context.json(await files.start(id, skipRejected, context.get('actor')), 200)
      },
    )
    .openapi(
      route('admin', 'delete', '/import-files/{id}/storing', {
        request: { params },
        responses: one,
      }),
      async (context) => context.json(await files.stop(context.req.valid('param').id), 200),
    )
    .openapi(
      route('admin', 'delete', '/import-files/{id}', {
        request: { params },
        responses: { 204: { description: 'The file is deleted' } },
      }),
      async (context) => {
        await files.discard(context.req.valid('param').id)
        return context.body(null, 204)
      },
    )
    .openapi(
      route('admin', 'get', '/import-files/{id}/lists/{list}', {
        request: { params: listParams },
        responses: {
          200: {
            description: 'The rows with line and reason',
            content: { 'text/csv': { schema: z.string() } },
          },
        },
      }),
      async (context) => {
        const { id, list } = context.req.valid('param')
        const path = await files.listOf(id, list)
        const body = Readable.toWeb(createReadStream(path)) as ReadableStream
        return context.body(body, 200, {
          'content-type': 'text/csv; charset=utf-8',
          'content-disposition': `attachment; filename="${list}-rows.csv"`,
        })
      },
    )
}
