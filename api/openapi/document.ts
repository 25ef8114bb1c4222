import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Role } from '../../db/schema/index.ts'
import type { Env } from '../base/access.ts'
import type { Config } from '../base/config.ts'
import { TAGS, type Operation } from './operationGroup.ts'
import { OPERATIONS } from './operations.ts'
import { describeOutside } from './outside.ts'
import { PROBLEMS, refusal, UNEXPECTED } from './refusals.ts'

/** The parts of a description that are completed here. */
type Description = {
  responses: Record<string, unknown>
  requestBody?: { required?: boolean }
  security?: { key?: string[] }[]
}
type Document = {
  paths: Record<string, Record<string, Description>>
  components: { responses?: Record<string, unknown> }
}

/**
 * Builds the OpenAPI document from the routes' own descriptions and `OPERATIONS`.
 * @param routes contains every route of the API
 */
export function describeApi(routes: OpenAPIHono<Env>, { publicUrl }: Pick<Config, 'publicUrl'>) {
  describeOutside(routes.openAPIRegistry)
  const document = routes.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Ohlas',
      version: '1',
      description:
        'Surveys, scores and follow-ups. Keys are created under Settings; the scope `admin` includes all others.',
      license: { name: 'MIT', url: 'https://spdx.org/licenses/MIT.html' },
    },
    servers: [{ url: publicUrl ?? '/' }],
    security: [{ key: [] }, { session: [] }],
    tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
  }) as unknown as Document
  const paths = Object.entries(document.paths).map(([path, methods]) => [
    path,
    Object.fromEntries(
      Object.entries(methods).map(([method, description]) => {
        const operation = OPERATIONS[`${method.toUpperCase()} ${path}`]
        return [method, operation ? completed(operation, method, path, description) : description]
      }),
    ),
  ])
  return {
    ...document,
    paths: Object.fromEntries(paths) as Document['paths'],
    components: { ...document.components, responses: PROBLEMS },
  }
}

function completed(operation: Operation, method: string, path: string, described: Description) {
  const { id: operationId, tag, summary, role } = operation
  const { requestBody, responses, ...rest } = described
  const [scope] = described.security?.find(({ key }) => key)?.key ?? []
  const statuses = statusesOf(operation, method, path, requestBody !== undefined)
  return {
    operationId,
    summary,
    ...(role && { description: whoMay(role, scope) }),
    tags: [tag],
    ...rest,
    // Required unless the route says otherwise.
    ...(requestBody && { requestBody: { required: true, ...requestBody } }),
    responses: {
      ...responses,
      ...Object.fromEntries(statuses.map((status) => [status, refusal(status)])),
      default: UNEXPECTED,
    },
  }
}

function whoMay(role: Role, scope: string | undefined): string {
  const keys = scope ? `keys with the scope \`${scope}\`` : 'any key'
  return `For people with the role \`${role}\` or above, and ${keys}.`
}

/** Lists the error statuses of an operation. */
function statusesOf(
  { role, also, findsAll }: Operation,
  method: string,
  path: string,
  hasBody: boolean,
): number[] {
  const isAuth = path.startsWith('/api/auth/')
  const isWrite = method.toUpperCase() !== 'GET'
  const found = new Set([
    ...(isAuth ? [] : [400]),
    ...(role ? [401] : []),
    // A browser's write may come from another site.
    ...(role || (isWrite && path.startsWith('/api/')) ? [403] : []),
    ...(path.includes('{') && !findsAll ? [404] : []),
    ...(hasBody ? [413] : []),
    ...also,
  ])
  return [...found].toSorted((a, b) => a - b)
}
