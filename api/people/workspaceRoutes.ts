import { OpenAPIHono, z } from '@hono/zod-openapi'
import { hasExamples } from '../../db/importing/exampleData.ts'
import { isoOf } from '../../surveys/days.ts'
import { auditActor, type Env } from '../base/access.ts'
import { recordAudit } from '../../db/audit/audit.ts'
import type { Deps } from '../base/deps.ts'
import { loadExampleData, removeExampleData } from '../exampleData/load.ts'
import { watchSurveys } from '../jobs/watch.ts'
import { timeZone } from '../base/config.ts'
import { answers, jsonBody } from '../base/schemas.ts'
import { shortName } from './schemas.ts'
import { todayIn } from '../base/today.ts'
import { route } from '../base/route.ts'
import { refuseInvalid } from '../base/validation.ts'
import { changeWorkspace } from './workspace.ts'

const workspaceFacts = z.object({
  name: z.string(),
  timeZone: z.string(),
  example: z.boolean().openapi({ description: 'Whether the example data is loaded' }),
  today: z.string(),
})

const change = z.strictObject({ name: shortName, timeZone }, 'must be an object').partial()

/** Routes of the workspace and the example data. */
export function workspaceRoutes(deps: Deps) {
  const { db, workspace } = deps
  const facts = async () => ({
    name: workspace.name,
    timeZone: workspace.timeZone,
    example: await hasExamples(db),
    today: isoOf(todayIn(deps)),
  })
  return new OpenAPIHono<Env>({ defaultHook: refuseInvalid })
    .openapi(
      route({ role: 'viewer', scope: null }, 'get', '/workspace', {
        responses: answers(workspaceFacts, 'The workspace'),
      }),
      async (context) => context.json(await facts()),
    )
    .openapi(
      route('admin', 'patch', '/workspace', {
        request: { body: jsonBody(change) },
        responses: answers(
          workspaceFacts,
          'The changed workspace; after a change of the time zone, scores were recounted',
        ),
      }),
      async (context) => {
        const change = context.req.valid('json')
        await changeWorkspace(deps, change)
        await recordAudit(db, {
          at: deps.now(),
          actor: auditActor(context.get('actor')),
          action: 'workspace.changed',
          details: { settings: Object.keys(change) },
        })
        return context.json(await facts(), 200)
      },
    )
    .openapi(
      route('admin', 'post', '/example-data', {
        responses: answers(workspaceFacts, 'Three example surveys with 18 months of answers', 201),
      }),
      async (context) => {
        await loadExampleData(deps)
        await watchSurveys(deps)
        return context.json(await facts(), 201)
      },
    )
    .openapi(
      route('admin', 'delete', '/example-data', {
        responses: { 204: { description: 'The example data was removed' } },
      }),
      async (context) => {
        await removeExampleData(deps)
        return context.body(null, 204)
      },
    )
}
