import { and, asc, between, count, desc, eq, inArray, isNull, max, min, or, sql } from 'drizzle-orm'
import { MINUTE } from '../../surveys/durations.ts'
import { insertFrom } from '../insertFrom.ts'
import type { Db } from '../statements.ts'
import { review, response, SPAM_REASONS } from '../schema/index.ts'

/** Suspected responses that arrived together; first and last in milliseconds UTC. */
export type Flood = { from: number; to: number; n: number }

/** Spam reasons of responses that are reviewed as a flood. */
const TOGETHER: (typeof SPAM_REASONS)[number][] = ['flood', 'pace']
/**
 * Includes links without a customer. Links of a customer's email are one response, reviewed on its own.
 */
const IS_NOBODYS_LINK = and(eq(response.spamReason, 'links'), isNull(response.customerId))

/** A pause of this many milliseconds separates two floods. */
const PAUSE = 30 * MINUTE
/** How many of the latest minutes with such responses are read. */
const MOST = 20_000

/** Lists a survey's unreviewed floods, latest first. */
export async function listFloods(db: Db, surveyId: string): Promise<Flood[]> {
  const minute = sql`${response.answeredAt} / ${sql.raw(`${MINUTE}`)}`
  const minutes = await db.background
    .select({ from: min(response.answeredAt), to: max(response.answeredAt), n: count() })
    .from(response)
    .where(isFlood(surveyId))
    .groupBy(minute)
    .orderBy(desc(minute))
    .limit(MOST)
  const floods: Flood[] = []
  for (const { from, to, n } of minutes) {
    const last = floods.at(-1)
    if (last && last.from - to! <= PAUSE) {
      last.from = from!
      last.n += n
    } else floods.push({ from: from!, to: to!, n })
  }
  return floods
}

/** Counts the unreviewed responses of floods, by survey. */
export async function countFloodsOfEach(db: Db): Promise<Map<string, number>> {
  const rows = await db.background
    .select({ surveyId: response.surveyId, n: count() })
    .from(response)
    .where(isFlood())
    .groupBy(response.surveyId)
  return new Map(rows.map(({ surveyId, n }) => [surveyId, n]))
}

/** A flood's time span, first to last in milliseconds UTC. */
export type FloodRange = { surveyId: string; from: number; to: number }

/** A flood's id in URLs and reviews. */
export const floodId = ({ from, to }: Pick<FloodRange, 'from' | 'to'>) => `${from}-${to}`

/** Parses a flood's id; null if invalid. */
export function readFloodId(id: string): { from: number; to: number } | null {
  const [, from, to] = /^(\d{1,15})-(\d{1,15})$/.exec(id) ?? []
  return to === undefined ? null : { from: Number(from), to: Number(to) }
}

/** The ids of a flood's first responses. */
export async function listFlood(db: Db, flood: FloodRange, limit: number): Promise<string[]> {
  const rows = await db.background
    .select({ id: response.id })
    .from(response)
    .where(isOfFlood(flood))
    .orderBy(asc(response.answeredAt), asc(response.no))
    .limit(limit)
  return rows.map(({ id }) => id)
}

/** Counts a flood's unreviewed responses. */
export async function countFlood(db: Db, flood: FloodRange): Promise<number> {
  const [row] = await db.background.select({ n: count() }).from(response).where(isOfFlood(flood))
  return row!.n
}

/**
 * Excludes a flood's responses by a person's decision, in one transaction.
 * @param by the person's name
 * @param now milliseconds UTC
 */
export async function excludeFlood(
  db: Db,
  flood: FloodRange,
  { by, now }: { by: string; now: number },
): Promise<void> {
  const its = isOfFlood(flood)
  await db.atomically((orm) => [
    insertFrom(
      orm,
      review,
      {
        responseNo: response.no,
        surveyId: response.surveyId,
        at: now,
        by,
        counts: false,
        was: response.state,
        spamReason: response.spamReason,
        flood: floodId(flood),
      },
      sql`from ${response} where ${its}`,
    ),
    orm.update(response).set({ spamReason: 'person', updatedAt: now }).where(its),
  ])
}

/** Whether a response is an unreviewed one of the flood. */
export const isOfFlood = ({ surveyId, from, to }: FloodRange) =>
  and(isFlood(surveyId), between(response.answeredAt, from, to))!

const isFlood = (surveyId?: string) =>
  and(
    surveyId === undefined ? undefined : eq(response.surveyId, surveyId),
    // Written exactly as in the index of excluded responses, so that SQLite uses it.
    sql`${response.state} in ('unconfirmed', 'suspected', 'test')`,
    eq(response.state, 'suspected'),
    or(inArray(response.spamReason, TOGETHER), IS_NOBODYS_LINK),
  )
