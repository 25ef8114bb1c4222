import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { findKey } from '../../db/apiKeys/apiKeys.ts'
import type { AuditActor } from '../../db/audit/audit.ts'
import { ROLES, type Role } from '../../db/schema/index.ts'
import { runFor, type Requester } from '../../db/requestScope.ts'
import { Conflict } from '../../surveys/errors.ts'
import { NAMING_SCOPES, type KeyScope } from '../../surveys/keyScopes.ts'
import { giveCookies } from './cookies.ts'
import type { Deps } from './deps.ts'
import { Forbidden, MissingScope, Unauthorized } from './problems.ts'

/** The author of a request: a person with a session, or a program with a key. */
export type Actor = {
  id: string
  name: string
} & (
  | { person: true; email: string; role: Role; sessionId: string }
  | { person: false; scopes: KeyScope[] }
)

/** Converts an actor to the audit log's. */
export const auditActor = ({ id, person }: Actor): AuditActor => ({
  kind: person ? 'person' : 'key',
  id,
})

export type Env = { Variables: { actor: Actor } }

/** Authenticates a request. @throws Unauthorized */
export function identify(deps: Deps) {
  return createMiddleware<Env>(async (context, next) => {
    const bearer = /^Bearer (.+)$/i.exec(context.req.header('authorization') ?? '')?.[1]
    context.set('actor', await (bearer ? keyActor(deps, bearer) : personActor(deps, context)))
    await runFor(requesterIn(context), next)
  })
}

/** Looks the key up at every request, so that a revoked key is rejected at once. */
async function keyActor({ db, now, keyUses }: Deps, bearer: string): Promise<Actor> {
  const key = await findKey(db, bearer)
  if (!key) throw new Unauthorized('This key is not known here.')
  if (key.revokedAt !== null) throw new Unauthorized('This key was revoked.')
  if (key.expiresAt !== null && key.expiresAt <= now())
    throw new Unauthorized('This key has expired.')
  keyUses.add(key, now())
  return { id: key.id, name: key.name, person: false, scopes: key.scopes }
}

async function personActor({ auth }: Deps, context: Context<Env>): Promise<Actor> {
  const { headers } = context.req.raw
  const { response: signedIn, headers: given } = await auth.api.getSession({
    headers,
    returnHeaders: true,
  })
  // Deactivating ends all sessions, except for one that is just being created.
  if (!signedIn || signedIn.user.deactivatedAt)
    throw new Unauthorized('Sign in, or send a key as "Authorization: Bearer KEY".')
  // Every use prolongs the session, so the cookie has to be renewed, too.
  giveCookies(context, given)
  const { id, name, email, role } = signedIn.user
  return { id, name, email, role, person: true, sessionId: signedIn.session.id }
}

/**
 * Creates the requester of a request's reads. Reads within a write are never dropped, so that no write
 * is left unfinished.
 */
function requesterIn(context: Context<Env>): Requester {
  const { raw } = context.req
  const mayLeave = raw.method === 'GET'
  return { person: context.get('actor').id, hasGone: () => mayLeave && raw.signal.aborted }
}

/** What a route requires: of a person at least this role, of a key this scope; null means any key. */
export type Access = { role: Role; scope: KeyScope | null }

/** Requires this role or scope. A lead may do what a viewer may; an admin, everything. */
export function demand({ role, scope }: Access) {
  return createMiddleware<Env>(async (context, next) => {
    const actor = context.get('actor')
    if (actor.person && !isAtLeast(actor.role, role))
      throw new Forbidden(`This takes the role "${role}".`)
    if (!actor.person && scope && !hasScope(actor.scopes, scope)) throw new MissingScope(scope)
    await next()
  })
}

/** @throws Conflict for a key, which has no account */
export function personIn(actor: Actor): Extract<Actor, { person: true }> {
  if (!actor.person) throw new Conflict('A key has no account of its own.')
  return actor
}

export function isAdmin(actor: Actor): boolean {
  return actor.person ? actor.role === 'admin' : hasScope(actor.scopes, 'admin')
}

/** Whether the actor may see whom a response is from. */
export function seesNames(actor: Actor): boolean {
  if (actor.person) return isAtLeast(actor.role, 'lead')
  return NAMING_SCOPES.some((scope) => hasScope(actor.scopes, scope))
}

const isAtLeast = (role: Role, least: Role) => ROLES.indexOf(role) >= ROLES.indexOf(least)

const hasScope = (scopes: KeyScope[], scope: KeyScope) =>
  scopes.includes(scope) || scopes.includes('admin')
