import { z } from '@hono/zod-openapi'
import { METHODS } from '../../surveys/scoring/score.ts'
import { metric, isoDay } from '../base/schemas.ts'

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
      description: 'How much the answers can support: n = 0, 1–4, 5–9, 10–29, 30 or more',
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
        'Compared with everyone outside the group (Benjamini–Hochberg, q = .10); from 30 answers',
    }),
    rest: z.int().openapi({ description: 'How many answers are not in the group' }),
    difference: numberOrNull.openapi({ description: 'The group’s score − the rest’s, in points' }),
    p: numberOrNull,
    adjustedP: numberOrNull,
    shrunk: numberOrNull.openapi({ description: 'The score, shrunk towards that of all groups' }),
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
