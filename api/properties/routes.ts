import { OpenAPIHono, z } from '@hono/zod-openapi'
import { PLACES, readPropertyUse, setHidden } from '../../db/properties/propertyUse.ts'
import { isRegrouping } from '../../db/properties/regrouping.ts'
import { reservedIn } from '../../db/scoreboard/segments.ts'
import { readCurrent, readSurvey } from '../../db/surveys/surveys.ts'
import type { Env } from '../base/access.ts'
import type { Deps } from '../base/deps.ts'
import { answers, jsonBody } from '../base/schemas.ts'
import { route } from '../base/route.ts'
import { refuseInvalid } from '../base/validation.ts'

const params = z.object({ id: z.string() })
const propertyParams = params.extend({ property: z.string() })

const place = z.enum(PLACES).openapi({
  description:
    'Whether it has a group, waits because others are used more, is being counted, or is hidden',
})

const properties = z.object({
  counting: z.boolean().openapi({
    description: 'Whether groups are being counted; `place` may change until that is done',
  }),
  properties: z.array(
    z
      .object({
        name: z.string(),
        answers: z.int(),
        place,
        reserved: z.boolean().openapi({
          description: 'Whether it always has groups, as the language and signed properties do',
        }),
        values: z.array(z.object({ value: z.string(), answers: z.int(), place })),
      })
      .openapi('PropertyUse'),
  ),
})

const visibility = z.strictObject(
  {
    hidden: z.boolean('must be true or false'),
    value: z
      .string('must be text')
      .min(1, 'must not be empty')
      .max(200, 'must have at most 200 characters')
      .optional(),
  },
  'must be an object',
)

/** Routes of the properties by which a survey's answers can be grouped. */
export function propertyRoutes({ db }: Deps) {
  const reservedOf = async (id: string) => {
    const survey = await readSurvey(db, id)
    return reservedIn(await readCurrent(db, survey))
  }
  // Checks first: if the recount ends in between, the client only makes one more request.
  const list = async (surveyId: string) => ({
    counting: isRegrouping(db, surveyId),
    properties: await readPropertyUse(db, surveyId, await reservedOf(surveyId)),
  })
  return new OpenAPIHono<Env>({ defaultHook: refuseInvalid })
    .openapi(
      route('admin', 'get', '/surveys/{id}/properties', {
        request: { params },
        responses: answers(
          properties,
          'The properties of the counted answers and their values, the most used first',
        ),
      }),
      async (context) => context.json(await list(context.req.valid('param').id)),
    )
    .openapi(
      route('admin', 'put', '/surveys/{id}/properties/{property}', {
        request: { params: propertyParams, body: jsonBody(visibility) },
        responses: answers(properties, 'The properties as they are now'),
      }),
      async (context) => {
        const { id, property } = context.req.valid('param')
        const { hidden, value = '' } = context.req.valid('json')
        const reserved = await reservedOf(id)
        await setHidden(db, { surveyId: id, property, value }, hidden, reserved)
        return context.json(await list(id))
      },
    )
}
