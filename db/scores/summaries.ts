import { and, between, desc, eq, inArray, lte, sql } from 'drizzle-orm'
import type { Day, Period } from '../../surveys/days.ts'
import { EVERYONE, isCounted, isCountedWithin, segmentId } from '../scoreboard/matching.ts'
import type { Db } from '../statements.ts'
import { answer, response, scoreboard, segment, survey } from '../schema/index.ts'
import { answersCounted } from '../scoreboard/board.ts'

/** Reads the number of answers to each question up to a day, by survey, from the scoreboard. */
export async function countAnswersOfEach(
  db: Db,
  { surveyIds, until }: { surveyIds: string[]; until: Day },
): Promise<Map<string, Map<string, number>>> {
  const { surveyId } = segment
  const { question } = scoreboard
  const rows = await db.background
    .select({ surveyId, question, n: sql<number>`sum(${answersCounted})` })
    .from(scoreboard)
    .innerJoin(segment, eq(segment.id, scoreboard.segmentId))
    .where(and(inArray(surveyId, surveyIds), eq(segment.property, ''), lte(scoreboard.day, until)))
    .groupBy(surveyId, question)
  const counts = new Map(surveyIds.map((id) => [id, new Map<string, number>()]))
  for (const row of rows) counts.get(row.surveyId)!.set(row.question, row.n)
  return counts
}

/** Number of busiest days to ignore, as they aren't representative. */
const EXCEPTIONS = 2

/**
 * Reads how many answers a survey gets on a busy day: those to its most answered question on the third
 * busiest of some days; 0 if it was answered on fewer.
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
 * Counts the counted responses that answer any of some scored questions.
 * @param until exclusive, in milliseconds UTC
 */
export async function countAnswersToAny(
  db: Db,
  { questions, ...scope }: { surveyId: string; questions: string[]; until: number },
): Promise<number> {
  const [row] = await db.background
    .select({ n: sql<number>`count(*)` })
    .from(response)
    .where(
      and(
        isCountedWithin(scope),
        sql`exists (select 1 from ${answer} where ${answer.responseNo} = ${response.no}
          and ${inArray(answer.question, questions)} and ${answer.value} is not null)`,
      ),
    )
  return row!.n
}

/** Reads when each survey was last answered before a time, both in milliseconds UTC; null for never. */
export async function lastAnswersAt(
  db: Db,
  { surveyIds, before }: { surveyIds: string[]; before: number },
): Promise<Map<string, number | null>> {
  // Qualified by hand, since the query builder writes bare column names where it selects from one
  // table.
  const surveyId = sql`${survey}.${sql.identifier(survey.id.name)}`
  const latest = sql<number | null>`(select ${response.answeredAt} from ${response}
    where ${response.surveyId} = ${surveyId} and ${response.answeredAt} < ${before}
      and ${isCounted()}
    order by ${response.answeredAt} desc limit 1)`
  const rows = await db.background
    .select({ id: survey.id, at: latest })
    .from(survey)
    .where(inArray(survey.id, surveyIds))
  return new Map(rows.map(({ id, at }) => [id, at]))
}
