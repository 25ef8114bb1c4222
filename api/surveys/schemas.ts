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
      description: 'The page that customers answer on; null where PUBLIC_URL has to be set first',
    }),
    questions: z.array(z.object({ id: z.string(), metric, ask: z.string() })),
    example: z.boolean(),
    answers: z
      .int()
      .openapi({ description: 'To its main question, whichever that was when it was answered' }),
    answersNow: z.int().openapi({ description: 'To the question that is the main one now' }),
    past: z.array(z.object({ id: z.string(), metric, ask: z.string(), answers: z.int() })).openapi({
      description: 'Scored questions with answers that are not asked any more, the last first',
    }),
    lastAnswerAt: instant.nullable(),
    createdAt: instant,
  })
  .openapi('Survey')

/** A draft's revision. */
export const draftRevision = z.int('must be a whole number').min(0, 'must not be below 0')

export const savedDraft = z.object({
  revision: z.int().openapi({ description: 'What the next save is made from' }),
  by: z.string().nullable(),
  savedAt: instant,
})

export const surveyDetail = survey.extend({
  definition: surveyDraft,
  draft: savedDraft,
  published: surveyDraft.nullable().openapi({ description: 'What is asked now' }),
  publishedIds: z.record(z.string(), z.array(z.string())).openapi({
    description:
      'The ids of all questions that any version published, each with the ids of its options; stored answers use them',
  }),
  testUrl: z.string().nullable().openapi({
    description:
      'The draft to try, for a week; its answers never count. For admins only. A path of this server where PUBLIC_URL has to be set first',
  }),
})

/** A survey's name. */
export const surveyName = words(LONGEST_SURVEY_NAME)
