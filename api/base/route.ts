import { createRoute, type RouteConfig } from '@hono/zod-openapi'
import type { Role } from '../../db/schema/index.ts'
import type { KeyScope } from '../../surveys/keyScopes.ts'
import { demand, type Access } from './access.ts'

/** Scope that a key needs where a person needs this role, unless the route names another. */
const USUAL_SCOPE: Record<Role, KeyScope> = { viewer: 'read', lead: 'followUp', admin: 'admin' }

/**
 * Describes a route for people with at least this role and keys with a scope.
 * @param access the role, for the usual scope, or both
 */
export function route<
  Method extends RouteConfig['method'],
  Path extends string,
  Rest extends Pick<RouteConfig, 'request' | 'responses'>,
>(access: Role | Access, method: Method, path: Path, rest: Rest) {
  const both = typeof access === 'string' ? { role: access, scope: USUAL_SCOPE[access] } : access
  const security: RouteConfig['security'] = [
    { key: both.scope ? [both.scope] : [] },
    { session: [] },
  ]
  return createRoute({ method, path, security, middleware: [demand(both)] as const, ...rest })
}
