import { OpenAPIHono, z } from '@hono/zod-openapi'
import { readResponse } from '../../db/responses/list.ts'
import { changeTags, listTags, setTags } from '../../db/responses/tags.ts'
import { readSurvey } from '../../db/surveys/surveys.ts'
import { MOST_AT_ONCE, MOST_TAGS } from '../../surveys/limits.ts'
import { tag } from '../../surveys/tags.ts'
import type { Env } from '../base/access.ts'
import type { Deps } from '../base/deps.ts'
import { readContextOf } from '../base/readContext.ts'
import { route } from '../base/route.ts'
import { answers, jsonBody } from '../base/schemas.ts'
import { refuseInvalid } from '../base/validation.ts'
import { response } from './schemas.ts'
import { toResponse } from './serialize.ts'

const params = z.object({ id: z.string() })
const tags = z.array(tag, 'must be a list of tags').max(MOST_TAGS, `must be ${MOST_TAGS} at most`)
const ids = `must be a list of 1 to ${MOST_AT_ONCE} ids`
const change = z.strictObject(
  {
    responses: z.array(z.string(ids), ids).min(1, ids).max(MOST_AT_ONCE, ids),
    add: tags.default([]),
    remove: tags.default([]),
  },
  'must be an object',
)

/** A team's tags of responses. */
export function tagRoutes(deps: Deps) {
  const { db } = deps
  return new OpenAPIHono<Env>({ defaultHook: refuseInvalid })
    .openapi(
      route('viewer', 'get', '/surveys/{id}/tags', {
        request: { params },
        responses: answers(
          z.object({ tags: z.array(z.string()) }),
          'The tags of the survey’s responses, in order',
        ),
      }),
      async (context) => {
        const { id } = await readSurvey(db, context.req.valid('param').id)
        return context.json({ tags: await listTags(db, id) })
      },
    )
    .openapi(
      route('lead', 'post', '/surveys/{id}/tag-changes', {
        request: { params, body: jsonBody(change) },
        responses: answers(
          z.object({ changed: z.int() }),
          'All the responses were changed, or none',
        ),
      }),
      async (context) => {
        const { id } = await readSurvey(db, context.req.valid('param').id)
        const { responses, add, remove } = context.req.valid('json')
        const changed = [...new Set(responses)]
        await changeTags(db, id, changed, { add, remove })
        return context.json({ changed: changed.length })
      },
    )
    .openapi(
      route('lead', 'put', '/responses/{id}/tags', {
        request: { params, body: jsonBody(z.strictObject({ tags }, 'must be an object')) },
        responses: answers(z.object({ response }), 'The response with exactly these tags'),
      }),
      async (context) => {
        const { id } = context.req.valid('param')
        await setTags(db, id, context.req.valid('json').tags)
        const row = await readResponse(db, id)
        return context.json({
          response: await toResponse(deps, readContextOf(deps, context), row),
        })
      },
    )
}
