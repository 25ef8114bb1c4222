import { and, asc, between, eq, gt, max, min, ne, sql, sum } from 'drizzle-orm'
import { periodsOf, type Day, type Period, type Step } from '../surveys/days.ts'
import type { Histogram } from '../surveys/scoring/histogram.ts'
import type { Metric } from '../surveys/scoring/metrics.ts'
import { sortIntoTiers, type GroupStanding } from '../surveys/scoring/groups.ts'
import { scoreOf, type Score } from '../surveys/scoring/score.ts'
import type { Db } from './open.ts'
import { scoreboard, segment } from './schema.ts'

/** One group of a survey's responses. */
export type SegmentFilter = { property: string; value: string }

export type ScoreQuery = {
  surveyId: string
  question: string
  metric: Metric
  range: Period
  segment?: SegmentFilter
}

const EVERYONE: SegmentFilter = { property: '', value: '' }

/** The score of the whole range. */
export async function scoreOver(db: Db, query: ScoreQuery): Promise<Score> {
  return scoreOf(query.metric, pool(await histogramsByDay(db, query), query.range))
}

/** Every period of the range with its score; one without answers has n = 0 and no score. */
export async function scoresByPeriod(
  db: Db,
  query: ScoreQuery & { by: Step },
): Promise<{ total: Score; periods: (Period & Score)[] }> {
  const { metric, range, by } = query
  const days = await histogramsByDay(db, query)
  const pooled = (period: Period) => scoreOf(metric, pool(days, period))
  return {
    total: pooled(range),
    periods: periodsOf(range, by).map((period) => ({ ...period, ...pooled(period) })),
  }
}

/** A group's score and how it stands among the groups of its property. */
export type GroupScore = Score & Omit<GroupStanding, 'key' | 'score'>

/** Every group by property and value; value '' gathers what has no group of its own. */
export async function scoresBySegment(
  db: Db,
  query: GroupsQuery & { metric: Metric },
): Promise<Record<string, Record<string, GroupScore>>> {
  const histograms = await histogramsBySegment(db, query)
  return mapValues(histograms, (values) => {
    const groups = Object.entries(values).map(([key, histogram]) => ({ key, histogram }))
    const standings = sortIntoTiers(query.metric, groups)
    return Object.fromEntries(
      standings.map(({ key, score, ...standing }) => [key, { ...score, ...standing }]),
    )
  })
}

type GroupsQuery = Pick<ScoreQuery, 'surveyId' | 'question' | 'range'> & {
  /** That property's groups alone. */
  property?: string | undefined
}

/** The answers of every group, by property and value; a group without answers is not among them. */
export async function histogramsBySegment(
  db: Db,
  { surveyId, question, range, property }: GroupsQuery,
): Promise<Record<string, Record<string, Histogram>>> {
  const rows = await db.orm
    .select({
      property: segment.property,
      value: segment.value,
      given: scoreboard.value,
      n: sum(scoreboard.n).mapWith(Number),
    })
    .from(segment)
    .innerJoin(scoreboard, eq(scoreboard.segmentId, segment.id))
    .where(
      and(
        eq(segment.surveyId, surveyId),
        property === undefined ? ne(segment.property, '') : eq(segment.property, property),
        eq(scoreboard.question, question),
        between(scoreboard.day, range.from, range.to),
      ),
    )
    .groupBy(segment.id, scoreboard.value)
    .orderBy(asc(segment.property), asc(segment.value))

  // Names and values come from outside and may be called like anything, `__proto__` too.
  const histograms = new Map<string, Map<string, Record<number, number>>>()
  for (const { property, value, given, n } of rows) {
    if (!n) continue
    const values = histograms.get(property) ?? new Map<string, Record<number, number>>()
    histograms.set(property, values)
    values.set(value, { ...values.get(value), [given]: n })
  }
  return Object.fromEntries(
    [...histograms].map(([name, values]) => [name, Object.fromEntries(values)]),
  )
}

/** The first and last day with an answer to the question, or `null` while there is none. */
export async function daysAnswered(
  db: Db,
  { surveyId, question }: Pick<ScoreQuery, 'surveyId' | 'question'>,
): Promise<Period | null> {
  const [row] = await db.orm
    .select({ from: min(scoreboard.day), to: max(scoreboard.day) })
    .from(scoreboard)
    .where(
      and(
        eq(scoreboard.segmentId, segmentId(surveyId, EVERYONE)),
        eq(scoreboard.question, question),
        gt(scoreboard.n, 0),
      ),
    )
  return row && row.from !== null && row.to !== null ? { from: row.from, to: row.to } : null
}

/** Whether a property, and within it a value, has a group in the scores. */
export async function findSegments(
  db: Db,
  surveyId: string,
  property: string,
): Promise<Set<string>> {
  const rows = await db.orm
    .select({ value: segment.value })
    .from(segment)
    .where(and(eq(segment.surveyId, surveyId), eq(segment.property, property)))
  return new Set(rows.map(({ value }) => value))
}

type DayHistograms = Map<Day, [value: number, n: number][]>

async function histogramsByDay(
  db: Db,
  { surveyId, question, range, segment: filter = EVERYONE }: ScoreQuery,
): Promise<DayHistograms> {
  const rows = await db.orm
    .select({ day: scoreboard.day, value: scoreboard.value, n: scoreboard.n })
    .from(scoreboard)
    .where(
      and(
        eq(scoreboard.segmentId, segmentId(surveyId, filter)),
        eq(scoreboard.question, question),
        between(scoreboard.day, range.from, range.to),
      ),
    )
  const days: DayHistograms = new Map()
  for (const { day, value, n } of rows) {
    const given = days.get(day)
    if (given) given.push([value, n])
    else days.set(day, [[value, n]])
  }
  return days
}

function pool(days: DayHistograms, { from, to }: Period): Histogram {
  const pooled: Record<number, number> = {}
  for (let day = from; day <= to; day++) {
    for (const [value, n] of days.get(day) ?? []) pooled[value] = (pooled[value] ?? 0) + n
  }
  return pooled
}

const segmentId = (surveyId: string, { property, value }: SegmentFilter) =>
  sql`(select ${segment.id} from ${segment} where ${segment.surveyId} = ${surveyId} and ${segment.property} = ${property} and ${segment.value} = ${value})`

const mapValues = <From, To>(record: Record<string, From>, map: (value: From) => To) =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]))
