import { OpenAPIHono, createRoute, z } from '@hono/zod-openapi'
import { readWorkspace } from '../../db/people/workspace.ts'
import type { Deps } from './deps.ts'
import { answers } from './schemas.ts'

const health = z.object({ status: z.literal('ok') })

/** Routes for monitoring: whether the server and its database respond and answers can be stored. */
export function healthRoutes({ db }: Deps) {
  const route = (path: '/health' | '/api/v1/health') =>
    createRoute({ method: 'get', path, security: [], responses: answers(health, 'All is well') })
  const answer = async () => {
    await readWorkspace(db)
    await db.checkWritable()
    return { status: 'ok' as const }
  }
  return new OpenAPIHono()
    .openapi(route('/health'), async (context) => context.json(await answer()))
    .openapi(route('/api/v1/health'), async (context) => context.json(await answer()))
}
