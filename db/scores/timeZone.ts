import { sql } from 'drizzle-orm'
import { offsetSpans, type OffsetSpan } from '../../surveys/days.ts'
import { jsonFields, jsonRows } from '../engines/sqlite/json.ts'
import { lookUp } from '../engines/sqlite/plans.ts'
import type { Db, Orm, Statement } from '../statements.ts'
import { response, scoreboard, survey, workspace } from '../schema/index.ts'
import { moveScoreboard } from '../scoreboard/board.ts'

const DAY = 86_400_000

/**
 * Counts every response by the days of another time zone: their days, the whole scoreboard and the
 * workspace's time zone change in one transaction, so that no score is half old and half new. Days
 * that people named (marks, baselines, alerts) stay as they were named.
 * @param now milliseconds UTC
 */
export async function changeTimeZone(
  db: Db,
  { timeZone, now }: { timeZone: string; now: number },
): Promise<void> {
  const spans = await spansOfResponses(db, { timeZone, now })
  await db.atomically((orm) => [
    orm.delete(scoreboard),
    setDays(orm, spans),
    moveScoreboard(orm, 'plus', sql`true`, { pooled: true }),
    orm.update(workspace).set({ timeZone }),
  ])
}

/**
 * Counts those who answered lately by the days of a time zone: answers that were on their way while
 * it changed.
 * @param since milliseconds UTC
 * @param now   milliseconds UTC
 */
export async function recountDays(
  db: Db,
  { timeZone, since, now }: { timeZone: string; since: number; now: number },
): Promise<void> {
  const spans = offsetSpans(since, now + 2 * DAY, timeZone)
  const late = sql`response_no in (${answeredSince(since)})`
  await db.atomically((orm) => [
    moveScoreboard(orm, 'minus', late, { pooled: true }),
    setDays(orm, spans),
    moveScoreboard(orm, 'plus', late, { pooled: true }),
  ])
}

/** The spans from the first response on until after the last, and after any that is on its way. */
async function spansOfResponses(
  { background }: Db,
  { timeZone, now }: { timeZone: string; now: number },
): Promise<OffsetSpan[]> {
  const [row] = await background
    .select({
      first: sql<number | null>`min(${response.answeredAt})`,
      last: sql<number | null>`max(${response.answeredAt})`,
    })
    .from(response)
  const from = Math.min(row!.first ?? now, now) - DAY
  return offsetSpans(from, Math.max(row!.last ?? now, now) + 2 * DAY, timeZone)
}

const SPAN = jsonFields<keyof OffsetSpan>({ from: 'integer', until: 'integer', offset: 'integer' })

/** The days of the responses of some spans, whatever their state. */
function setDays(orm: Orm, spans: OffsetSpan[]): Statement {
  const { offset, from, until } = SPAN
  const ahead = sql`(select ${offset} from ${jsonRows(JSON.stringify(spans))}
    where ${response.answeredAt} >= ${from} and ${response.answeredAt} < ${until})`
  const day = sql`cast(floor((${response.answeredAt} + ${ahead}) / ${sql.raw(`${DAY}.0`)}) as integer)`
  return orm
    .update(response)
    .set({ day })
    .where(sql`${response.no} in (${answeredSince(spans[0]!.from)}) and ${response.day} <> ${day}`)
}

/** Found survey by survey, as the index has them. */
const answeredSince = (at: number) =>
  sql`select ${response.no} from ${survey}
    ${lookUp(response, sql`${response.surveyId} = ${survey.id} and ${response.answeredAt} >= ${at}`)}`
