import { z } from '@hono/zod-openapi'
import { FOLLOW_UP_STATES, RESPONSE_STATES, SOURCES, SPAM_REASONS } from '../../db/schema/index.ts'
import { QUESTION_KINDS } from '../../surveys/definition.ts'
import { band, instant } from '../base/schemas.ts'

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
