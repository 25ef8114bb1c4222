import { z } from '@hono/zod-openapi'
import { SURVEY_STATES } from '../../db/schema/index.ts'
import { surveyDraft, words } from '../../surveys/definition.ts'
import { metric, instant } from '../base/schemas.ts'
import { LONGEST_SURVEY_NAME } from '../../surveys/limits.ts'

export const survey = z
  .object({
    id: z.string(),
    slug: z.string(),
    name: z.string(),
    state: z.enum(SURVEY_STATES),
    version: z.int().nullable(),
    languages: z.array(z.string()),
    url: z.string().nullable().openapi({
      description: 'URL of the survey page; null until PUBLIC_URL is set',
    }),
    questions: z.array(z.object({ id: z.string(), metric, ask: z.string() })),
    example: z.boolean(),
    answers: z
      .int()
      .openapi({ description: 'Answers to the main question at the time of each answer' }),
    answersNow: z.int().openapi({ description: 'Answers to the current main question' }),
    past: z.array(z.object({ id: z.string(), metric, ask: z.string(), answers: z.int() })).openapi({
      description: 'Scored questions that have answers but are no longer asked, latest first',
    }),
    lastAnswerAt: instant.nullable(),
    createdAt: instant,
  })
  .openapi('Survey')

/** A draft's revision. */
export const draftRevision = z.int('must be a whole number').min(0, 'must not be below 0')

export const savedDraft = z.object({
  revision: z.int().openapi({ description: 'The revision that the next save has to name' }),
  by: z.string().nullable(),
  savedAt: instant,
})

export const surveyDetail = survey.extend({
  definition: surveyDraft,
  draft: savedDraft,
  published: surveyDraft.nullable().openapi({ description: 'The published version' }),
  publishedIds: z.record(z.string(), z.array(z.string())).openapi({
    description:
      'The ids of all questions that any version published, each with the ids of its options; stored answers use them',
  }),
  testUrl: z.string().nullable().openapi({
    description:
      'For admins: a URL for trying the draft, valid for a week; its answers never count. Without PUBLIC_URL only a path',
  }),
})

/** A survey's name. */
export const surveyName = words(LONGEST_SURVEY_NAME)
