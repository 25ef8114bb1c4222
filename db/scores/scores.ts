import { and, asc, between, eq, gt, lte, max, min, ne, sql } from 'drizzle-orm'
import type { Counting } from '../../surveys/counting.ts'
import { periodsOf, type Day, type Period, type Step } from '../../surveys/days.ts'
import { addHistograms, sizeOf, type Histogram } from '../../surveys/scoring/histogram.ts'
import type { Metric } from '../../surveys/scoring/metrics.ts'
import { scoreOf, type Score } from '../../surveys/scoring/score.ts'
import { jsonFields, jsonKey, jsonRows } from '../engines/sqlite/json.ts'
import { lookUp } from '../engines/sqlite/plans.ts'
import { EVERYONE, segmentId, type SegmentFilter } from '../scoreboard/matching.ts'
import type { Db } from '../statements.ts'
import { recountByDay, recountBySegment, recountLatest } from './recount.ts'
import { scoreboard, segment } from '../schema/index.ts'
import { isShownGroup } from '../scoreboard/segments.ts'
import { answersCounted, histogramIn, sums } from '../scoreboard/board.ts'

export type ScoreQuery = {
  surveyId: string
  question: string
  metric: Metric
  range: Period
  /** Groups that answers must all be in; everyone by default. */
  segments?: SegmentFilter[] | undefined
  counting?: Counting | undefined
}

/** Computes the score of the whole range. */
export async function scoreOver(db: Db, query: ScoreQuery): Promise<Score> {
  const [histogram] = await histogramsOver(db, query, [query.range])
  return scoreOf(query.metric, histogram!)
}

/** Computes the score of each period of the range; one without answers has n = 0 and no score. */
export async function scoresByPeriod(
  db: Db,
  query: ScoreQuery & { by: Step },
): Promise<{ total: Score; periods: (Period & Score)[] }> {
  const { metric, range, by, counting } = query
  const cut = periodsOf(range, by)
  // A customer's latest answer in a month need not be the latest in the range.
  const whole = counting === 'customers' ? [range] : []
  const counted = await histogramsOver(db, query, [...cut, ...whole])
  const total = counted[cut.length] ?? addHistograms(...counted)
  return {
    total: scoreOf(metric, total),
    periods: cut.map((period, at) => ({ ...period, ...scoreOf(metric, counted[at]!) })),
  }
}

export type GroupsQuery = Omit<ScoreQuery, 'metric'> & {
  /** Only that property's groups. */
  property?: string | undefined
}

/** Counts the answers of every group that has any, by property and value. */
export async function histogramsBySegment(
  db: Db,
  query: GroupsQuery,
): Promise<Record<string, Record<string, Histogram>>> {
  const { segments = [], counting = 'answers' } = query
  const rows =
    segments.length || counting === 'customers'
      ? await recountBySegment(db, { ...query, segments, counting })
      : await boardBySegment(db, query)
  // A Map, since names and values are user input, such as `__proto__`.
  const histograms = new Map<string, Map<string, Histogram>>()
  for (const [property, value, histogram] of rows) {
    const values = histograms.get(property) ?? new Map<string, Histogram>()
    histograms.set(property, values)
    values.set(value, addHistograms(values.get(value) ?? {}, histogram))
  }
  return Object.fromEntries(
    [...histograms].map(([name, values]) => [name, Object.fromEntries(values)]),
  )
}

async function boardBySegment(
  db: Db,
  { surveyId, question, range, property }: GroupsQuery,
): Promise<(readonly [property: string, value: string, histogram: Histogram])[]> {
  const groups = and(
    eq(segment.surveyId, surveyId),
    property === undefined ? ne(segment.property, '') : eq(segment.property, property),
    isShownGroup,
  )
  const { segmentId, day } = scoreboard
  // Sums by key before joining names; otherwise the engine would sort in between.
  const rows = await db.background.values<[property: string, value: string, ...counts: number[]]>(
    sql`select ${segment.property}, ${segment.value}, board.*
      from (
        select ${segmentId}, ${sql.join(sums, sql`, `)} from ${scoreboard}
        where ${segmentId} in (select ${segment.id} from ${segment} where ${groups})
          and ${scoreboard.question} = ${question} and ${between(day, range.from, range.to)}
        group by 1
      ) as board
      ${lookUp(segment, sql`${segment.id} = board.segment_id`)} order by 1, 2`,
  )
  return rows
    .map(([property, value, , ...counts]) => [property, value, histogramIn(counts)] as const)
    .filter(([, , histogram]) => sizeOf(histogram) > 0)
}

/**
 * Reads the first and last day, up to `until`, with an answer to the question; null if there is none.
 */
export async function daysAnswered(
  db: Db,
  { surveyId, question, until }: Pick<ScoreQuery, 'surveyId' | 'question'> & { until: Day },
): Promise<Period | null> {
  const [row] = await db.background
    .select({ from: min(scoreboard.day), to: max(scoreboard.day) })
    .from(scoreboard)
    .where(
      and(
        eq(scoreboard.segmentId, segmentId(surveyId, EVERYONE)),
        eq(scoreboard.question, question),
        lte(scoreboard.day, until),
        gt(answersCounted, 0),
      ),
    )
  return row && row.from !== null && row.to !== null ? { from: row.from, to: row.to } : null
}

/** Lists the values that have groups, by property. */
export async function listSegments(db: Db, surveyId: string): Promise<Record<string, string[]>> {
  const rows = await db.background
    .select({ property: segment.property, value: segment.value })
    .from(segment)
    .where(
      and(
        eq(segment.surveyId, surveyId),
        ne(segment.property, ''),
        isShownGroup,
        sql`exists (select 1 from ${scoreboard} where ${scoreboard.segmentId} = ${segment.id})`,
      ),
    )
    .orderBy(asc(segment.property), asc(segment.value))
  const values = new Map<string, string[]>()
  for (const { property, value } of rows)
    values.set(property, [...(values.get(property) ?? []), value])
  return Object.fromEntries(values)
}

/** Counts the answers of each period. Periods must be inside the range; they may overlap. */
export async function histogramsOver(
  db: Db,
  query: Omit<ScoreQuery, 'metric'>,
  periods: Period[],
): Promise<Histogram[]> {
  const { surveyId, question, segments = [], counting } = query
  if (counting === 'customers') return recountLatest(db, { ...query, segments }, periods)
  const [filter = EVERYONE, ...others] = segments
  if (!others.length)
    return readBoard(
      db,
      periods.map((period) => ({ surveyId, question, ...filter, ...period })),
    )
  const days = await recountByDay(db, { ...query, segments })
  return periods.map((period) => pool(days, period))
}

/** Counts the answers to several questions, of any surveys, in each of some periods. */
export async function histogramsOfEach(
  db: Db,
  questions: Pick<ScoreQuery, 'surveyId' | 'question'>[],
  periods: Period[],
): Promise<Histogram[][]> {
  const histograms = await readBoard(
    db,
    questions.flatMap((question) =>
      periods.map((period) => ({ ...question, ...EVERYONE, ...period })),
    ),
  )
  return questions.map((_, at) => histograms.slice(at * periods.length, (at + 1) * periods.length))
}

/** One group's answers to a question within some days. */
type BoardCell = Pick<ScoreQuery, 'surveyId' | 'question'> & SegmentFilter & Period

/**
 * Sums the days in the database, since returning a year of them would take longer than everything else.
 */
async function readBoard(db: Db, cells: BoardCell[]): Promise<Histogram[]> {
  const cell = jsonFields<keyof BoardCell>({
    surveyId: 'text',
    question: 'text',
    property: 'text',
    value: 'text',
    from: 'integer',
    to: 'integer',
  })
  const days = sql`${scoreboard.segmentId} = ${segmentId(cell.surveyId, cell)}
    and ${scoreboard.question} = ${cell.question}
    and ${scoreboard.day} between ${cell.from} and ${cell.to}`
  const rows = await db.background.values<[cell: number, ...counts: number[]]>(
    sql`select ${jsonKey}, ${sql.join(sums, sql`, `)}
      from ${jsonRows(JSON.stringify(cells))} ${lookUp(scoreboard, days)} group by 1`,
  )
  const histograms = cells.map((): Histogram => ({}))
  for (const [at, ...counts] of rows) histograms[at] = histogramIn(counts)
  return histograms
}

function pool(days: Map<Day, Histogram>, { from, to }: Period): Histogram {
  const within = Array.from({ length: to - from + 1 }, (_, at) => days.get(from + at) ?? {})
  return addHistograms(...within)
}
