import { and, asc, between, count, eq, inArray, sql } from 'drizzle-orm'
import { floodId, type FloodRange } from './floods.ts'
import type { Db, Orm } from '../statements.ts'
import { review, response } from '../schema/index.ts'

/** Counts the responses that still have the decision on their flood, with no later review. */
export async function countDecided(db: Db, flood: FloodRange): Promise<number> {
  const [row] = await db.background
    .select({ n: count() })
    .from(response)
    .innerJoin(review, eq(review.responseNo, response.no))
    .where(isDecided(flood))
  return row!.n
}

/** Lists the ids of the first responses that count because their flood was counted. */
export async function listCounted(db: Db, flood: FloodRange, limit: number): Promise<string[]> {
  const rows = await db.background
    .select({ id: response.id })
    .from(response)
    .innerJoin(review, eq(review.responseNo, response.no))
    .where(and(isDecided(flood), eq(review.counts, true)))
    .orderBy(asc(response.answeredAt), asc(response.no))
    .limit(limit)
  return rows.map(({ id }) => id)
}

/**
 * Undoes the exclusion of a flood in one transaction: its responses are suspected again for their old
 * reasons.
 * @param now milliseconds UTC
 */
export async function undoExclusion(db: Db, flood: FloodRange, now: number): Promise<void> {
  const id = floodId(flood)
  await db.atomically((orm) => [
    orm
      .update(response)
      .set({
        spamReason: sql`(select ${review.spamReason} from ${review}
          where ${review.responseNo} = ${response.no} and ${review.flood} = ${id}
          order by ${review.at} desc, ${review.no} desc limit 1)`,
        updatedAt: now,
      })
      .where(inArray(response.no, excludedOf(orm, flood))),
    orm.delete(review).where(
      sql`${review.flood} = ${id} and not ${review.counts}
          and ${review.responseNo} in (select no from ${response}
            where state = 'suspected' and spam_reason <> 'person' and ${isWithin(flood)})`,
    ),
  ])
}

function excludedOf(orm: Orm, flood: FloodRange) {
  return orm
    .select({ no: response.no })
    .from(response)
    .innerJoin(review, eq(review.responseNo, response.no))
    .where(and(isDecided(flood), eq(review.counts, false)))
}

const isDecided = (flood: FloodRange) =>
  and(
    isWithin(flood),
    eq(review.flood, floodId(flood)),
    sql`not exists (select 1 from ${review} as later
      where later.response_no = ${response.no} 
        and (later.at, later.no) > (${review.at}, ${review.no}))`,
  )

const isWithin = ({ surveyId, from, to }: FloodRange) =>
  and(eq(response.surveyId, surveyId), between(response.answeredAt, from, to))
