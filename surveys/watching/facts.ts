import { z } from 'zod'
import { dayFromIso } from '../days.ts'

// What an alert says, frozen when it is raised. Screen, mail and webhook make their words from it.

const isoDay = z.string().refine((iso) => dayFromIso(iso) !== null, 'must be a date')
const count = z.int().min(0)
const metric = z.enum(['nps', 'csat', 'ces'])

const shift = z.object({
  kind: z.literal('shift'),
  metric,
  direction: z.enum(['up', 'down']),
  /** The Mondays of the weeks in which it likeliest began, and in which it was told. */
  since: isoDay,
  at: isoDay,
  /** The Mondays between which it began, and the size's limits, with 95 %; old alerts have neither. */
  onset: z.object({ from: isoDay, to: isoDay }).optional(),
  low: z.number().optional(),
  high: z.number().optional(),
  /** The baseline's score, the level since (of old alerts the n answers' score), and what lies between. */
  before: z.number(),
  after: z.number(),
  size: z.number(),
  n: count,
  baseline: z.object({ from: isoDay, to: isoDay, n: count }),
})

const share = z.object({
  kind: z.literal('share'),
  metric,
  from: isoDay,
  to: isoDay,
  /** Unhappy answers among n; the lower end of their share's 95 % interval, and the bound, in %. */
  unhappy: count,
  n: count,
  low: z.number(),
  over: z.number(),
})

const silence = z.object({
  kind: z.literal('silence'),
  metric,
  /** The first and last whole day without an answer. */
  from: isoDay,
  to: isoDay,
  days: count,
  /** Answers a week before it. */
  perWeek: z.number().nullable(),
})

export const alertFacts = z.discriminatedUnion('kind', [shift, share, silence])

export type AlertFacts = z.infer<typeof alertFacts>
export type AlertKind = AlertFacts['kind']
export type FactsOf<Kind extends AlertKind> = Extract<AlertFacts, { kind: Kind }>

/** What makes an alert one and the same, however often its cause is seen. */
export function keyOf(facts: AlertFacts): string {
  if (facts.kind === 'shift') return `${facts.direction} ${facts.at}`
  return facts.kind === 'share' ? `${facts.over} ${facts.to}` : facts.from
}
