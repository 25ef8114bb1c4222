import { OpenAPIHono, z } from '@hono/zod-openapi'
import { addKey, listKeys, revokeKey } from '../../db/apiKeys/apiKeys.ts'
import { isoOf, startOf, type Day } from '../../surveys/days.ts'
import { InvalidInput } from '../../surveys/errors.ts'
import { KEY_SCOPES } from '../../surveys/keyScopes.ts'
import { auditActor, type Env } from '../base/access.ts'
import type { Deps } from '../base/deps.ts'
import { isoDay } from '../base/filters.ts'
import { route } from '../base/route.ts'
import { answers, instant, jsonBody } from '../base/schemas.ts'
import { todayIn } from '../base/today.ts'
import { refuseInvalid } from '../base/validation.ts'
import { shortName } from '../people/schemas.ts'
import { newKey } from './newKey.ts'

const scope = z.enum(KEY_SCOPES, `must be one of ${KEY_SCOPES.join(', ')}`).openapi('KeyScope')

const storedKey = z
  .object({
    id: z.string(),
    name: z.string(),
    hint: z.string().nullable().openapi({ description: 'The first characters of the key' }),
    scopes: z.array(scope),
    createdBy: z
      .string()
      .nullable()
      .openapi({ description: 'The person’s name; null for a command or another key' }),
    createdAt: instant,
    expiresAt: instant.nullable().openapi({ description: 'From then on it is refused' }),
    lastUsedAt: instant.nullable().openapi({ description: 'The last use, to the hour' }),
    revokedAt: instant.nullable(),
  })
  .openapi('ApiKey')

const newKeyBody = z.strictObject(
  {
    name: shortName,
    scopes: z
      .array(scope, 'must be a list of scopes')
      .min(1, 'must name at least one scope')
      .max(KEY_SCOPES.length, `must name at most ${KEY_SCOPES.length} scopes`)
      .transform((scopes) => KEY_SCOPES.filter((each) => scopes.includes(each))),
    lastDay: isoDay
      .nullable()
      .default(null)
      .openapi({ description: 'The last day on which it works; without one it never expires' }),
  },
  'must be an object',
)

/** Routes for creating, listing and revoking API keys. */
export function apiKeyRoutes(deps: Deps) {
  const { db, workspace, now } = deps

  /** @throws InvalidInput for a day in the past */
  const endOf = (lastDay: Day | null) => {
    if (lastDay === null) return null
    const today = todayIn(deps)
    if (lastDay < today)
      throw new InvalidInput([{ field: 'lastDay', message: `must be ${isoOf(today)} or later` }])
    return startOf(lastDay + 1, workspace.timeZone)
  }

  return new OpenAPIHono<Env>({ defaultHook: refuseInvalid })
    .openapi(
      route('admin', 'get', '/api-keys', {
        responses: answers(
          z.object({ keys: z.array(storedKey) }),
          'All keys, also revoked and expired ones, latest first',
        ),
      }),
      async (context) => context.json({ keys: await listKeys(db) }),
    )
    .openapi(
      route('admin', 'post', '/api-keys', {
        request: { body: jsonBody(newKeyBody) },
        responses: answers(
          z.object({
            id: z.string(),
            key: z.string().openapi({ description: 'Shown once; only its hash is stored' }),
            expiresAt: instant.nullable(),
          }),
          'The new key',
          201,
        ),
      }),
      async (context) => {
        const { name, scopes, lastDay } = context.req.valid('json')
        const expiresAt = endOf(lastDay)
        const key = newKey()
        const actor = auditActor(context.get('actor'))
        const id = await addKey(db, { key, name, scopes, expiresAt, actor, now: now() })
        return context.json({ id, key, expiresAt }, 201)
      },
    )
    .openapi(
      route('admin', 'delete', '/api-keys/{id}', {
        request: { params: z.object({ id: z.string() }) },
        responses: { 204: { description: 'The key is refused from now on' } },
      }),
      async (context) => {
        const actor = auditActor(context.get('actor'))
        await revokeKey(db, context.req.valid('param').id, { actor, now: now() })
        return context.body(null, 204)
      },
    )
}
