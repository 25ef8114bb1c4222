import { OpenAPIHono, z } from '@hono/zod-openapi'
import { changeBatch, undoBatch } from '../../db/followUps/batches.ts'
import { changeFollowUp, changeFollowUps } from '../../db/followUps/changes.ts'
import { logContact } from '../../db/followUps/contacts.ts'
import { idsOfFollowUps } from '../../db/followUps/counts.ts'
import { Conflict, InvalidInput } from '../../surveys/errors.ts'
import type { Env } from '../base/access.ts'
import type { Deps } from '../base/deps.ts'
import { followUpQuery } from '../base/filters.ts'
import { readContextOf } from '../base/readContext.ts'
import { route } from '../base/route.ts'
import { answers, jsonBody } from '../base/schemas.ts'
import { refuseInvalid } from '../base/validation.ts'
import { change, changeOfMany, changeOfMatching, contact } from './changeBodies.ts'
import { detailReader } from './detail.ts'
import { filterReader } from './filter.ts'
import { followUp, followUpDetail } from './schemas.ts'
import { toFollowUp } from './serialize.ts'

const params = z.object({ id: z.string() })

/** Routes for changing one follow-up or many. */
export function followUpChangeRoutes(deps: Deps) {
  const { db, now } = deps
  const detailOf = detailReader(deps)
  const filterOf = filterReader(deps)

  return new OpenAPIHono<Env>({ defaultHook: refuseInvalid })
    .openapi(
      route('lead', 'patch', '/follow-ups/{id}', {
        request: { params, body: jsonBody(change) },
        responses: answers(followUpDetail, 'The case as it is now'),
      }),
      async (context) => {
        const { id } = context.req.valid('param')
        const { owner, ...changes } = context.req.valid('json')
        const { name } = context.get('actor')
        await changeFollowUp(db, id, { ...changes, ownerId: owner }, { by: name, now: now() })
        return context.json(await detailOf(context, id))
      },
    )
    .openapi(
      route('lead', 'post', '/follow-ups/{id}/contacts', {
        request: { params, body: jsonBody(contact) },
        responses: answers(followUpDetail, 'The case with the logged contact'),
      }),
      async (context) => {
        const { id } = context.req.valid('param')
        const logged = context.req.valid('json')
        if (logged.at > now())
          throw new InvalidInput([{ field: 'at', message: 'must not be in the future' }])
        await logContact(db, id, logged, { by: context.get('actor').name, now: now() })
        return context.json(await detailOf(context, id))
      },
    )
    .openapi(
      route('lead', 'patch', '/follow-ups', {
        request: { body: jsonBody(changeOfMany) },
        responses: answers(
          z.object({ followUps: z.array(followUp) }),
          'The cases as they are now; all were changed, or none',
        ),
      }),
      async (context) => {
        const { ids, owner, ...changes } = context.req.valid('json')
        const { name } = context.get('actor')
        const rows = await changeFollowUps(
          db,
          [...new Set(ids)],
          { ...changes, ownerId: owner },
          { by: name, now: now() },
        )
        const readContext = readContextOf(deps, context)
        return context.json({
          followUps: await Promise.all(rows.map((row) => toFollowUp(deps, readContext, row))),
        })
      },
    )
    .openapi(
      route('lead', 'post', '/follow-up-changes', {
        request: { query: followUpQuery, body: jsonBody(changeOfMatching) },
        responses: answers(
          z.object({ id: z.string(), changed: z.int() }),
          'All matching cases were changed; the id undoes the change',
        ),
      }),
      async (context) => {
        const actor = context.get('actor')
        const { count, owner, ...changes } = context.req.valid('json')
        const filter = await filterOf(actor, context.req.valid('query'))
        const ids = await idsOfFollowUps(db, filter)
        if (ids.length !== count)
          throw new Conflict(`${ids.length} cases match now, not ${count}. Nothing was changed.`)
        const doing = { by: actor.name, now: now() }
        const id = await changeBatch(db, ids, { ...changes, ownerId: owner }, doing)
        return context.json({ id, changed: ids.length })
      },
    )
    .openapi(
      route('lead', 'delete', '/follow-up-changes/{id}', {
        request: { params },
        responses: answers(
          z.object({ restored: z.int() }),
          'The cases have their previous state again, except those changed since',
        ),
      }),
      async (context) => {
        const doing = { by: context.get('actor').name, now: now() }
        return context.json({
          restored: await undoBatch(db, context.req.valid('param').id, doing),
        })
      },
    )
}
