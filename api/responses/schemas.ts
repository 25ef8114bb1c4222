import { z } from '@hono/zod-openapi'
import { FOLLOW_UP_STATES, RESPONSE_STATES, SOURCES, SPAM_REASONS } from '../../db/schema/index.ts'
import { QUESTION_KINDS } from '../../surveys/definition.ts'
import { MOST_COUNTED } from '../../surveys/limits.ts'
import { band, indexing, instant } from '../base/schemas.ts'

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
      description: 'Why it was suspected; kept when a person counts it',
    }),
    review: z.object({ by: z.string(), at: instant }).nullable().openapi({
      description: 'The last review: who excluded or counted it; hidden from viewers',
    }),
    badSignature: z.boolean().openapi({
      description:
        'Whether its link’s signature was invalid, so that its customer is unknown; hidden from viewers',
    }),
    answeredAt: instant,
    answers: z.array(
      z.object({
        question: z.string(),
        kind: z.enum(QUESTION_KINDS),
        ask: z.string(),
        value: z.int().nullable(),
        text: z.string().nullable().openapi({
          description:
            'Addresses, telephone, account and card numbers in comments are masked as `•••` for viewers',
        }),
      }),
    ),
    additions: z
      .array(z.object({ at: instant, text: z.string() }))
      .openapi({ description: 'What the customer added later' }),
    tags: z.array(z.string()).openapi({ description: 'The team’s tags, in order' }),
    customer: z
      .object({
        name: z.string().nullable(),
        email: z.string().nullable(),
        externalId: z.string().nullable(),
        verified: z.boolean().openapi({
          description:
            'Whether a signed link or an import identified the customer; anyone can write an unsigned link',
        }),
        optedOutAt: instant.nullable().openapi({
          description: 'When the customer opted out',
        }),
        optOutAskedAt: instant.nullable().openapi({
          description: 'When the respondent asked to opt out, through an unsigned link',
        }),
      })
      .nullable()
      .openapi({ description: 'The customer; hidden from viewers' }),
    personal: z.record(z.string(), z.string()).nullable().openapi({
      description: 'Other personal data from the link or file; hidden from viewers',
    }),
    unusable: z.array(z.string()).openapi({
      description: 'Names of link parameters that could not be used; hidden from viewers',
    }),
    feedbackUrl: z.string().nullable().openapi({
      description:
        'The customer’s feedback page, to read, extend or withdraw the response; hidden from viewers, and null until PUBLIC_URL is set',
    }),
    followUp: z.object({ id: z.string(), state: z.enum(FOLLOW_UP_STATES) }).nullable(),
  })
  .openapi('Response')

export const responseDetail = response
  .extend({ history: z.array(response) })
  .openapi('ResponseDetail')

export const counted = z.object({
  n: z.int().openapi({ description: `With \`q\`, at most ${MOST_COUNTED}` }),
  more: z.boolean().optional().openapi({ description: 'With `q`: whether more than `n` match' }),
  indexing,
})
