import { randomBytes } from 'node:crypto'
import { OpenAPIHono, z } from '@hono/zod-openapi'
import { listOwners } from '../../db/followUps/owners.ts'
import {
  addInvitation,
  addResetLink,
  listInvitations,
  withdrawInvitation,
} from '../../db/people/accountLinks.ts'
import { changePerson } from '../../db/people/changes.ts'
import { removeTwoFactor, sealedTwoFactors } from '../../db/people/twoFactor.ts'
import { findPersonId, listPeople } from '../../db/people/people.ts'
import { DAY } from '../../surveys/durations.ts'
import { Conflict, InvalidInput, NotFound } from '../../surveys/errors.ts'
import { auditActor, isAdmin, type Env } from '../base/access.ts'
import { normalEmail } from '../base/auth.ts'
import type { Deps } from '../base/deps.ts'
import { knownAddressOf } from '../base/origin.ts'
import { route } from '../base/route.ts'
import { answers, instant, jsonBody } from '../base/schemas.ts'
import { refuseInvalid } from '../base/validation.ts'
import { accountEmail, person, role, shortName } from './schemas.ts'

const INVITATION_LIFE = 7 * DAY
const RESET_LIFE = DAY

const params = z.object({ id: z.string() })

const newInvitation = z.strictObject(
  { role, email: accountEmail.optional(), name: shortName.optional() },
  'must be an object',
)

const invitation = z
  .object({
    id: z.string(),
    role,
    email: z.string().nullable(),
    name: z.string().nullable(),
    createdAt: instant,
    expiresAt: instant,
  })
  .openapi('Invitation')

const link = z.object({
  url: z.string().openapi({ description: 'Shown once; only its hash is stored' }),
  expiresAt: instant,
})

const change = z
  .strictObject(
    {
      role: role.optional(),
      active: z.boolean('must be true or false').optional(),
      handOverTo: z.string('must be the id of a person, or null').nullable().optional().openapi({
        description:
          'Who takes over the open cases of a person who is deactivated or becomes a viewer; by default nobody',
      }),
    },
    'must be an object',
  )
  .refine(
    ({ role, active }) => role !== undefined || active !== undefined,
    'must name a role or "active"',
  )

/** Routes for people: accounts, invitations, roles and deactivation. */
export function peopleRoutes({ db, config, secrets, now }: Deps) {
  const everyone = async (id?: string) => {
    const [people, sealed] = await Promise.all([listPeople(db, id), sealedTwoFactors(db)])
    const stateOf = (secret: string | undefined) => {
      if (secret === undefined) return 'off' as const
      return secrets.canOpen(secret) ? ('on' as const) : ('unreadable' as const)
    }
    return people.map((person) => ({ ...person, twoFactor: stateOf(sealed.get(person.id)) }))
  }

  return new OpenAPIHono<Env>({ defaultHook: refuseInvalid })
    .openapi(
      route('lead', 'get', '/people', {
        responses: answers(
          z.object({ people: z.array(person) }),
          'Everyone who can own a case; for admins everyone, including deactivated people',
        ),
      }),
      async (context) =>
        context.json({
          people: isAdmin(context.get('actor')) ? await everyone() : await listOwners(db),
        }),
    )
    .openapi(
      route('admin', 'patch', '/people/{id}', {
        request: { params, body: jsonBody(change) },
        responses: answers(
          z.object({ person, handedOver: z.int() }),
          'The person as they are now, and how many cases were handed over',
        ),
      }),
      async (context) => {
        const { id } = context.req.valid('param')
        const actor = context.get('actor')
        const handedOver = await changePerson(db, id, context.req.valid('json'), {
          actor: auditActor(actor),
          by: actor.name,
          now: now(),
        })
        const [person] = await everyone(id)
        return context.json({ person: person!, handedOver }, 200)
      },
    )
    .openapi(
      route('admin', 'post', '/people/{id}/reset-link', {
        request: { params },
        responses: answers(link, 'A link by which the person sets a new password, once', 201),
      }),
      async (context) => {
        const { id } = context.req.valid('param')
        const address = knownAddressOf(config, context)
        const [token, at] = [newToken(), now()]
        const expiresAt = at + RESET_LIFE
        const actor = auditActor(context.get('actor'))
        if (!(await addResetLink(db, { token, userId: id, expiresAt, actor, now: at }))) {
          if (!(await listPeople(db, id)).length) throw new NotFound('person')
          throw new Conflict('This person is deactivated. Reactivate them first.')
        }
        return context.json({ url: `${address}/reset/${token}`, expiresAt }, 201)
      },
    )
    .openapi(
      route('admin', 'delete', '/people/{id}/two-factor', {
        request: { params },
        responses: { 204: { description: 'Their password alone signs them in' } },
      }),
      async (context) => {
        const actor = auditActor(context.get('actor'))
        await removeTwoFactor(db, context.req.valid('param').id, { actor, now: now() })
        return context.body(null, 204)
      },
    )
    .openapi(
      route('admin', 'get', '/invitations', {
        responses: answers(
          z.object({ invitations: z.array(invitation) }),
          'The invitations that can still be accepted, latest first',
        ),
      }),
      async (context) => context.json({ invitations: await listInvitations(db, now()) }),
    )
    .openapi(
      route('admin', 'post', '/invitations', {
        request: { body: jsonBody(newInvitation) },
        responses: answers(link, 'A link by which one person joins', 201),
      }),
      async (context) => {
        const { role, email, name = null } = context.req.valid('json')
        const address = knownAddressOf(config, context)
        const account = email === undefined ? null : normalEmail(email)
        if (account && (await findPersonId(db, account)))
          throw new InvalidInput([{ field: 'email', message: 'has an account already' }])
        const [token, at] = [newToken(), now()]
        const expiresAt = at + INVITATION_LIFE
        const actor = auditActor(context.get('actor'))
        await addInvitation(db, { token, role, email: account, name, expiresAt, actor, now: at })
        return context.json({ url: `${address}/invite/${token}`, expiresAt }, 201)
      },
    )
    .openapi(
      route('admin', 'delete', '/invitations/{id}', {
        request: { params },
        responses: { 204: { description: 'The link no longer works' } },
      }),
      async (context) => {
        const actor = auditActor(context.get('actor'))
        await withdrawInvitation(db, context.req.valid('param').id, { actor, now: now() })
        return context.body(null, 204)
      },
    )
}

const newToken = () => randomBytes(24).toString('base64url')
