import { OpenAPIHono, z } from '@hono/zod-openapi'
import { countFollowUps, countOpenFollowUps } from '../../db/followUps/counts.ts'
import { listFollowUps, type FollowUpPlace } from '../../db/followUps/followUps.ts'
import { isCatchingUp } from '../../db/search/indexing.ts'
import { recordNamesViewed } from '../audit/record.ts'
import type { Env } from '../base/access.ts'
import type { Deps } from '../base/deps.ts'
import { followUpQuery, pageOf, placeOf } from '../base/filters.ts'
import { answers } from '../base/schemas.ts'
import { detailReader } from './detail.ts'
import { filterReader } from './filter.ts'
import { cursorOf } from './live/cursor.ts'
import { cursor, followUp, followUpCounts, followUpDetail } from './schemas.ts'
import { endOfToday } from '../base/today.ts'
import { readContextOf } from '../base/readContext.ts'
import { toFollowUp } from './serialize.ts'
import { route } from '../base/route.ts'
import { refuseInvalid } from '../base/validation.ts'

const params = z.object({ id: z.string() })
const place = z
  .tuple([z.int(), z.string()])
  .transform(([rank, id]): FollowUpPlace => ({ rank, id }))

/** Follow-ups: the customers who were let down, and what is being done. */
export function followUpRoutes(deps: Deps) {
  const { db, now } = deps
  const filterOf = filterReader(deps)
  const detailOf = detailReader(deps)

  return new OpenAPIHono<Env>({ defaultHook: refuseInvalid })
    .openapi(
      route('lead', 'get', '/follow-ups', {
        request: { query: followUpQuery },
        responses: answers(
          z.object({ followUps: z.array(followUp), next: z.string().nullable() }),
          'A page of cases: open ones by deadline, then closed ones, the latest first',
        ),
      }),
      async (context) => {
        const query = context.req.valid('query')
        const actor = context.get('actor')
        const filter = await filterOf(actor, query)
        const rows = await listFollowUps(db, {
          ...filter,
          after: placeOf(place, query.cursor),
          limit: query.limit + 1,
        })
        const { page, next } = pageOf(rows, query.limit, ({ rank, followUp }) => [
          rank,
          followUp.id,
        ])
        const readContext = readContextOf(deps, context)
        await recordNamesViewed(deps, actor, page)
        return context.json({
          followUps: await Promise.all(page.map((row) => toFollowUp(deps, readContext, row))),
          next,
        })
      },
    )
    .openapi(
      route('lead', 'get', '/follow-up-counts', {
        request: { query: followUpQuery },
        responses: answers(
          followUpCounts,
          'How many cases each state and view has, and how many match',
        ),
      }),
      async (context) => {
        const actor = context.get('actor')
        const filter = await filterOf(actor, context.req.valid('query'))
        const { change, ...counts } = await countFollowUps(db, filter, now(), actor.id)
        const indexing = filter.search && (await isCatchingUp(db))
        return context.json({ ...counts, indexing, cursor: cursorOf(change) })
      },
    )
    .openapi(
      route('lead', 'get', '/follow-up-counts/open', {
        responses: answers(z.object({ open: z.int(), cursor }), 'How many cases are open'),
      }),
      async (context) => {
        const { open, change } = await countOpenFollowUps(db, endOfToday(deps))
        return context.json({ open, cursor: cursorOf(change) })
      },
    )
    .openapi(
      route('lead', 'get', '/follow-ups/{id}', {
        request: { params },
        responses: answers(followUpDetail, 'One case with its timeline and the customer’s history'),
      }),
      async (context) => context.json(await detailOf(context, context.req.valid('param').id)),
    )
}
