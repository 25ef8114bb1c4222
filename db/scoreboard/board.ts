import { sql, type SQL } from 'drizzle-orm'
import type { Histogram } from '../../surveys/scoring/histogram.ts'
import { insertFrom } from '../insertFrom.ts'
import type { Orm, Statement } from '../statements.ts'
import { scoreboard, VALUES } from '../schema/index.ts'

/** The columns of a stored histogram: one per value. */
const counters = Object.fromEntries(
  VALUES.map((value) => [`n${value}`, scoreboard[`n${value}`]]),
) as Record<CounterName, (typeof scoreboard)['n0']>

type CounterName = `n${(typeof VALUES)[number]}`

/** The sums of the same columns, in order. */
export const sums: SQL[] = Object.values(counters).map((counter) => sql`sum(${counter})`)

/** The number of answers in a row. */
export const answersCounted = sql<number>`${sql.join(Object.values(counters), sql` + `)}`

/** Converts counters in column order to a histogram; omits zeros. */
export function histogramIn(counts: readonly number[]): Histogram {
  const histogram: Record<number, number> = {}
  for (const [value, n] of counts.entries()) if (n) histogram[value] = n
  return histogram
}

/**
 * Adds responses' contributions to the scoreboard, or subtracts them. Subtract before a write and add
 * after it.
 * @param condition condition on `contribution`
 * @param pooled whether to sum first, which is faster for many responses and slower for one
 */
export function moveScoreboard(
  orm: Orm,
  direction: 'plus' | 'minus',
  condition: SQL,
  { pooled = false } = {},
): Statement {
  const one = sql.raw(direction === 'plus' ? '1' : '-1')
  const moved = VALUES.map((value) => {
    const each = sql`case value when ${sql.raw(`${value}`)} then ${one} else 0 end`
    return [`n${value}`, pooled ? sql`sum(${each})` : each]
  })
  const together = pooled ? sql` group by 1, 2, 3, 4` : sql``
  return insertFrom(
    orm,
    scoreboard,
    {
      segmentId: sql`segment_id`,
      surveyId: sql`survey_id`,
      question: sql`question`,
      day: sql`day`,
      ...Object.fromEntries(moved),
    },
    sql`from contribution where ${condition}${together}`,
  ).onConflictDoUpdate({
    target: [scoreboard.segmentId, scoreboard.question, scoreboard.day, scoreboard.surveyId],
    set: Object.fromEntries(
      Object.entries(counters).map(([name, column]) => [
        name,
        sql`${column} + excluded.${sql.raw(name)}`,
      ]),
    ),
  })
}
