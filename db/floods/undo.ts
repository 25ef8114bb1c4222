import { and, asc, between, count, eq, inArray, sql } from 'drizzle-orm'
import { floodId, type FloodRange } from './floods.ts'
import type { Db, Orm } from '../statements.ts'
import { judgement, response } from '../schema/index.ts'

/** How many answers stand as they were decided with their flood, by nobody judged again since. */
export async function countDecided(db: Db, flood: FloodRange): Promise<number> {
  const [row] = await db.aside
    .select({ n: count() })
    .from(response)
    .innerJoin(judgement, eq(judgement.responseNo, response.no))
    .where(isDecided(flood))
  return row!.n
}

/** The ids of the first of a flood's answers that count because the flood was counted. */
export async function listCounted(db: Db, flood: FloodRange, limit: number): Promise<string[]> {
  const rows = await db.aside
    .select({ id: response.id })
    .from(response)
    .innerJoin(judgement, eq(judgement.responseNo, response.no))
    .where(and(isDecided(flood), eq(judgement.counts, true)))
    .orderBy(asc(response.answeredAt), asc(response.no))
    .limit(limit)
  return rows.map(({ id }) => id)
}

/**
 * Takes back that a flood was excluded, all in one act: its answers look automatic again, for the
 * reasons that they had.
 * @param now milliseconds UTC
 */
export async function undoExclusion(db: Db, flood: FloodRange, now: number): Promise<void> {
  const id = floodId(flood)
  await db.atomically((orm) => [
    orm
      .update(response)
      .set({
        suspicion: sql`(select ${judgement.suspicion} from ${judgement}
          where ${judgement.responseNo} = ${response.no} and ${judgement.flood} = ${id}
          order by ${judgement.no} desc limit 1)`,
        updatedAt: now,
      })
      .where(inArray(response.no, excludedOf(orm, flood))),
    orm.delete(judgement).where(
      sql`${judgement.flood} = ${id} and not ${judgement.counts}
          and ${judgement.responseNo} in (select no from ${response}
            where state = 'suspected' and suspicion <> 'person' and ${isWithin(flood)})`,
    ),
  ])
}

function excludedOf(orm: Orm, flood: FloodRange) {
  return orm
    .select({ no: response.no })
    .from(response)
    .innerJoin(judgement, eq(judgement.responseNo, response.no))
    .where(and(isDecided(flood), eq(judgement.counts, false)))
}

const isDecided = (flood: FloodRange) =>
  and(
    isWithin(flood),
    eq(judgement.flood, floodId(flood)),
    sql`not exists (select 1 from ${judgement} as later
      where later.response_no = ${response.no} and later.no > ${judgement.no})`,
  )

const isWithin = ({ surveyId, from, to }: FloodRange) =>
  and(eq(response.surveyId, surveyId), between(response.answeredAt, from, to))
