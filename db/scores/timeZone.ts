import { sql } from 'drizzle-orm'
import { offsetSpans, type OffsetSpan } from '../../surveys/days.ts'
import { jsonFields, jsonRows } from '../engines/sqlite/json.ts'
import { lookUp } from '../engines/sqlite/plans.ts'
import type { Db, Orm, Statement } from '../statements.ts'
import { response, scoreboard, survey, workspace } from '../schema/index.ts'
import { moveScoreboard } from '../scoreboard/board.ts'
import { DAY } from '../../surveys/durations.ts'

/**
 * Recounts every response by the days of another time zone: their days, the scoreboard and the
 * workspace's time zone change in one transaction. Days chosen by people (annotations, baselines,
 * alerts) stay.
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
 * Recounts responses since a time by the days of a time zone, for answers that were being saved while
 * it changed.
 * @param since milliseconds UTC
 * @param now milliseconds UTC
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

/**
 * Returns the spans of constant UTC offset from the first response until after the last, including any
 * being saved.
 */
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

/** Sets the day of all responses within some spans. */
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

/** Selects responses survey by survey, as the index requires. */
const answeredSince = (at: number) =>
  sql`select ${response.no} from ${survey}
    ${lookUp(response, sql`${response.surveyId} = ${survey.id} and ${response.answeredAt} >= ${at}`)}`
