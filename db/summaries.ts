import { and, desc, eq, sum } from 'drizzle-orm'
import type { Db } from './open.ts'
import { countedResponse } from './responses.ts'
import { response, scoreboard, segment } from './schema.ts'

/** How many answers a survey's main question has, read from the board. */
export async function countAnswers(db: Db, surveyId: string, question: string): Promise<number> {
  const [row] = await db.orm
    .select({ n: sum(scoreboard.n).mapWith(Number) })
    .from(scoreboard)
    .innerJoin(segment, eq(segment.id, scoreboard.segmentId))
    .where(
      and(
        eq(segment.surveyId, surveyId),
        eq(segment.property, ''),
        eq(scoreboard.question, question),
      ),
    )
  return row?.n ?? 0
}

/** When a survey was last answered, in milliseconds UTC. */
export async function lastAnswerAt(db: Db, surveyId: string): Promise<number | null> {
  const [row] = await db.orm
    .select({ at: response.answeredAt })
    .from(response)
    .where(and(eq(response.surveyId, surveyId), countedResponse))
    .orderBy(desc(response.answeredAt))
    .limit(1)
  return row?.at ?? null
}
