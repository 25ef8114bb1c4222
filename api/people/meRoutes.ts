import { OpenAPIHono, z } from '@hono/zod-openapi'
import { setPassword } from '../../db/people/passwords.ts'
import { renamePerson } from '../../db/people/people.ts'
import { endSessions, listSessions } from '../../db/people/sessions.ts'
import { auditActor, personIn, type Actor, type Env } from '../base/access.ts'
import type { Deps } from '../base/deps.ts'
import { route } from '../base/route.ts'
import { answers, instant, jsonBody } from '../base/schemas.ts'
import { refuseInvalid } from '../base/validation.ts'
import { refuseGuessable } from './guessablePasswords.ts'
import type { OwnPassword } from './ownPassword.ts'
import { currentPassword, newPassword, role, shortName } from './schemas.ts'

const me = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  role: role.nullable().openapi({ description: 'Null for a key' }),
  scopes: z.array(z.string()).nullable().openapi({ description: 'Of a key; null for a person' }),
})

const newName = z.strictObject({ name: shortName }, 'must be an object')

const passwords = z.strictObject(
  {
    current: currentPassword,
    new: newPassword,
  },
  'must be an object',
)

const session = z
  .object({
    id: z.string(),
    userAgent: z.string().nullable(),
    createdAt: instant,
    usedAt: instant.openapi({ description: 'When it was last used, to the hour' }),
    current: z.boolean().openapi({ description: 'Whether it is the session of this request' }),
  })
  .openapi('Session')

/** Routes of one's own account: name, password and sessions. */
export function meRoutes({ db, auth, workspace, now }: Deps, checkPassword: OwnPassword) {
  return new OpenAPIHono<Env>({ defaultHook: refuseInvalid })
    .openapi(
      route({ role: 'viewer', scope: null }, 'get', '/me', {
        responses: answers(me, 'The current person or key'),
      }),
      (context) => context.json(toMe(context.get('actor'))),
    )
    .openapi(
      route('viewer', 'patch', '/me', {
        request: { body: jsonBody(newName) },
        responses: answers(me, 'The current person or key, with the new name'),
      }),
      async (context) => {
        const person = personIn(context.get('actor'))
        const { name } = context.req.valid('json')
        await renamePerson(db, person.id, { name, now: now() })
        return context.json(toMe({ ...person, name }), 200)
      },
    )
    .openapi(
      route('viewer', 'put', '/me/password', {
        request: { body: jsonBody(passwords) },
        responses: {
          204: { description: 'The password was changed, and all other sessions ended' },
        },
      }),
      async (context) => {
        const actor = personIn(context.get('actor'))
        const { id, name, email, sessionId } = actor
        const { current, new: chosen } = context.req.valid('json')
        await checkPassword(id, current, 'current')
        await refuseGuessable(chosen, { name, email, company: workspace.name }, 'new')
        const hash = await (await auth.$context).password.hash(chosen)
        await setPassword(db, 'person.password_changed', auditActor(actor), {
          userId: id,
          hash,
          now: now(),
          exceptSession: sessionId,
        })
        return context.body(null, 204)
      },
    )
    .openapi(
      route('viewer', 'get', '/me/sessions', {
        responses: answers(
          z.object({ sessions: z.array(session) }),
          'The person’s active sessions',
        ),
      }),
      async (context) => {
        const { id, sessionId } = personIn(context.get('actor'))
        const sessions = await listSessions(db, id, now())
        return context.json({
          sessions: sessions.map(({ createdAt, usedAt, ...each }) => ({
            ...each,
            createdAt: createdAt.getTime(),
            usedAt: usedAt.getTime(),
            current: each.id === sessionId,
          })),
        })
      },
    )
    .openapi(
      route('viewer', 'delete', '/me/sessions', {
        responses: { 204: { description: 'All other sessions ended' } },
      }),
      async (context) => {
        const { id, sessionId } = personIn(context.get('actor'))
        await endSessions(db, { userId: id, exceptId: sessionId }, now())
        return context.body(null, 204)
      },
    )
    .openapi(
      route('viewer', 'delete', '/me/sessions/{id}', {
        request: { params: z.object({ id: z.string() }) },
        responses: { 204: { description: 'The session ended' } },
      }),
      async (context) => {
        const { id } = context.get('actor')
        await endSessions(db, { userId: id, id: context.req.valid('param').id }, now())
        return context.body(null, 204)
      },
    )
}

function toMe(actor: Actor): z.infer<typeof me> {
  const { id, name } = actor
  return actor.person
    ? { id, name, email: actor.email, role: actor.role, scopes: null }
    : { id, name, email: null, role: null, scopes: actor.scopes }
}
