import { OpenAPIHono, z } from '@hono/zod-openapi'
import { listAlerts, acknowledgeAlert, type AlertRow } from '../../db/watching/alerts.ts'
import { scoreOf } from '../../surveys/scoring/score.ts'
import { alertFacts } from '../../surveys/watching/facts.ts'
import type { Env } from '../base/access.ts'
import type { Deps } from '../base/deps.ts'
import { answers } from '../base/schemas.ts'
import { periodScore } from '../scores/schemas.ts'
import { toPeriodScore } from '../scores/serialize.ts'
import { route } from '../base/route.ts'
import { refuseInvalid } from '../base/validation.ts'

const params = z.object({ id: z.string() })

const alert = z
  .object({
    id: z.string(),
    survey: z.object({ id: z.string(), name: z.string(), slug: z.string() }),
    question: z.string(),
    raisedAt: z.int().openapi({ description: 'Milliseconds since 1970 UTC' }),
    facts: alertFacts,
    weeks: z
      .array(periodScore)
      .openapi({ description: 'The periods of its chart, seven days each' }),
    acknowledged: z.object({ at: z.int(), by: z.string() }).nullable(),
  })
  .openapi('Alert')

/** Routes of alerts that nobody has acknowledged. */
export function alertRoutes({ db, now }: Deps) {
  return new OpenAPIHono<Env>({ defaultHook: refuseInvalid })
    .openapi(
      route('viewer', 'get', '/alerts', {
        responses: answers(
          z.object({ alerts: z.array(alert) }),
          'Unacknowledged alerts, newest first, 50 at most',
        ),
      }),
      async (context) => context.json({ alerts: (await listAlerts(db)).map(toAlert) }),
    )
    .openapi(
      route('lead', 'put', '/alerts/{id}/acknowledgement', {
        request: { params },
        responses: answers(alert, 'The alert, acknowledged for everyone'),
      }),
      async (context) => {
        const acknowledged = { by: context.get('actor').name, now: now() }
        return context.json(
          toAlert(await acknowledgeAlert(db, context.req.valid('param').id, acknowledged)),
        )
      },
    )
    .openapi(
      route('lead', 'delete', '/alerts/{id}/acknowledgement', {
        request: { params },
        responses: answers(alert, 'The alert, which is shown again'),
      }),
      async (context) =>
        context.json(toAlert(await acknowledgeAlert(db, context.req.valid('param').id, null))),
    )
}

function toAlert({ weeks, acknowledgedAt, acknowledgedBy, ...row }: AlertRow) {
  return {
    ...row,
    weeks: weeks.map(({ from, to, histogram }) =>
      toPeriodScore({ from, to, ...scoreOf(row.facts.metric, histogram) }),
    ),
    acknowledged: acknowledgedAt === null ? null : { at: acknowledgedAt, by: acknowledgedBy! },
  }
}
