import { OpenAPIHono, z } from '@hono/zod-openapi'
import {
  addAnnotation,
  changeAnnotation,
  listAnnotations,
  listNewVersions,
  restoreAnnotation,
  removeAnnotation,
  type Annotation,
} from '../../db/scores/annotations.ts'
import { readSurvey } from '../../db/surveys/surveys.ts'
import { dayFromIso, dayOf, isoOf, type Day } from '../../surveys/days.ts'
import { InvalidInput } from '../../surveys/errors.ts'
import { words } from '../../surveys/definition.ts'
import type { Env } from '../base/access.ts'
import type { Deps } from '../base/deps.ts'
import { isoDay as givenDay } from '../base/filters.ts'
import { answers, instant, isoDay, jsonBody } from '../base/schemas.ts'
import { todayIn } from '../base/today.ts'
import { route } from '../base/route.ts'
import { refuseInvalid } from '../base/validation.ts'
import { LONGEST_ANNOTATION } from '../../surveys/limits.ts'

const params = z.object({ id: z.string() })
const annotationParams = params.extend({ annotation: z.string() })

const annotation = z
  .object({
    id: z.string(),
    day: isoDay,
    text: z.string(),
    by: z.string(),
    createdAt: instant,
  })
  .openapi('Annotation')

const annotations = z.object({
  annotations: z.array(annotation),
  versions: z.array(z.object({ version: z.int(), day: isoDay })).openapi({
    description: 'When each version after the first was published',
  }),
})

const newAnnotation = z.strictObject(
  {
    day: givenDay,
    text: words(LONGEST_ANNOTATION)
      .refine((text) => text.isWellFormed(), 'must be well-formed Unicode')
      .regex(/^[^\n\u2028\u2029\u202a-\u202e\u2066-\u2069]*$/, 'must be one line of plain text')
      .regex(/^$|[\p{L}\p{N}\p{P}\p{S}]/u, 'must not be empty'),
  },
  'must be an object',
)
const annotationChange = newAnnotation
  .partial()
  .refine((change) => Object.keys(change).length > 0, 'must name a day or a text')

/** Routes of the trend's annotations. */
export function annotationRoutes(deps: Deps) {
  const { db, now, workspace } = deps
  return new OpenAPIHono<Env>({ defaultHook: refuseInvalid })
    .openapi(
      route('viewer', 'get', '/surveys/{id}/annotations', {
        request: { params },
        responses: answers(
          annotations,
          'The annotations of a survey, latest day first, 200 at most',
        ),
      }),
      async (context) => {
        const { id } = await readSurvey(db, context.req.valid('param').id)
        const versions = await listNewVersions(db, id)
        return context.json({
          annotations: (await listAnnotations(db, id)).map(toAnnotation),
          versions: versions.map(({ version, publishedAt }) => ({
            version,
            day: isoOf(dayOf(publishedAt, workspace.timeZone)),
          })),
        })
      },
    )
    .openapi(
      route('lead', 'post', '/surveys/{id}/annotations', {
        request: { params, body: jsonBody(newAnnotation) },
        responses: answers(annotation, 'The new annotation', 201),
      }),
      async (context) => {
        const { id: surveyId } = await readSurvey(db, context.req.valid('param').id)
        const by = context.get('actor').name
        const input = context.req.valid('json')
        checkDay(deps, input.day)
        return context.json(
          toAnnotation(await addAnnotation(db, { surveyId, ...input, by, now: now() })),
          201,
        )
      },
    )
    .openapi(
      route('lead', 'patch', '/surveys/{id}/annotations/{annotation}', {
        request: { params: annotationParams, body: jsonBody(annotationChange) },
        responses: answers(annotation, 'The annotation as it is now'),
      }),
      async (context) => {
        const { id: surveyId, annotation: id } = context.req.valid('param')
        const input = context.req.valid('json')
        checkDay(deps, input.day)
        return context.json(toAnnotation(await changeAnnotation(db, { surveyId, id }, input)))
      },
    )
    .openapi(
      route('lead', 'delete', '/surveys/{id}/annotations/{annotation}', {
        request: { params: annotationParams },
        responses: {
          204: { description: 'The annotation was removed; it can be restored for a day' },
        },
      }),
      async (context) => {
        const { id: surveyId, annotation: id } = context.req.valid('param')
        await removeAnnotation(db, { surveyId, id }, now())
        return context.body(null, 204)
      },
    )
    .openapi(
      route('lead', 'delete', '/surveys/{id}/annotations/{annotation}/removal', {
        request: { params: annotationParams },
        responses: answers(annotation, 'The restored annotation'),
      }),
      async (context) => {
        const { id: surveyId, annotation: id } = context.req.valid('param')
        return context.json(toAnnotation(await restoreAnnotation(db, { surveyId, id })))
      },
    )
}

const EARLIEST = dayFromIso('1970-01-01')!
/** How far in the future an annotation may be, in days: ten years. */
const AHEAD = 3653

/** @throws InvalidInput for a day that no trend will ever show */
function checkDay(deps: Deps, day: Day | undefined): void {
  const latest = todayIn(deps) + AHEAD
  if (day !== undefined && (day < EARLIEST || day > latest))
    throw new InvalidInput([
      { field: 'day', message: `must be from ${isoOf(EARLIEST)} to ${isoOf(latest)}` },
    ])
}

function toAnnotation({ id, day, text, by, createdAt }: Annotation) {
  return { id, day: isoOf(day), text, by, createdAt }
}
