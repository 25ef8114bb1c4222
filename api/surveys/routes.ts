import { OpenAPIHono, z } from '@hono/zod-openapi'
import {
  archiveSurvey,
  createSurvey,
  listSurveys,
  pauseSurvey,
  publishSurvey,
  readSurvey,
  restoreSurvey,
  resumeSurvey,
} from '../../db/surveys/surveys.ts'
import type { Db } from '../../db/statements.ts'
import { finished } from '../../surveys/drafts.ts'
import { InvalidInput, NotFound } from '../../surveys/errors.ts'
import { ALL_TEMPLATES, definitionFrom, type TemplateId } from '../../surveys/templates/index.ts'
import { TEMPLATE_GROUPS } from '../../surveys/templates/template.ts'
import { mainQuestion, textIn, type SurveyDraft } from '../../surveys/definition.ts'
import type { Env } from '../base/access.ts'
import type { Deps } from '../base/deps.ts'
import { addressOf } from '../base/origin.ts'
import { weigh } from '../respond/weight.ts'
import { answers, jsonBody, metric } from '../base/schemas.ts'
import { draftRevision, survey, surveyDetail, surveyName } from './schemas.ts'
import { readContextOf } from '../base/readContext.ts'
import { toSurvey, toSurveyDetail, toSurveys } from './serialize.ts'
import { slugFor } from './slugs.ts'
import { route } from '../base/route.ts'
import { refuseInvalid } from '../base/validation.ts'

const templateIds = Object.keys(ALL_TEMPLATES) as [TemplateId, ...TemplateId[]]
const params = z.object({ id: z.string() })

const template = z.object({
  id: z.enum(templateIds),
  group: z.enum(TEMPLATE_GROUPS),
  metric,
  name: z.record(z.string(), z.string()),
  description: z.record(z.string(), z.string()),
  languages: z.array(z.string()),
  ask: z.record(z.string(), z.string()),
})

const newSurvey = z
  .strictObject(
    {
      template: z.enum(templateIds, `must be one of ${templateIds.join(', ')}`).optional(),
      copyOf: z
        .string('must be the id of a survey')
        .optional()
        .openapi({ description: 'Id of a survey whose draft is copied' }),
      name: surveyName,
      languages: z
        .array(z.string('must be a language code'), 'must be a list of language codes')
        .min(1, 'must name a language')
        .max(60, 'must name at most 60 languages')
        .optional()
        .openapi({ description: 'One of the template’s languages' }),
    },
    'must be an object',
  )
  .refine(({ template, copyOf }) => (template === undefined) !== (copyOf === undefined), {
    path: ['template'],
    message: 'must be there, or else "copyOf", and only one of these',
  })
  .refine(({ copyOf, languages }) => copyOf === undefined || languages === undefined, {
    path: ['languages'],
    message: 'is for templates; a copy has those of its survey',
  })

const publication = z
  .strictObject(
    {
      revision: draftRevision
        .optional()
        .openapi({ description: 'The revision of the draft to publish; by default the latest' }),
      version: z
        .int('must be a whole number')
        .optional()
        .openapi({ description: 'The version to resume, which must be the last published one' }),
    },
    'must be an object',
  )
  .refine(({ revision, version }) => revision === undefined || version === undefined, {
    path: ['version'],
    message: 'is instead of a revision',
  })

/** Routes for creating, publishing and pausing surveys. */
export function surveyRoutes(deps: Deps) {
  const { db, now } = deps
  return new OpenAPIHono<Env>({ defaultHook: refuseInvalid })
    .openapi(
      route('viewer', 'get', '/templates', {
        responses: answers(z.object({ templates: z.array(template) }), 'The ready-made surveys'),
      }),
      (context) =>
        context.json({
          templates: Object.values(ALL_TEMPLATES).map(
            ({ id, group, metric, name, description, definition }) => ({
              id,
              group,
              metric,
              name,
              description,
              languages: definition.languages,
              ask: Object.fromEntries(
                definition.languages.map((language) => [
                  language,
                  textIn(mainQuestion(definition).text, language, definition).ask,
                ]),
              ),
            }),
          ),
        }),
    )
    .openapi(
      route('viewer', 'get', '/surveys', {
        responses: answers(z.object({ surveys: z.array(survey) }), 'All surveys, newest first'),
      }),
      async (context) => {
        const rows = await listSurveys(db)
        const address = addressOf(deps.config, context)
        return context.json({ surveys: await toSurveys(deps, address, rows) })
      },
    )
    .openapi(
      route('admin', 'post', '/surveys', {
        request: { body: jsonBody(newSurvey) },
        responses: answers(survey, 'The new survey, a draft', 201),
      }),
      async (context) => {
        const { template, copyOf, name, languages } = context.req.valid('json')
        const created = await createSurvey(db, {
          name,
          slug: slugFor(name),
          definition: template
            ? definitionFrom(ALL_TEMPLATES[template], languages)
            : await draftOf(db, copyOf!),
          now: now(),
          by: context.get('actor').name,
        })
        return context.json(await toSurvey(deps, addressOf(deps.config, context), created), 201)
      },
    )
    .openapi(
      route('viewer', 'get', '/surveys/{id}', {
        request: { params },
        responses: answers(surveyDetail, 'One survey, its draft and what is published'),
      }),
      async (context) => {
        const row = await readSurvey(db, context.req.valid('param').id)
        return context.json(await toSurveyDetail(deps, readContextOf(deps, context), row))
      },
    )
    .openapi(
      route('admin', 'put', '/surveys/{id}/publication', {
        request: { params, body: { ...jsonBody(publication), required: false } },
        responses: answers(
          survey,
          'The live survey; 409 if the draft has another revision, or another version was published last',
        ),
      }),
      async (context) => {
        const { id } = context.req.valid('param')
        const { revision, version } = context.req.valid('json')
        const by = context.get('actor').name
        if (version === undefined) await refuseHeavyLogo(deps, id)
        const row =
          version === undefined
            ? await publishSurvey(db, id, now(), { by, revision })
            : await resumeSurvey(db, id, version, now())
        return context.json(await toSurvey(deps, addressOf(deps.config, context), row))
      },
    )
    .openapi(
      route('admin', 'put', '/surveys/{id}/archive', {
        request: { params },
        responses: answers(
          survey,
          'The archived survey: it takes no answers, and keeps those that it has',
        ),
      }),
      async (context) => {
        const row = await archiveSurvey(db, context.req.valid('param').id, now())
        return context.json(await toSurvey(deps, addressOf(deps.config, context), row))
      },
    )
    .openapi(
      route('admin', 'delete', '/surveys/{id}/archive', {
        request: { params },
        responses: answers(survey, 'The survey, paused; a draft if it was never published'),
      }),
      async (context) => {
        const row = await restoreSurvey(db, context.req.valid('param').id, now())
        return context.json(await toSurvey(deps, addressOf(deps.config, context), row))
      },
    )
    .openapi(
      route('admin', 'delete', '/surveys/{id}/publication', {
        request: { params },
        responses: answers(survey, 'The paused survey'),
      }),
      async (context) => {
        const row = await pauseSurvey(db, context.req.valid('param').id, now())
        return context.json(await toSurvey(deps, addressOf(deps.config, context), row))
      },
    )
}

/** @throws InvalidInput if the draft is unfinished, or its logo makes the page too large */
async function refuseHeavyLogo({ db, workspace }: Deps, id: string) {
  const definition = finished((await readSurvey(db, id)).draft)
  if (!definition.look?.logo) return
  const { logo, room } = await weigh(definition, workspace.name)
  if (logo <= room) return
  const message = `must be lighter: it adds ${logo} bytes to a page that has room for ${room}`
  throw new InvalidInput([{ field: 'definition.look.logo', message }])
}

/** @throws InvalidInput if there is no such survey */
async function draftOf(db: Db, copyOf: string): Promise<SurveyDraft> {
  try {
    return (await readSurvey(db, copyOf)).draft
  } catch (error) {
    if (!(error instanceof NotFound)) throw error
    throw new InvalidInput([{ field: 'copyOf', message: 'must be the id of a survey' }])
  }
}
