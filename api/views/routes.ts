import { OpenAPIHono, z } from '@hono/zod-openapi'
import { addView, changeView, listViews, readView, removeView } from '../../db/views/views.ts'
import { readSurvey } from '../../db/surveys/surveys.ts'
import { InvalidInput } from '../../surveys/errors.ts'
import { LONGEST_VIEW_SEARCH } from '../../surveys/limits.ts'
import { VIEWED_PAGES, type ViewedPage } from '../../surveys/views.ts'
import { isAdmin, type Actor, type Env } from '../base/access.ts'
import type { Deps } from '../base/deps.ts'
import { Forbidden } from '../base/problems.ts'
import { route } from '../base/route.ts'
import { answers, jsonBody } from '../base/schemas.ts'
import { refuseInvalid } from '../base/validation.ts'
import { shortName } from '../people/schemas.ts'

const page = z.enum(VIEWED_PAGES, `must be one of ${VIEWED_PAGES.join(', ')}`)
const survey = z.string('must be the id of a survey').min(1, 'must be the id of a survey')

const view = z
  .object({
    id: z.string(),
    name: z.string(),
    search: z.string().openapi({ description: 'The query of the page’s address' }),
    shared: z.boolean(),
    owner: z.string().nullable().openapi({ description: 'Their name; null for a key' }),
    editable: z.boolean().openapi({ description: 'Whether the asker may change it' }),
  })
  .openapi('View')

const SEARCH = `must be empty, or begin with "?" and have at most ${LONGEST_VIEW_SEARCH} characters`
const search = z
  .string(SEARCH)
  .max(LONGEST_VIEW_SEARCH, SEARCH)
  .regex(/^(\?|$)/, SEARCH)
  .refine((text) => !new URLSearchParams(text).has('q'), 'must not contain "q": it may name people')
const shared = z.boolean('must be true or false')

const newView = z.strictObject(
  { page, survey: survey.optional(), name: shortName, search, shared: shared.default(false) },
  'must be an object',
)
const viewChange = z
  .strictObject({ name: shortName, search, shared }, 'must be an object')
  .partial()
  .refine((change) => Object.keys(change).length > 0, 'must name a name, a search or shared')

/** Viewers may save views for themselves; keys need more than reading. */
const CHANGES = { role: 'viewer', scope: 'followUp' } as const

const params = z.object({ id: z.string() })

/** Saved views of the desk and of trends: personal ones, and those shared by leads. */
export function viewRoutes({ db, now }: Deps) {
  const list = async (actor: Actor, of: { page: ViewedPage; surveyId: string | null }) => {
    const rows = await listViews(db, of, actor.person ? actor.id : null)
    return rows.map(({ id, name, search, shared, ownerId, ownerName }) => ({
      id,
      name,
      search,
      shared,
      owner: ownerName,
      editable: ownerId === actor.id || isAdmin(actor),
    }))
  }
  const changeable = async (actor: Actor, id: string) => {
    const found = await readView(db, id)
    const isOwn = found.ownerId === actor.id
    if (!isOwn && !(found.shared && isAdmin(actor)))
      throw new Forbidden('Only its owner or an admin may change a view.')
    return found
  }

  return new OpenAPIHono<Env>({ defaultHook: refuseInvalid })
    .openapi(
      route('viewer', 'get', '/views', {
        request: { query: z.object({ page, survey: survey.optional() }) },
        responses: answers(z.object({ views: z.array(view) }), 'One’s own views and shared ones'),
      }),
      async (context) => {
        const { page, survey } = context.req.valid('query')
        return context.json({
          views: await list(context.get('actor'), { page, surveyId: survey ?? null }),
        })
      },
    )
    .openapi(
      route(CHANGES, 'post', '/views', {
        request: { body: jsonBody(newView) },
        responses: answers(z.object({ id: z.string() }), 'The view is saved', 201),
      }),
      async (context) => {
        const actor = context.get('actor')
        const { page, survey, ...given } = context.req.valid('json')
        if ((page === 'trends') !== (survey !== undefined))
          throw new InvalidInput([
            { field: 'survey', message: 'must be given for "trends", and for nothing else' },
          ])
        checkSharing(actor, given.shared)
        const surveyId = survey === undefined ? null : (await readSurvey(db, survey)).id
        const ownerId = actor.person ? actor.id : null
        return context.json(
          { id: await addView(db, { page, surveyId, ownerId, ...given }, now()) },
          201,
        )
      },
    )
    .openapi(
      route(CHANGES, 'patch', '/views/{id}', {
        request: { params, body: jsonBody(viewChange) },
        responses: { 204: { description: 'The view is changed' } },
      }),
      async (context) => {
        const actor = context.get('actor')
        const change = context.req.valid('json')
        const { id } = await changeable(actor, context.req.valid('param').id)
        if (change.shared !== undefined) checkSharing(actor, change.shared)
        await changeView(db, id, change)
        return context.body(null, 204)
      },
    )
    .openapi(
      route(CHANGES, 'delete', '/views/{id}', {
        request: { params },
        responses: { 204: { description: 'The view is deleted' } },
      }),
      async (context) => {
        const { id } = await changeable(context.get('actor'), context.req.valid('param').id)
        await removeView(db, id)
        return context.body(null, 204)
      },
    )
}

/** @throws Forbidden for viewers; InvalidInput for keys, which have no views of their own */
function checkSharing(actor: Actor, shared: boolean) {
  if (actor.person && actor.role === 'viewer' && shared)
    throw new Forbidden('Sharing a view takes the role "lead".')
  if (!actor.person && !shared)
    throw new InvalidInput([{ field: 'shared', message: 'must be true for a key' }])
}
