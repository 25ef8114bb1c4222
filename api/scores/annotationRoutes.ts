import { OpenAPIHono, createRoute, z } from '@hono/zod-openapi'
import {
  addMark,
  changeMark,
  listMarks,
  listNewVersions,
  putMarkBack,
  removeMark,
  type Mark,
} from '../../db/scores/annotations.ts'
import { readSurvey } from '../../db/surveys/surveys.ts'
import { dayFromIso, dayOf, isoOf, type Day } from '../../surveys/days.ts'
import { InvalidInput } from '../../surveys/errors.ts'
import { words } from '../../surveys/definition.ts'
import { atLeast, type Env } from '../base/access.ts'
import type { Deps } from '../base/deps.ts'
import { isoDay as givenDay } from '../base/filters.ts'
import { answers, instant, isoDay, jsonBody } from '../base/schemas.ts'
import { todayIn } from '../base/today.ts'
import { refuseInvalid } from '../base/validation.ts'

const params = z.object({ id: z.string() })
const markParams = params.extend({ mark: z.string() })

const mark = z
  .object({
    id: z.string(),
    day: isoDay,
    text: z.string(),
    by: z.string(),
    createdAt: instant,
  })
  .openapi('Mark')

const marks = z.object({
  marks: z.array(mark),
  versions: z.array(z.object({ version: z.int(), day: isoDay })).openapi({
    description: 'When each version after the first was published: marks that make themselves',
  }),
})

const newMark = z.strictObject(
  {
    day: givenDay,
    text: words(120)
      .refine((text) => text.isWellFormed(), 'must be well-formed Unicode')
      .regex(/^[^\n\u2028\u2029\u202a-\u202e\u2066-\u2069]*$/, 'must be one line of plain text')
      .regex(/^$|[\p{L}\p{N}\p{P}\p{S}]/u, 'must not be empty'),
  },
  'must be an object',
)
const markChange = newMark
  .partial()
  .refine((change) => Object.keys(change).length > 0, 'must name a day or a text')

/** Marks on the trend: what happened on a day. */
export function markRoutes(deps: Deps) {
  const { db, now, workspace } = deps
  return new OpenAPIHono<Env>({ defaultHook: refuseInvalid })
    .openapi(
      createRoute({
        method: 'get',
        path: '/surveys/{id}/marks',
        middleware: [atLeast('viewer')] as const,
        request: { params },
        responses: answers(marks, 'The marks of a survey, latest day first, 200 at most'),
      }),
      async (context) => {
        const { id } = await readSurvey(db, context.req.valid('param').id)
        const versions = await listNewVersions(db, id)
        return context.json({
          marks: (await listMarks(db, id)).map(toMark),
          versions: versions.map(({ version, publishedAt }) => ({
            version,
            day: isoOf(dayOf(publishedAt, workspace.timeZone)),
          })),
        })
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/surveys/{id}/marks',
        middleware: [atLeast('lead')] as const,
        request: { params, body: jsonBody(newMark) },
        responses: answers(mark, 'The new mark', 201),
      }),
      async (context) => {
        const { id: surveyId } = await readSurvey(db, context.req.valid('param').id)
        const by = context.get('actor').name
        const given = context.req.valid('json')
        checkDay(deps, given.day)
        return context.json(toMark(await addMark(db, { surveyId, ...given, by, now: now() })), 201)
      },
    )
    .openapi(
      createRoute({
        method: 'patch',
        path: '/surveys/{id}/marks/{mark}',
        middleware: [atLeast('lead')] as const,
        request: { params: markParams, body: jsonBody(markChange) },
        responses: answers(mark, 'The mark as it is now'),
      }),
      async (context) => {
        const { id: surveyId, mark: id } = context.req.valid('param')
        const given = context.req.valid('json')
        checkDay(deps, given.day)
        return context.json(toMark(await changeMark(db, { surveyId, id }, given)))
      },
    )
    .openapi(
      createRoute({
        method: 'delete',
        path: '/surveys/{id}/marks/{mark}',
        middleware: [atLeast('lead')] as const,
        request: { params: markParams },
        responses: { 204: { description: 'The mark is gone; for a day that can be taken back' } },
      }),
      async (context) => {
        const { id: surveyId, mark: id } = context.req.valid('param')
        await removeMark(db, { surveyId, id }, now())
        return context.body(null, 204)
      },
    )
    .openapi(
      createRoute({
        method: 'delete',
        path: '/surveys/{id}/marks/{mark}/removal',
        middleware: [atLeast('lead')] as const,
        request: { params: markParams },
        responses: answers(mark, 'The mark is back as it was, with whoever made it'),
      }),
      async (context) => {
        const { id: surveyId, mark: id } = context.req.valid('param')
        return context.json(toMark(await putMarkBack(db, { surveyId, id })))
      },
    )
}

const EARLIEST = dayFromIso('1970-01-01')!
/** How far ahead a mark may stand: ten years. */
const AHEAD = 3653

/** @throws InvalidInput for a day so far off that no trend will ever show it */
function checkDay(deps: Deps, day: Day | undefined): void {
  const latest = todayIn(deps) + AHEAD
  if (day !== undefined && (day < EARLIEST || day > latest))
    throw new InvalidInput([
      { field: 'day', message: `must be from ${isoOf(EARLIEST)} to ${isoOf(latest)}` },
    ])
}

function toMark({ id, day, text, by, createdAt }: Mark) {
  return { id, day: isoOf(day), text, by, createdAt }
}
