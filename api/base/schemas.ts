import { z } from '@hono/zod-openapi'
import {
  FOLLOW_UP_STATES,
  RESPONSE_STATES,
  ROLES,
  SOURCES,
  SPAM_REASONS,
  SURVEY_STATES,
} from '../../db/schema/index.ts'
import { comment } from '../../surveys/answers.ts'
import { BANDS } from '../../surveys/scoring/metrics.ts'
import { METHODS } from '../../surveys/scoring/score.ts'
import { QUESTION_KINDS, surveyDraft, words } from '../../surveys/definition.ts'

// What the API answers with. The OpenAPI document and the dashboard's types both come from here.

export const metric = z.enum(['nps', 'csat', 'ces'])
const band = z.enum(BANDS)
export const isoDay = z.string().openapi({ example: '2026-11-22' })
export const instant = z.int().openapi({ description: 'Milliseconds since 1970 UTC' })

const numberOrNull = z.number().nullable()

export const score = z
  .object({
    metric,
    score: numberOrNull.openapi({
      description: 'NPS −100…100, CSAT per cent, CES mean 1…7; unrounded; null without answers',
    }),
    low: numberOrNull.openapi({ description: 'Lower end of the 95 % interval' }),
    high: numberOrNull,
    n: z.int(),
    bands: z.object({ unhappy: z.int(), neutral: z.int(), happy: z.int() }),
    histogram: z.record(z.string(), z.int()),
    evidenceLevel: z.enum(['none', 'answers', 'small', 'early', 'full']).openapi({
      description: 'How much the answers can carry: n = 0, 1–4, 5–9, 10–29, 30 and more',
    }),
    share: z
      .object({ score: z.number(), low: z.number(), high: z.number() })
      .nullable()
      .openapi({ description: 'CES only: per cent of answers 5–7' }),
    method: z.enum(METHODS),
  })
  .openapi('Score')

export const groupScore = score
  .extend({
    tier: z.enum(['above', 'cannot-tell', 'below', 'too-few']).openapi({
      description:
        'Against everyone who isn’t in it (Benjamini–Hochberg, q = .10); from 30 answers',
    }),
    rest: z.int().openapi({ description: 'How many answers are not in the group' }),
    difference: numberOrNull.openapi({ description: 'The group’s score − the rest’s, in points' }),
    p: numberOrNull,
    adjustedP: numberOrNull,
    shrunk: numberOrNull.openapi({ description: 'The score pulled towards that of all groups' }),
  })
  .openapi('GroupScore')

export const comparison = z
  .object({
    difference: numberOrNull,
    low: numberOrNull,
    high: numberOrNull,
    p: numberOrNull,
    detectable: numberOrNull,
    verdict: z.enum(['up', 'down', 'no-change', 'too-few']),
  })
  .openapi('Comparison')

export const periodScore = z.object({ from: isoDay, to: isoDay }).extend(score.shape)

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

/** Counts the saves of a draft. */
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
  asked: z.record(z.string(), z.array(z.string())).openapi({
    description: 'Every question of any version, and its options: what answers are kept under',
  }),
  testUrl: z.string().nullable().openapi({
    description:
      'The draft to try, for a week; its answers never count. For admins only. A path of this server where PUBLIC_URL has to be set first',
  }),
})

export const response = z
  .object({
    id: z.string(),
    surveyId: z.string(),
    version: z.int(),
    source: z.enum(SOURCES),
    language: z.string().nullable(),
    properties: z.record(z.string(), z.string()),
    band: band.nullable(),
    state: z.enum(RESPONSE_STATES),
    spamReason: z.enum(SPAM_REASONS).nullable().openapi({
      description: 'Why it was taken for a robot’s; stays when it was restored',
    }),
    review: z.object({ by: z.string(), at: instant }).nullable().openapi({
      description: 'Who set it aside by hand, or let it count, last; never told to a viewer',
    }),
    badSignature: z.boolean().openapi({
      description:
        'Whether its link was signed, and cut or changed on its way, so that nobody knows whom it is from; never told to a viewer',
    }),
    answeredAt: instant,
    answers: z.array(
      z.object({
        question: z.string(),
        kind: z.enum(QUESTION_KINDS),
        ask: z.string(),
        value: z.int().nullable(),
        text: z.string().nullable(),
      }),
    ),
    additions: z
      .array(z.object({ at: instant, text: z.string() }))
      .openapi({ description: 'What the customer added later' }),
    customer: z
      .object({
        name: z.string().nullable(),
        email: z.string().nullable(),
        externalId: z.string().nullable(),
        verified: z.boolean().openapi({
          description:
            'Whether a signed link or an import says so; anyone can write an unsigned link, and name anybody',
        }),
        optedOutAt: instant.nullable().openapi({
          description: 'When they said that they are not to be asked again',
        }),
        optOutAskedAt: instant.nullable().openapi({
          description: 'When that was said with this answer, whose link was not signed',
        }),
      })
      .nullable()
      .openapi({ description: 'Whom it is from; never told to a viewer' }),
    personal: z.record(z.string(), z.string()).nullable().openapi({
      description: 'What else the link or file says of the person; never told to a viewer',
    }),
    unusable: z.array(z.string()).openapi({
      description: 'What the link said and could not be used, by name; never told to a viewer',
    }),
    feedbackUrl: z.string().nullable().openapi({
      description:
        'Where the customer reads what they said, adds to it and takes it back; never told to a viewer, and null where PUBLIC_URL has to be set first',
    }),
    followUp: z.object({ id: z.string(), state: z.enum(FOLLOW_UP_STATES) }).nullable(),
  })
  .openapi('Response')

export const followUp = z
  .object({
    id: z.string(),
    state: z.enum(FOLLOW_UP_STATES),
    owner: z.object({ id: z.string(), name: z.string() }).nullable(),
    note: z.string().nullable(),
    openedAt: instant,
    dueAt: instant.nullable(),
    contactedAt: instant.nullable(),
    closedAt: instant.nullable(),
    updatedAt: instant,
    survey: z.object({ id: z.string(), name: z.string() }),
    response,
  })
  .openapi('FollowUp')

export const followUpDetail = followUp
  .extend({
    timeline: z.array(
      z.object({
        at: instant,
        by: z.string(),
        kind: z.enum(['state', 'owner', 'note', 'addition']),
        text: z.string().nullable(),
      }),
    ),
    history: z.array(response),
  })
  .openapi('FollowUpDetail')

export const person = z.object({ id: z.string(), name: z.string(), role: z.enum(ROLES) })

const problem = z
  .object({
    type: z.string(),
    status: z.int(),
    title: z.string(),
    detail: z.string(),
    errors: z
      .array(z.object({ field: z.string(), message: z.string() }))
      .optional()
      .openapi({ description: 'What can’t be accepted, field by field' }),
    publicUrl: z.string().nullable().optional().openapi({
      description: 'PUBLIC_URL, where the request came from a page of another address',
    }),
    challenge: z.record(z.string(), z.unknown()).optional().openapi({
      description: 'What has to be solved before an answer is taken, with status 428',
    }),
    meanwhile: z.string().optional().openapi({ description: 'What to say meanwhile' }),
  })
  .openapi('Problem', { description: 'Problem details (RFC 9457)' })

/** A route's answers: what it gives when all is well, and problem details otherwise. */
export function answers<Schema extends z.ZodType, Status extends 200 | 201 = 200>(
  schema: Schema,
  description: string,
  status: Status = 200 as Status,
) {
  return {
    [status]: { description, content: { 'application/json': { schema } } },
    default: {
      description: 'What was wrong (RFC 9457)',
      content: { 'application/problem+json': { schema: problem } },
    },
  } as Record<Status, { description: string; content: { 'application/json': { schema: Schema } } }>
}

/** What a survey is called. */
export const surveyName = words(120)

/** What a person or a company is called. */
export const shortName = comment.pipe(
  z.string().min(1, 'must not be empty').max(100, 'must have at most 100 characters'),
)

export const jsonBody = <Schema extends z.ZodType>(schema: Schema) => ({
  required: true,
  content: { 'application/json': { schema } },
})
