import { and, desc, eq, sql } from 'drizzle-orm'
import { isCounted } from './matching.ts'
import type { Db } from './open.ts'
import { response, scoreboard, segment } from './schema.ts'
import { answersCounted } from './scoreboard.ts'

/** How many answers a survey's main question has, read from the board. */
export async function countAnswers(db: Db, surveyId: string, question: string): Promise<number> {
  const [row] = await db.aside
    .select({ n: sql<number>`coalesce(sum(${answersCounted}), 0)` })
    .from(scoreboard)
    .innerJoin(segment, eq(segment.id, scoreboard.segmentId))
    .where(
      and(
        eq(segment.surveyId, surveyId),
        eq(segment.property, ''),
        eq(scoreboard.question, question),
      ),
    )
  return row!.n
}

/** When a survey was last answered, in milliseconds UTC. */
export async function lastAnswerAt(db: Db, surveyId: string): Promise<number | null> {
  const [row] = await db.aside
    .select({ at: response.answeredAt })
    .from(response)
    .where(and(eq(response.surveyId, surveyId), isCounted()))
    .orderBy(desc(response.answeredAt))
    .limit(1)
  return row?.at ?? null
}
