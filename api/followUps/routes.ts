import { OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import {
  changeFollowUp,
  changeFollowUps,
  countFollowUps,
  listFollowUps,
  readFollowUp,
  type FollowUpFilter,
  type FollowUpPlace,
  type FollowUpRow,
} from '../../db/followUps/followUps.ts'
import { listHistory } from '../../db/responses/list.ts'
import { FOLLOW_UP_STATES } from '../../db/schema/index.ts'
import { readSurvey } from '../../db/surveys/surveys.ts'
import { comment } from '../../surveys/answers.ts'
import { InvalidInput } from '../../surveys/errors.ts'
import { recordsNamesViewed } from '../audit/record.ts'
import type { Actor, Env } from '../base/access.ts'
import type { Deps } from '../base/deps.ts'
import { followUpColumns } from './exportColumns.ts'
import { exportCsv } from '../base/exports.ts'
import {
  checkSegments,
  followUpQuery,
  instantsOf,
  pageOf,
  placeOf,
  propertiesOf,
} from '../base/filters.ts'
import { answers, jsonBody } from '../base/schemas.ts'
import { followUp, followUpDetail } from './schemas.ts'
import { readContextOf } from '../base/readContext.ts'
import { toFollowUp } from './serialize.ts'
import { toResponse } from '../responses/serialize.ts'
import { route } from '../base/route.ts'
import { refuseInvalid } from '../base/validation.ts'
import { MOST_AT_ONCE } from '../../surveys/limits.ts'

const params = z.object({ id: z.string() })
const place = z.tuple([z.int(), z.string()]).transform(([at, id]): FollowUpPlace => ({ at, id }))

const state = z.enum(FOLLOW_UP_STATES, `must be one of ${FOLLOW_UP_STATES.join(', ')}`).optional()
const owner = z
  .string('must be the id of one of the people, or null')
  .min(1, 'must be the id of one of the people, or null')
  .nullable()
  .optional()

const change = z
  .strictObject({ state, owner, note: comment.nullable().optional() }, 'must be an object')
  .refine((change) => Object.keys(change).length > 0, 'must name a state, an owner or a note')

const idsOfCases = `must be a list of 1 to ${MOST_AT_ONCE} ids`

const changeOfMany = z
  .strictObject(
    {
      ids: z
        .array(z.string(idsOfCases), idsOfCases)
        .min(1, idsOfCases)
        .max(MOST_AT_ONCE, idsOfCases),
      state,
      owner,
    },
    'must be an object',
  )
  .refine(
    ({ state, owner }) => state !== undefined || owner !== undefined,
    'must name a state or an owner',
  )

const counts = z.object({
  new: z.int(),
  contacted: z.int(),
  resolved: z.int(),
  dismissed: z.int(),
  overdue: z.int(),
  unowned: z.int(),
})

/** Follow-ups: the customers who were let down, and what is being done. */
export function followUpRoutes(deps: Deps) {
  const { db, now } = deps
  const namesViewed = recordsNamesViewed(deps)

  const filterOf = async (
    actor: Actor,
    query: z.infer<typeof followUpQuery>,
  ): Promise<FollowUpFilter> => {
    if (query.survey) await readSurvey(db, query.survey)
    const segments = propertiesOf(query, followUpQuery)
    if (segments.length && !query.survey)
      throw new InvalidInput([
        { field: segments[0]!.property, message: 'can be filtered by together with "survey"' },
      ])
    if (query.survey) await checkSegments(db, query.survey, segments)
    return {
      states: query.state && [query.state],
      ownerId: query.owner === 'none' ? null : query.owner === 'me' ? actor.id : query.owner,
      surveyId: query.survey,
      overdueAt: query.overdue && now(),
      segments,
      ...instantsOf(query, deps),
    }
  }

  const detailOf = async (context: Context<Env>, id: string) => {
    const readContext = readContextOf(deps, context)
    const row = await readFollowUp(db, id)
    await namesViewed(context.get('actor'), [row])
    const history = row.customerId ? await listHistory(db, row.customerId, row.id) : []
    return {
      ...(await toFollowUp(deps, readContext, row)),
      timeline: row.timeline,
      history: await Promise.all(history.map((each) => toResponse(deps, readContext, each))),
    }
  }

  return new OpenAPIHono<Env>({ defaultHook: refuseInvalid })
    .openapi(
      route('lead', 'get', '/follow-ups', {
        request: { query: followUpQuery },
        responses: answers(
          z.object({ followUps: z.array(followUp), next: z.string().nullable(), counts }),
          'A page of cases, newest first, overdue ones oldest first; the counts are those of all states',
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
        const { page, next } = pageOf(rows, query.limit, ({ followUp }) => [
          followUp.openedAt,
          followUp.id,
        ])
        const readContext = readContextOf(deps, context)
        await namesViewed(actor, page)
        return context.json({
          followUps: await Promise.all(page.map((row) => toFollowUp(deps, readContext, row))),
          next,
          counts: await countFollowUps(db, filter, now()),
        })
      },
    )
    .openapi(
      route('lead', 'get', '/follow-ups.csv', {
        request: { query: followUpQuery },
        responses: {
          200: {
            description: 'Exactly the cases that the filter shows',
            content: { 'text/csv': { schema: z.string() } },
          },
        },
      }),
      async (context) => {
        const query = context.req.valid('query')
        const actor = context.get('actor')
        const filter = await filterOf(actor, query)
        const columns = await followUpColumns(deps, query.survey)
        const readContext = readContextOf(deps, context)
        const own = Object.keys(followUpQuery.shape)
        return exportCsv(
          deps,
          context,
          { query, own, surveyId: query.survey },
          {
            what: 'follow-ups',
            header: columns.header,
            read: (last: FollowUpRow | undefined, limit) =>
              listFollowUps(db, {
                ...filter,
                after: last && { at: last.followUp.openedAt, id: last.followUp.id },
                limit,
              }),
            cells: async (row) => columns.cells(await toFollowUp(deps, readContext, row)),
          },
        )
      },
    )
    .openapi(
      route('lead', 'get', '/follow-ups/{id}', {
        request: { params },
        responses: answers(followUpDetail, 'One case with its timeline and the customer’s history'),
      }),
      async (context) => context.json(await detailOf(context, context.req.valid('param').id)),
    )
    .openapi(
      route('lead', 'patch', '/follow-ups/{id}', {
        request: { params, body: jsonBody(change) },
        responses: answers(followUpDetail, 'The case as it is now'),
      }),
      async (context) => {
        const { id } = context.req.valid('param')
        const { state, owner, note } = context.req.valid('json')
        const actor = context.get('actor')
        await changeFollowUp(
          db,
          id,
          { state, ownerId: owner, note },
          { by: actor.name, now: now() },
        )
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
        const { ids, state, owner } = context.req.valid('json')
        const actor = context.get('actor')
        const rows = await changeFollowUps(
          db,
          [...new Set(ids)],
          { state, ownerId: owner },
          { by: actor.name, now: now() },
        )
        const readContext = readContextOf(deps, context)
        return context.json({
          followUps: await Promise.all(rows.map((row) => toFollowUp(deps, readContext, row))),
        })
      },
    )
}
