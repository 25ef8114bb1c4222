import { and, between, desc, eq, inArray, lte, sql } from 'drizzle-orm'
import type { Day, Period } from '../../surveys/days.ts'
import { EVERYONE, isLookedAt, segmentId } from '../scoreboard/matching.ts'
import type { Db } from '../statements.ts'
import { answer, response, scoreboard, segment } from '../schema/index.ts'
import { answersCounted } from '../scoreboard/board.ts'

/** How many answers a question has up to a day, read from the board. */
export async function countAnswers(
  db: Db,
  { surveyId, question, until }: { surveyId: string; question: string; until: Day },
): Promise<number> {
  const [row] = await db.background
    .select({ n: sql<number>`coalesce(sum(${answersCounted}), 0)` })
    .from(scoreboard)
    .innerJoin(segment, eq(segment.id, scoreboard.segmentId))
    .where(
      and(
        eq(segment.surveyId, surveyId),
        eq(segment.property, ''),
        eq(scoreboard.question, question),
        lte(scoreboard.day, until),
      ),
    )
  return row!.n
}

/** Of some days so many may be busier than the one that stands for them: no single day tells what is usual. */
const EXCEPTIONS = 2

/**
 * How many answers a survey gets on a busy day, read from the board: those to its most answered question
 * on the third busiest of some days; 0 where it was answered on fewer.
 */
export async function busyDay(
  db: Db,
  { surveyId, days }: { surveyId: string; days: Period },
): Promise<number> {
  const ofDay = sql<number>`max(${answersCounted})`
  const [row] = await db.background
    .select({ n: ofDay })
    .from(scoreboard)
    .where(
      and(
        eq(scoreboard.segmentId, segmentId(surveyId, EVERYONE)),
        between(scoreboard.day, days.from, days.to),
      ),
    )
    .groupBy(scoreboard.day)
    .orderBy(desc(ofDay))
    .limit(1)
    .offset(EXCEPTIONS)
  return row?.n ?? 0
}

/**
 * How many responses that count have an answer to any of some scored questions.
 * @param until leaves out what was answered from then on, in milliseconds UTC
 */
export async function countAnswersToAny(
  db: Db,
  { questions, ...looked }: { surveyId: string; questions: string[]; until: number },
): Promise<number> {
  const [row] = await db.background
    .select({ n: sql<number>`count(*)` })
    .from(response)
    .where(
      and(
        isLookedAt(looked),
        sql`exists (select 1 from ${answer} where ${answer.responseNo} = ${response.no}
          and ${inArray(answer.question, questions)} and ${answer.value} is not null)`,
      ),
    )
  return row!.n
}

/** When a survey was last answered before an instant, both in milliseconds UTC. */
export async function lastAnswerAt(
  db: Db,
  { surveyId, before }: { surveyId: string; before: number },
): Promise<number | null> {
  const [row] = await db.background
    .select({ at: response.answeredAt })
    .from(response)
    .where(isLookedAt({ surveyId, until: before }))
    .orderBy(desc(response.answeredAt))
    .limit(1)
  return row?.at ?? null
}
