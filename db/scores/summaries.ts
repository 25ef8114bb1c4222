import { and, between, desc, eq, inArray, lte, sql } from 'drizzle-orm'
import type { Day, Period } from '../../surveys/days.ts'
import { EVERYONE, isLookedAt, segmentId } from '../scoreboard/matching.ts'
import type { Db } from '../statements.ts'
import { answer, response, scoreboard, segment } from '../schema/index.ts'
import { answersCounted } from '../scoreboard/board.ts'

/** The number of answers to a question up to a day, from the scoreboard. */
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

/** Number of busier days to ignore, since a single day isn't representative. */
const EXCEPTIONS = 2

/**
 * A survey's answers on a busy day, from the scoreboard: those to its most answered question on the
 * third busiest of some days; 0 if it was answered on fewer.
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
 * How many counted responses answer any of some scored questions.
 * @param until exclusive, in milliseconds UTC
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

/** When a survey was last answered before a time, both in milliseconds UTC. */
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
