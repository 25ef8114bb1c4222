import { z } from '@hono/zod-openapi'
import { COUNTINGS } from '../../surveys/counting.ts'
import { QUESTION_KINDS } from '../../surveys/definition.ts'
import { BANDS } from '../../surveys/scoring/metrics.ts'
import { instant, metric } from '../base/schemas.ts'
import { score } from '../scores/schemas.ts'

const numberOrNull = z.number().nullable()

const share = {
  share: numberOrNull.openapi({
    description: 'Per cent of those who answered the question; null without answers',
  }),
  low: numberOrNull.openapi({ description: 'Lower end of the 95 % interval' }),
  high: numberOrNull,
}

const effect = z
  .object({
    n: z.int().openapi({ description: 'Those who gave the answer and a score' }),
    rest: z.int().openapi({ description: 'The others who answered the question and gave a score' }),
    difference: numberOrNull.openapi({ description: 'Their score − the others’, in points' }),
    low: numberOrNull.openapi({ description: 'Lower end of the difference’s 95 % interval' }),
    high: numberOrNull,
    p: numberOrNull,
    detectable: numberOrNull.openapi({
      description: 'The smallest difference that would be clear',
    }),
    adjustedP: numberOrNull,
    verdict: z.enum(['higher', 'lower', 'no-difference', 'too-few']).openapi({
      description:
        'Clear if significant by itself (5 %) and among all options of the question (Benjamini–Hochberg, q = .10); from 30 answers',
    }),
  })
  .openapi('Effect')

const comment = z.object({
  id: z.string(),
  text: z.string(),
  language: z.string().nullable(),
  score: z.int().nullable(),
  answeredAt: instant,
})

const questionResult = z
  .object({
    question: z.string(),
    kind: z.enum(QUESTION_KINDS),
    ask: z.string(),
    isAsked: z.boolean().openapi({ description: 'Whether the survey still asks it' }),
    n: z.int().openapi({ description: 'How many counted responses answered it' }),
    evidenceLevel: z.enum(['none', 'answers', 'small', 'early', 'full']),
    condition: z
      .object({
        question: z.string(),
        ask: z.string(),
        bands: z.array(z.enum(BANDS)).nullable(),
        answers: z.array(z.string()).nullable().openapi({ description: 'As texts' }),
      })
      .nullable()
      .openapi({ description: 'The answers after which it is asked; null if everyone is asked' }),
    score: score.nullable().openapi({ description: 'Scored questions only' }),
    options: z
      .array(
        z.object({
          value: z.string(),
          text: z.string(),
          isOffered: z.boolean().openapi({ description: 'Whether the survey still offers it' }),
          n: z.int(),
          ...share,
          effect: effect.nullable(),
        }),
      )
      .openapi({
        description:
          'Choices, and the numbers of a scale; `a.QUESTION=VALUE` filters responses by one. Shares of multiple choice add up to more than 100.',
      }),
    mean: z
      .object({ mean: z.number(), low: z.number(), high: z.number() })
      .nullable()
      .openapi({ description: 'Scales only' }),
    upper: effect.extend({ from: z.int() }).nullable().openapi({
      description: 'Scales only: those who chose `from` or more, against those who chose less',
    }),
    comments: z.array(comment).openapi({ description: 'The newest texts, at most three' }),
  })
  .openapi('QuestionResult')

export const results = z.object({
  question: z
    .string()
    .openapi({ description: 'The scored question that answers are compared with' }),
  metric,
  from: z.string(),
  to: z.string(),
  counting: z.enum(COUNTINGS),
  timeZone: z.string(),
  responses: z.int().openapi({ description: 'How many responses count' }),
  questions: z
    .array(questionResult)
    .openapi({ description: 'In order; after them, questions no longer asked that have answers' }),
})

const tally = z.object({
  question: z.string(),
  n: z.int(),
  options: z.record(z.string(), z.object({ n: z.int(), ...share })),
})

export const resultPeriods = z.object({
  by: z.enum(['day', 'week', 'month']),
  periods: z.array(z.object({ from: z.string(), to: z.string(), questions: z.array(tally) })),
})

export const resultGroups = z.object({
  split: z.string(),
  groups: z
    .array(z.object({ value: z.string(), questions: z.array(tally) }))
    .openapi({ description: 'Those with the most answers first; "" = other' }),
})
