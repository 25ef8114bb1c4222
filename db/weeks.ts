import { and, between, eq, sql } from 'drizzle-orm'
import { periodsOf, weekOf, type Period } from '../surveys/days.ts'
import type { Week } from '../surveys/watching/baseline.ts'
import type { Db } from './open.ts'
import { scoreboard, segment } from './schema.ts'
import { histogramIn, summedCounters } from './scoreboard.ts'

/**
 * A question's answers by ISO week, in time order, weeks without any too; the first and last are cut
 * off at the range's ends. The database adds up the days: years of them cost a few milliseconds.
 */
export async function histogramsByWeek(
  db: Db,
  { surveyId, question, range }: { surveyId: string; question: string; range: Period },
): Promise<Week[]> {
  // Day 0, 1970-01-01, was a Thursday.
  const monday = sql<number>`(${scoreboard.day} + 3) / 7 * 7 - 3`
  const rows = await db.orm
    .select({ monday, ...summedCounters })
    .from(scoreboard)
    .innerJoin(segment, eq(segment.id, scoreboard.segmentId))
    .where(
      and(
        eq(segment.surveyId, surveyId),
        eq(segment.property, ''),
        eq(scoreboard.question, question),
        between(scoreboard.day, range.from, range.to),
      ),
    )
    .groupBy(monday)
  const weeks = new Map(rows.map(({ monday, ...row }) => [monday, histogramIn(row)]))
  return periodsOf(range, 'week').map(({ from, to }) => ({
    from,
    to,
    histogram: weeks.get(weekOf(from).from) ?? {},
  }))
}
