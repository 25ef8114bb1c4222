import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { AuditActor } from '../../db/audit/audit.ts'
import { findKey } from '../../db/people/people.ts'
import { ROLES, type Role } from '../../db/schema/index.ts'
import { runFor, type Requester } from '../../db/requestScope.ts'
import type { Deps } from './deps.ts'
import { Forbidden, Unauthorized } from './problems.ts'

/** Who makes a request: a person with a session, or a program with a key. */
export type Actor = {
  id: string
  name: string
  email: string | null
  role: Role
  person: boolean
  /** Null for a key. */
  sessionId: string | null
}

/** A request's actor, as the audit log stores it. */
export const auditActor = ({ id, person }: Actor): AuditActor => ({
  kind: person ? 'person' : 'key',
  id,
})

export type Env = { Variables: { actor: Actor } }

/** Authenticates a request. @throws Unauthorized */
export function identify({ db, auth }: Deps) {
  return createMiddleware<Env>(async (context, next) => {
    const bearer = /^Bearer (.+)$/i.exec(context.req.header('authorization') ?? '')?.[1]
    if (bearer) {
      const key = await findKey(db, bearer)
      if (!key) throw new Unauthorized('This key is not known here.')
      context.set('actor', { ...key, email: null, person: false, sessionId: null })
    } else {
      const signedIn = await auth.api.getSession({ headers: context.req.raw.headers })
      // Deactivating ends all sessions, but not one that begins in that moment.
      if (!signedIn || signedIn.user.deactivatedAt)
        throw new Unauthorized('Sign in, or send a key as "Authorization: Bearer KEY".')
      const { id, name, email, role } = signedIn.user
      context.set('actor', { id, name, email, role, person: true, sessionId: signedIn.session.id })
    }
    await runFor(requesterIn(context), next)
  })
}

/**
 * The requester of a request's reads. Reads within a write are never dropped, so that no write is left
 * unfinished.
 */
function requesterIn(context: Context<Env>): Requester {
  const { raw } = context.req
  const mayLeave = raw.method === 'GET'
  return { person: context.get('actor').id, hasGone: () => mayLeave && raw.signal.aborted }
}

/** Requires at least this role: a lead may do what a viewer may, an admin everything. */
export function atLeast(role: Role) {
  return createMiddleware<Env>(async (context, next) => {
    if (!mayAct(context.get('actor'), role)) throw new Forbidden(`This takes the role "${role}".`)
    await next()
  })
}

export function mayAct(actor: Actor, role: Role): boolean {
  return ROLES.indexOf(actor.role) >= ROLES.indexOf(role)
}
