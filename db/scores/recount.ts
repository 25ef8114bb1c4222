import { and, between, eq, inArray, ne, sql, type SQL, type SQLWrapper } from 'drizzle-orm'
import type { Counting } from '../../surveys/counting.ts'
import type { Day, Period } from '../../surveys/days.ts'
import type { Histogram } from '../../surveys/scoring/histogram.ts'
import { jsonFields, jsonRows } from '../engines/sqlite/json.ts'
import { lookUp } from '../engines/sqlite/plans.ts'
import {
  EVERYONE,
  isCounted,
  isCountedWithin,
  lacks,
  segmentId,
  type SegmentFilter,
} from '../scoreboard/matching.ts'
import type { Db } from '../statements.ts'
import { answer, response, responseSegment, scoreboard, segment } from '../schema/index.ts'
import { isShownGroup } from '../scoreboard/segments.ts'
import { answersCounted } from '../scoreboard/board.ts'
import { DAY } from '../../surveys/durations.ts'

// Counts from the answers themselves, in the background, what the scoreboard has no counter for:
// responses in several groups at once, and each customer's latest response.

/** Which answers to count. */
export type Recount = {
  surveyId: string
  question: string
  range: Period
  segments: SegmentFilter[]
  /** Only those in no group of this property. */
  without?: string
}

/** Counts the answers of each day. */
export async function recountByDay(db: Db, query: Recount): Promise<Map<Day, Histogram>> {
  const rows = await db.background.values<[day: Day, value: number, n: number]>(
    sql`select ${response.day}, ${answer.value}, count(*) from ${await matching(db, query)} group by 1, 2`,
  )
  const days = new Map<Day, Record<number, number>>()
  for (const [day, value, n] of rows) {
    const histogram = days.get(day) ?? {}
    histogram[value] = n
    days.set(day, histogram)
  }
  return days
}

/**
 * Counts each customer's latest answer within each period.
 * @param periods must be inside the range; they may overlap
 */
export async function recountLatest(
  db: Db,
  query: Recount,
  periods: Period[],
): Promise<Histogram[]> {
  const days = periods.flatMap(({ from, to }, period) =>
    Array.from({ length: to - from + 1 }, (_, at) => ({ day: from + at, period, to })),
  )
  const { day, period, to } = jsonFields({ day: 'integer', period: 'integer', to: 'integer' })
  // Materialized, so that SQLite looks days up instead of scanning them for each answer.
  const rows = await db.background.values<[period: number, value: number, n: number]>(
    sql`with days(day, period, last) as materialized (
        select ${day}, ${period}, ${to} from ${jsonRows(JSON.stringify(days))}
      ), counted as (
        select ${response.day} as day, ${answer.value} as value, ${nextDay()} as next
        from ${await matching(db, query)}
      )
      select days.period, value, count(*) from counted join days on days.day = counted.day
      where next is null or next > days.last group by 1, 2`,
  )
  const histograms = periods.map((): Record<number, number> => ({}))
  for (const [period, value, n] of rows) histograms[period]![value] = n
  return histograms
}

/**
 * Counts answers by group. A group may occur several times, each with a part of its answers.
 * @param query.property counts only that property's groups
 */
export async function recountBySegment(
  db: Db,
  query: Recount & { counting: Counting; property?: string | undefined },
): Promise<[property: string, value: string, histogram: Histogram][]> {
  const { surveyId, property, counting } = query
  const groups = and(
    eq(segment.surveyId, surveyId),
    property === undefined ? ne(segment.property, '') : eq(segment.property, property),
    isShownGroup,
  )
  const next = counting === 'customers' ? nextDay(segment.id) : sql`null`
  const theirGroups = sql`
    ${lookUp(sql`${responseSegment} as mine`, sql`mine.response_no = ${response.no}`)}
    ${lookUp(segment, sql`${segment.id} = mine.segment_id`)}`
  const rows = await db.background.values<[string, string, score: number, n: number]>(
    sql`with counted as (
        select ${segment.property} as property, ${segment.value} as name, ${answer.value} as value,
          ${next} as next
        from ${await matching(db, query, theirGroups)} and ${groups}
      )
      select property, name, value, count(*) from counted where next is null
      group by 1, 2, 3 order by 1, 2`,
  )
  return rows.map(([property, value, score, n]) => [property, value, { [score]: n }])
}

/**
 * Selects the day of the customer's next matching answer; null for the latest, and without a known
 * customer.
 */
const nextDay = (within?: SQLWrapper) => {
  const unknown = sql`case when ${response.customerId} is null then ${response.no} end`
  return sql`lead(${response.day}) over (
    partition by ${within ? sql`${within}, ` : sql``}${response.customerId}, ${unknown}
    order by ${response.answeredAt}, ${response.no})`
}

/**
 * Builds what follows `from`: the matching responses, each with its answer to the question. Scans a
 * group's members or the days' responses first, whichever reads fewer rows.
 */
async function matching(db: Db, query: Recount, also = sql``): Promise<SQL> {
  const { surveyId, question, range, segments, without } = query
  const groups = await Promise.all(
    segments.map(async (filter) => ({
      id: segmentId(surveyId, filter),
      size: await sizeOf(db, query, filter),
    })),
  )
  groups.sort((one, other) => one.size - other.size)
  const table = (at: number) => sql.identifier(`member${at}`)
  const member = ({ id }: { id: SQL }, at: number, no: SQL) =>
    lookUp(
      sql`${responseSegment} as ${table(at)}`,
      sql`${table(at)}.response_no = ${no} and ${table(at)}.segment_id = ${id}`,
    )
  const theirAnswer = sql`${answer.responseNo} = ${response.no} and ${answer.question} = ${question}
    and ${answer.value} is not null`
  const rest = sql`${lookUp(answer, theirAnswer)} ${also}`
  const days = and(
    isCounted(),
    between(response.day, range.from, range.to),
    without === undefined ? undefined : lacks(without, response, surveyId),
  )

  const [smallest, ...others] = groups
  if (smallest && MEMBER * smallest.size < (await sizeOf(db, query, EVERYONE, range))) {
    const members = others.map((group, at) => member(group, at + 1, sql`member0.response_no`))
    return sql`${responseSegment} as member0 ${sql.join(members, sql` `)}
      ${lookUp(response, sql`${response.no} = member0.response_no`)} ${rest}
      where member0.segment_id = ${smallest.id} and ${days}`
  }
  const members = groups.map((group, at) => member(group, at, sql`${response.no}`))
  // Wide enough for these days in any time zone; lets the index be used.
  const around = { since: (range.from - 1) * DAY, until: (range.to + 2) * DAY }
  return sql`${response} ${sql.join(members, sql` `)} ${rest}
    where ${isCountedWithin({ surveyId, ...around })} and ${days}`
}

/**
 * Cost of reading a group's member, scattered over the table, relative to that of a response from the
 * days' index.
 */
const MEMBER = 3

/** Reads a group's number of answers, on some days or all, from the scoreboard. */
async function sizeOf(
  db: Db,
  { surveyId, question }: Recount,
  filter: SegmentFilter,
  range?: Period,
): Promise<number> {
  const [row] = await db.background
    .select({ n: sql<number>`coalesce(sum(${answersCounted}), 0)` })
    .from(scoreboard)
    .where(
      and(
        inArray(scoreboard.segmentId, segmentId(surveyId, filter)),
        eq(scoreboard.question, question),
        range && between(scoreboard.day, range.from, range.to),
      ),
    )
  return row!.n
}
