import { z } from 'zod'
import { dayFromIso } from '../days.ts'

// Facts of an alert, stored when it is raised. Screens build their texts from them.

const isoDay = z.string().refine((iso) => dayFromIso(iso) !== null, 'must be a date')
const count = z.int().min(0)
const metric = z.enum(['nps', 'csat', 'ces'])

const shift = z.object({
  kind: z.literal('shift'),
  metric,
  direction: z.enum(['up', 'down']),
  /** The Mondays of the likeliest week of onset, and of the week in which it was detected. */
  since: isoDay,
  at: isoDay,
  /** The 95 % limits of the onset, as Mondays, and of the size; old alerts have neither. */
  onset: z.object({ from: isoDay, to: isoDay }).optional(),
  low: z.number().optional(),
  high: z.number().optional(),
  /**
   * The baseline's score, the level since then (in old alerts the score of the n answers), and the
   * difference.
   */
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
  /** Unhappy answers of n; the lower end of the share's 95 % interval, and the rule's bound, in %. */
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
  /** Answers per week before the silence. */
  perWeek: z.number().nullable(),
})

export const alertFacts = z.discriminatedUnion('kind', [shift, share, silence])

export type AlertFacts = z.infer<typeof alertFacts>
export type AlertKind = AlertFacts['kind']
export type FactsOf<Kind extends AlertKind> = Extract<AlertFacts, { kind: Kind }>

/** Identifies an alert, so that the same finding is reported once. */
export function keyOf(facts: AlertFacts): string {
  if (facts.kind === 'shift') return `${facts.direction} ${facts.at}`
  return facts.kind === 'share' ? `${facts.over} ${facts.to}` : facts.from
}
