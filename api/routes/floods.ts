import { OpenAPIHono, createRoute, z } from '@hono/zod-openapi'
import { countFlood, excludeFlood, listFlood, listFloods } from '../../db/floods.ts'
import { restore } from '../../db/suspicion.ts'
import { readSurvey } from '../../db/surveys.ts'
import { Conflict, NotFound } from '../../surveys/errors.ts'
import { atLeast, type Env } from '../access.ts'
import type { Deps } from '../deps.ts'
import { answers, instant, jsonBody } from '../schemas.ts'
import { refuseInvalid } from '../validation.ts'

const params = z.object({ id: z.string() })
const floodParams = params.extend({ flood: z.string() })

const floods = z.object({
  floods: z.array(
    z.object({ id: z.string(), from: instant, to: instant, n: z.int() }).openapi('Flood'),
  ),
})
const judged = z.object({
  judged: z.int(),
  remaining: z.int().openapi({ description: 'Send the same again while there are any' }),
})
const judging = z.strictObject({ counted: z.boolean('must be true or false') }, 'must be an object')

/** Of a flood so many answers at most are counted in one request. */
const AT_ONCE = 500

/** Answers that came in floods, which are judged together. */
export function floodRoutes({ db, config, now }: Deps) {
  return new OpenAPIHono<Env>({ defaultHook: refuseInvalid })
    .openapi(
      createRoute({
        method: 'get',
        path: '/surveys/{id}/floods',
        middleware: [atLeast('lead')] as const,
        request: { params },
        responses: answers(
          floods,
          'Answers that look automatic and came together, which nobody has judged yet; the latest first',
        ),
      }),
      async (context) => {
        const { id } = await readSurvey(db, context.req.valid('param').id)
        const found = await listFloods(db, id)
        return context.json({
          floods: found.map((flood) => ({ id: `${flood.from}-${flood.to}`, ...flood })),
        })
      },
    )
    .openapi(
      createRoute({
        method: 'put',
        path: '/surveys/{id}/floods/{flood}',
        middleware: [atLeast('lead')] as const,
        request: { params: floodParams, body: jsonBody(judging) },
        responses: answers(
          judged,
          'How many of the answers count now, or are kept excluded by a person, and how many are left',
        ),
      }),
      async (context) => {
        const { id, flood } = context.req.valid('param')
        const { id: surveyId } = await readSurvey(db, id)
        const within = { surveyId, ...readFlood(flood) }
        const by = { by: context.get('actor').name, now: now() }
        const before = await countFlood(db, within)
        if (!before) throw new NotFound('flood')
        if (context.req.valid('json').counted) {
          const dueAt = now() + config.followUpHours * 3_600_000
          for (const response of await listFlood(db, within, AT_ONCE))
            await restore(db, response, { ...by, dueAt }).catch(unlessChanged)
        } else await excludeFlood(db, within, by)
        const remaining = await countFlood(db, within)
        return context.json({ judged: before - remaining, remaining })
      },
    )
}

/** One that is saved at the same moment is left for the next request. */
function unlessChanged(error: unknown) {
  if (!(error instanceof Conflict)) throw error
}

/** @throws NotFound for what is not a flood's id */
function readFlood(id: string): { from: number; to: number } {
  const [, from, to] = /^(\d{1,15})-(\d{1,15})$/.exec(id) ?? []
  if (to === undefined) throw new NotFound('flood')
  return { from: Number(from), to: Number(to) }
}
