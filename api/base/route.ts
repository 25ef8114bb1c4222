import { createRoute, type RouteConfig } from '@hono/zod-openapi'
import type { Role } from '../../db/schema/index.ts'
import { atLeast } from './access.ts'

/** A route for people and keys with at least this role. */
export function route<
  Method extends RouteConfig['method'],
  Path extends string,
  Rest extends Pick<RouteConfig, 'request' | 'responses'>,
>(role: Role, method: Method, path: Path, rest: Rest) {
  return createRoute({ method, path, middleware: [atLeast(role)] as const, ...rest })
}
