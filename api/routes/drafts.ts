import { OpenAPIHono, createRoute, z } from '@hono/zod-openapi'
import { discardDraft, saveDraft } from '../../db/drafts.ts'
import { readSurvey } from '../../db/surveys.ts'
import { fieldErrors } from '../../surveys/answers.ts'
import { InvalidInput } from '../../surveys/errors.ts'
import { surveyDraft } from '../../surveys/survey.ts'
import { atLeast, type Env } from '../access.ts'
import type { Deps } from '../deps.ts'
import { originOf } from '../origin.ts'
import { answerPreview, answerUnpreviewable } from '../respond/preview.ts'
import { answers, jsonBody, savedDraft, surveyDetail, surveyName } from '../schemas.ts'
import { toSavedDraft, toSurveyDetail } from '../serialize.ts'
import { refuseInvalid } from '../validation.ts'

const params = z.object({ id: z.string() })

const draft = z.strictObject(
  {
    revision: z
      .int('must be a whole number')
      .min(0, 'must not be below 0')
      .openapi({ description: 'The one that this was made from' }),
    definition: surveyDraft,
    name: surveyName.optional(),
  },
  'must be an object',
)

const preview = z.strictObject(
  {
    definition: surveyDraft,
    language: z.string('must be a language code'),
    score: z.int('must be a whole number').optional(),
    done: z
      .boolean('must be true or false')
      .default(false)
      .openapi({ description: 'The thanks instead of the questions' }),
  },
  'must be an object',
)

/** The same from a form, where everything is text. */
const previewForm = z.strictObject({
  definition: z.string('must be text').transform(parsed).pipe(surveyDraft),
  language: preview.shape.language,
  score: z
    .string()
    .regex(/^(\d{1,2})?$/, 'must be a whole number')
    .transform((text) => (text ? Number(text) : undefined))
    .optional(),
  done: z
    .enum(['', 'true', 'false'], 'must be true or false')
    .transform((text) => text === 'true')
    .default(false),
})

/** A survey that is being written: saving it, looking at it, going back. */
export function draftRoutes(deps: Deps) {
  const { db, now } = deps
  return new OpenAPIHono<Env>({ defaultHook: refuseInvalid })
    .openapi(
      createRoute({
        method: 'put',
        path: '/surveys/{id}/draft',
        middleware: [atLeast('admin')] as const,
        request: { params, body: jsonBody(draft) },
        responses: answers(savedDraft, 'Saved; 409 when somebody else saved it meanwhile'),
      }),
      async (context) => {
        const row = await saveDraft(db, context.req.valid('param').id, {
          ...context.req.valid('json'),
          by: context.get('actor').name,
          now: now(),
        })
        return context.json(toSavedDraft(row))
      },
    )
    .openapi(
      createRoute({
        method: 'delete',
        path: '/surveys/{id}/draft-changes',
        middleware: [atLeast('admin')] as const,
        request: { params },
        responses: answers(surveyDetail, 'The survey, its draft being what is published'),
      }),
      async (context) => {
        const actor = context.get('actor')
        const row = await discardDraft(db, context.req.valid('param').id, {
          by: actor.name,
          now: now(),
        })
        return context.json(await toSurveyDetail(deps, originOf(context), actor, row))
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/surveys/{id}/preview',
        middleware: [atLeast('viewer')] as const,
        request: {
          params,
          body: {
            content: {
              'application/json': { schema: preview },
              'application/x-www-form-urlencoded': { schema: previewForm },
            },
          },
        },
        responses: {
          200: {
            description: 'The page as a customer would get it; what is answered on it goes nowhere',
            content: { 'text/html': { schema: z.string() } },
          },
        },
      }),
      async (context) => {
        await readSurvey(db, context.req.valid('param').id)
        const asForm = 'definition' in context.req.valid('form')
        const asked = asForm ? context.req.valid('form') : context.req.valid('json')
        if (!('definition' in asked)) throw new InvalidInput([NOTHING_SENT])
        try {
          return answerPreview(deps, asked)
        } catch (error) {
          if (!asForm || !(error instanceof InvalidInput)) throw error
          return answerUnpreviewable(deps, asked.language, error)
        }
      },
      (result) => {
        if (result.success) return undefined
        const error = new InvalidInput(fieldErrors(result.error))
        if (result.target !== 'form') throw error
        return answerUnpreviewable(deps, 'en', error)
      },
    )
    .openapi(
      createRoute({
        method: 'put',
        path: '/surveys/{id}/preview/responses/{response}',
        middleware: [atLeast('viewer')] as const,
        request: { params: params.extend({ response: z.string() }) },
        responses: answers(
          z.object({ stored: z.literal(false) }),
          'Where the page of a preview sends its answers, and nothing is kept',
        ),
      }),
      (context) => context.json({ stored: false as const }),
    )
}

const NOTHING_SENT = { field: 'body', message: 'must be JSON or a form' }

function parsed(text: string, context: z.RefinementCtx): unknown {
  try {
    return JSON.parse(text)
  } catch {
    context.addIssue({ code: 'custom', message: 'must be JSON' })
    return z.NEVER
  }
}
