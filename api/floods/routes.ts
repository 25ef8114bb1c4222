import { OpenAPIHono, z } from '@hono/zod-openapi'
import { changeEach } from '../../db/floods/changeEach.ts'
import { countDecided, listCounted, undoExclusion } from '../../db/floods/undo.ts'
import {
  countFlood,
  excludeFlood,
  floodId,
  listFlood,
  listFloods,
  readFloodId,
} from '../../db/floods/floods.ts'
import { restore, suspectAgain } from '../../db/responses/review.ts'
import { readSurvey } from '../../db/surveys/surveys.ts'
import { NotFound } from '../../surveys/errors.ts'
import type { Env } from '../base/access.ts'
import type { Deps } from '../base/deps.ts'
import { answers, instant, jsonBody } from '../base/schemas.ts'
import { route } from '../base/route.ts'
import { refuseInvalid } from '../base/validation.ts'
import { HOUR } from '../../surveys/durations.ts'

const params = z.object({ id: z.string() })
const floodParams = params.extend({ flood: z.string() })

const floods = z.object({
  floods: z.array(
    z.object({ id: z.string(), from: instant, to: instant, n: z.int() }).openapi('Flood'),
  ),
})
const reviewed = z.object({
  reviewed: z.int(),
  remaining: z
    .int()
    .openapi({ description: 'How many are left; repeat the request until there are none' }),
})
const undone = z.object({
  undone: z.int(),
  remaining: z
    .int()
    .openapi({ description: 'How many are left; repeat the request until there are none' }),
})
const review = z.strictObject({ counted: z.boolean('must be true or false') }, 'must be an object')

/** The most responses of a flood to count per request. */
const AT_ONCE = 500

/** Routes for floods and their reviews. */
export function floodRoutes({ db, config, now }: Deps) {
  const rangeOf = async ({ id, flood }: z.infer<typeof floodParams>) => {
    const { id: surveyId } = await readSurvey(db, id)
    const range = readFloodId(flood)
    if (!range) throw new NotFound('flood')
    return { surveyId, ...range }
  }

  return new OpenAPIHono<Env>({ defaultHook: refuseInvalid })
    .openapi(
      route('viewer', 'get', '/surveys/{id}/floods', {
        request: { params },
        responses: answers(floods, 'Unreviewed floods of suspected answers, latest first'),
      }),
      async (context) => {
        const { id } = await readSurvey(db, context.req.valid('param').id)
        const found = await listFloods(db, id)
        return context.json({
          floods: found.map((flood) => ({ id: floodId(flood), ...flood })),
        })
      },
    )
    .openapi(
      route('lead', 'put', '/surveys/{id}/floods/{flood}', {
        request: { params: floodParams, body: jsonBody(review) },
        responses: answers(reviewed, 'How many answers were reviewed, and how many are left'),
      }),
      async (context) => {
        const its = await rangeOf(context.req.valid('param'))
        const by = { by: context.get('actor').name, now: now() }
        const before = await countFlood(db, its)
        if (!before) throw new NotFound('flood')
        if (context.req.valid('json').counted) {
          const more = { dueAt: now() + config.followUpHours * HOUR, flood: floodId(its) }
          await changeEach(await listFlood(db, its, AT_ONCE), (response) =>
            restore(db, response, { ...by, ...more }),
          )
        } else await excludeFlood(db, its, by)
        const remaining = await countFlood(db, its)
        return context.json({ reviewed: before - remaining, remaining })
      },
    )
    .openapi(
      route('lead', 'delete', '/surveys/{id}/floods/{flood}/review', {
        request: { params: floodParams },
        responses: answers(
          undone,
          'How many answers have their previous state again; answers reviewed individually since then keep theirs',
        ),
      }),
      async (context) => {
        const its = await rangeOf(context.req.valid('param'))
        const before = await countDecided(db, its)
        if (!before) throw new NotFound('flood')
        await changeEach(await listCounted(db, its, AT_ONCE), (response) =>
          suspectAgain(db, response, { flood: floodId(its), now: now() }),
        )
        await undoExclusion(db, its, now())
        const remaining = await countDecided(db, its)
        return context.json({ undone: before - remaining, remaining })
      },
    )
}
