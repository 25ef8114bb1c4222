import { OpenAPIHono, z } from '@hono/zod-openapi'
import { createMiddleware } from 'hono/factory'
import { discardDraft, saveDraft } from '../../db/surveys/drafts.ts'
import { readSurvey } from '../../db/surveys/surveys.ts'
import { listVersions } from '../../db/surveys/versions.ts'
import { fieldErrors } from '../../surveys/fieldErrors.ts'
import { differences } from '../../surveys/differences.ts'
import { filledIn, finished } from '../../surveys/drafts.ts'
import { InvalidInput } from '../../surveys/errors.ts'
import { surveyDraft } from '../../surveys/definition.ts'
import type { Env } from '../base/access.ts'
import type { Deps } from '../base/deps.ts'
import { createEditors } from './editors.ts'
import { previewResponse, noPreviewResponse } from '../respond/preview.ts'
import { checkWaiting, weigh } from '../respond/weight.ts'
import { answers, instant, jsonBody } from '../base/schemas.ts'
import { draftRevision, savedDraft, surveyDetail, surveyName } from './schemas.ts'
import { readContextOf } from '../base/readContext.ts'
import { toSavedDraft, toSurveyDetail } from './serialize.ts'
import { endOfToday } from '../base/today.ts'
import { route } from '../base/route.ts'
import { refuseInvalid } from '../base/validation.ts'

const params = z.object({ id: z.string() })

const draft = z.strictObject(
  {
    revision: draftRevision.openapi({ description: 'The revision that the draft is based on' }),
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
      .openapi({ description: 'Whether to show the thank-you page' }),
  },
  'must be an object',
)

const weighed = preview.pick({ definition: true })

const weight = z.object({
  bytes: z.int().openapi({ description: 'Gzipped; a page of three questions stays below 8192' }),
  language: z.string().openapi({ description: 'The language in which the page is largest' }),
  logo: z.int().openapi({ description: 'The part of it that is the logo' }),
  room: z.int().openapi({ description: 'How much a logo may add at most' }),
})

/** The same, sent by a form, in which everything is text. */
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

const differenceValue = z.union([z.string(), z.number(), z.boolean(), z.null()]).optional()

const version = z.object({
  version: z.int(),
  publishedAt: instant,
  publishedBy: z.string().nullable(),
  answers: z.int().openapi({ description: 'Its counted responses' }),
  differences: z.array(
    z.object({
      kind: z.enum(['added', 'removed', 'changed', 'moved']),
      where: z.array(z.union([z.string(), z.number()])),
      before: differenceValue,
      after: differenceValue,
    }),
  ),
})

/** Routes for saving, previewing and reverting drafts. */
export function draftRoutes(deps: Deps) {
  const { db, now } = deps
  const editors = createEditors(now)
  const routes = new OpenAPIHono<Env>({ defaultHook: refuseInvalid })
  // Runs before the body is read.
  routes.use('/surveys/:id/weight', refuseMany)
  return routes
    .openapi(
      route('admin', 'put', '/surveys/{id}/draft', {
        request: { params, body: jsonBody(draft) },
        responses: answers(savedDraft, 'Saved; 409 if someone else saved it meanwhile'),
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
      route('admin', 'delete', '/surveys/{id}/draft-changes', {
        request: { params },
        responses: answers(surveyDetail, 'The survey, whose draft equals the published version'),
      }),
      async (context) => {
        const row = await discardDraft(db, context.req.valid('param').id, {
          by: context.get('actor').name,
          now: now(),
        })
        return context.json(await toSurveyDetail(deps, readContextOf(deps, context), row))
      },
    )
    .openapi(
      route('viewer', 'post', '/surveys/{id}/preview', {
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
            description: 'The page as customers would see it; its answers are not stored',
            content: { 'text/html': { schema: z.string() } },
          },
        },
      }),
      async (context) => {
        await readSurvey(db, context.req.valid('param').id)
        const asForm = 'definition' in context.req.valid('form')
        const input = asForm ? context.req.valid('form') : context.req.valid('json')
        if (!('definition' in input)) throw new InvalidInput([NOTHING_SENT])
        try {
          return previewResponse(deps, input)
        } catch (error) {
          if (!asForm || !(error instanceof InvalidInput)) throw error
          return noPreviewResponse(deps, input.language, error)
        }
      },
      (result) => {
        if (result.success) return undefined
        const error = new InvalidInput(fieldErrors(result.error))
        if (result.target !== 'form') throw error
        return noPreviewResponse(deps, 'en', error)
      },
    )
    .openapi(
      route('viewer', 'post', '/surveys/{id}/weight', {
        request: { params, body: jsonBody(weighed) },
        responses: answers(
          weight,
          'The page’s size in transfer, in the language in which it is largest',
        ),
      }),
      async (context) => {
        await readSurvey(db, context.req.valid('param').id)
        const definition = finished(filledIn(context.req.valid('json').definition))
        return context.json(await weigh(definition, deps.workspace.name))
      },
    )
    .openapi(
      route('viewer', 'put', '/surveys/{id}/preview/responses/{response}', {
        request: { params: params.extend({ response: z.string() }) },
        responses: answers(
          z.object({ stored: z.literal(false) }),
          'Accepts the answers of a preview, which are not stored',
        ),
      }),
      (context) => context.json({ stored: false as const }),
    )
    .openapi(
      route('viewer', 'get', '/surveys/{id}/versions', {
        request: { params },
        responses: answers(
          z.object({ versions: z.array(version) }),
          'Every version, newest first, and how it differs from the one before',
        ),
      }),
      async (context) => {
        const { id } = await readSurvey(db, context.req.valid('param').id)
        const rows = await listVersions(db, id, endOfToday(deps))
        const versions = rows.map(
          ({ definition, version, publishedAt, publishedBy, answers }, at) => ({
            version,
            publishedAt,
            publishedBy,
            answers,
            differences: at ? differences(rows[at - 1]!.definition, definition) : [],
          }),
        )
        return context.json({ versions: versions.toReversed() })
      },
    )
    .openapi(
      route('admin', 'put', '/surveys/{id}/editors/me', {
        request: { params },
        responses: answers(
          z.object({ others: z.array(z.object({ name: z.string(), since: instant })) }),
          'Who else is editing; repeat within 30 seconds to stay listed',
        ),
      }),
      async (context) => {
        const { id } = await readSurvey(db, context.req.valid('param').id)
        return context.json({ others: editors.enter(id, context.get('actor')) })
      },
    )
    .openapi(
      route('admin', 'delete', '/surveys/{id}/editors/me', {
        request: { params },
        responses: answers(z.object({}), 'No longer listed as editing'),
      }),
      (context) => {
        editors.leave(context.req.valid('param').id, context.get('actor').id)
        return context.json({})
      },
    )
}

/** Rejects a request before its body is read, which takes time, too. */
const refuseMany = createMiddleware<Env>((_, next) => {
  checkWaiting()
  return next()
})

const NOTHING_SENT = { field: 'body', message: 'must be JSON or a form' }

function parsed(text: string, context: z.RefinementCtx): unknown {
  try {
    return JSON.parse(text)
  } catch {
    context.addIssue({ code: 'custom', message: 'must be JSON' })
    return z.NEVER
  }
}
