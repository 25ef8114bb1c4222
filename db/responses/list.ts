import { and, asc, desc, eq, sql, type SQL } from 'drizzle-orm'
import type { SelectedFields, SQLiteSelectBuilder } from 'drizzle-orm/sqlite-core'
import type { Counting } from '../../surveys/counting.ts'
import type { Band } from '../../surveys/scoring/metrics.ts'
import { NotFound } from '../../surveys/errors.ts'
import { isOfFlood } from '../floods/floods.ts'
import {
  answered,
  isCounted,
  isLatest,
  isCountedWithin,
  isWithin,
  type ResponseScope,
} from '../scoreboard/matching.ts'
import { WORDS } from '../engines/sqlite/search.ts'
import {
  isInStretch,
  placeIn,
  searchedIn,
  type Search,
  type SearchPath,
} from '../search/matching.ts'
import { placeOf } from '../search/words.ts'
import type { Db, Orm } from '../statements.ts'
import {
  hasAnswer,
  hasAnyAnswer,
  hasScore,
  hasTag,
  isAt,
  type AnswerFilter,
} from './answerConditions.ts'
import { withAnswers } from './parts.ts'
import { EXCLUDED_STATES, customer, followUp, response, responseSearch } from '../schema/index.ts'

/** Filters responses. */
export type ResponseFilter = ResponseScope & {
  band?: Band | undefined
  /** Only responses with one of these scores of the question. */
  scores?: number[] | undefined
  counting?: Counting | undefined
  /** All excluded responses or one excluded state; by default those that count. */
  state?: 'counted' | 'excluded' | (typeof EXCLUDED_STATES)[number] | undefined
  /** Only unreviewed responses of a flood, given within this time. */
  flood?: { from: number; to: number } | undefined
  search?: Search | undefined
  /** Only responses with a comment. */
  commented?: boolean | undefined
  /** Only responses with all of these answers. */
  answers?: AnswerFilter[] | undefined
  /** Only responses that answered this question, of any kind. */
  answered?: string | undefined
  /** Only responses with this tag. */
  tag?: string | undefined
}

/** Cursor of the next page: after this place. */
export type Place = { at: number; no: number }

export type ResponseRow = Awaited<ReturnType<typeof listResponses>>[number]

/** A page of responses by time, by default the newest first, with everything a list shows. */
export async function listResponses(
  db: Db,
  filter: ResponseFilter & {
    oldestFirst?: boolean
    /** Only those with this score of a question, or with none. */
    ordered?: { question: string; score: number | null }
    after?: Place | undefined
    limit: number
  },
) {
  const isOrdered = searchedIn(filter)?.isOrdered
  const first = isOrdered ? await readPage(db, filter, 'stretch') : []
  const isFull = first.length === filter.limit
  const rows = isFull ? first : await readPage(db, filter, isOrdered ? 'index' : undefined)
  return withAnswers(db.background, rows)
}

/** How many responses are tested before the index is asked; see docs/decisions/0023. */
const PAGE_STRETCH = 2_000
const COUNT_STRETCH = 5_000

type PageFilter = Parameters<typeof listResponses>[1]

/** Reads a page by a path; that of a `stretch` may not be full although there are more. */
async function readPage(db: Db, filter: PageFilter, path?: SearchPath): Promise<ListRow[]> {
  const { after, oldestFirst, ordered } = filter
  const order = oldestFirst ? asc : desc
  const isAfter = sql.raw(oldestFirst ? '>' : '<')
  const place = path ? [placeIn(path)] : [response.answeredAt, response.no]
  const end = after && (path ? placeOf(after.at, after.no) : sql`(${after.at}, ${after.no})`)
  const isLater = end && sql`(${sql.join(place, sql`, `)}) ${isAfter} ${end}`
  const query = selectResponses(db.background, path)
    .where(
      and(
        ...conditions(filter, path),
        ordered && isAt(ordered),
        isLater,
        path === 'stretch' ? isInStretch(filter, PAGE_STRETCH, isLater) : undefined,
      ),
    )
    .orderBy(...place.map(order))
    .limit(filter.limit)
  const rows = await db.background.values(query.getSQL())
  return rows.map(toRow)
}

/** @throws NotFound also for an erased response, and for one of an unfinished import */
export async function readResponse(db: Db, id: string): Promise<ResponseRow> {
  const row = await readInAnyState(db, id)
  if (row.state === 'staged' || row.state === 'erased') throw new NotFound('response')
  return row
}

/** @throws NotFound */
export async function readInAnyState(db: Db, id: string): Promise<ResponseRow> {
  const [row] = await withAnswers(db.orm, await selectResponses(db.orm).where(eq(response.id, id)))
  if (!row) throw new NotFound('response')
  return row
}

/** How many responses match the filter. */
export async function countResponses(db: Db, filter: ResponseFilter): Promise<number> {
  const path = searchedIn(filter)?.isOrdered ? 'index' : undefined
  const select = db.background.select({ n: sql<number>`count(*)` })
  const [row] = await fromResponses(select, path).where(and(...conditions(filter, path)))
  return row!.n
}

/** How many responses match a search, up to `most`. */
export async function countUpTo(db: Db, filter: ResponseFilter, most: number): Promise<number> {
  const count = async (path: SearchPath | undefined, ...others: SQL[]) => {
    const found = fromResponses(db.background.select({ no: response.no }), path)
      .where(and(...conditions(filter, path), ...others))
      .limit(most)
    const rows = await db.background.values<[number]>(
      sql`select count(*) from (${found.getSQL()}) as found`,
    )
    return rows[0]![0]
  }
  if (!searchedIn(filter)?.isOrdered) return count(undefined)
  const counted = await count('stretch', isInStretch(filter, COUNT_STRETCH))
  return counted === most ? most : count('index')
}

/** A customer's other responses, newest first, at most 20. */
export async function listHistory(db: Db, customerId: string, except: string) {
  const rows = await selectResponses(db.background)
    .where(and(eq(response.customerId, customerId), sql`${response.id} <> ${except}`, isCounted()))
    .orderBy(desc(response.answeredAt), desc(response.no))
    .limit(20)
  return withAnswers(db.background, rows)
}

/** Columns of a response in lists; shared with the follow-ups. */
export const responseColumns = {
  no: response.no,
  id: response.id,
  surveyId: response.surveyId,
  version: response.version,
  source: response.source,
  language: response.language,
  properties: response.properties,
  band: response.band,
  state: response.state,
  spamReason: response.spamReason,
  answeredAt: response.answeredAt,
  customerId: response.customerId,
  customerName: sql<
    string | null
  >`case when ${customer.verified} then ${customer.name} else ${response.claimedName} end`,
  customerEmail: sql<
    string | null
  >`case when ${customer.verified} then ${customer.email} else ${response.claimedEmail} end`,
  customerExternalId: customer.externalId,
  customerOptedOutAt: customer.optedOutAt,
  customerVerified: response.customerVerified,
  badSignature: response.badSignature,
  optOutAskedAt: response.optOutAskedAt,
  personal: response.personal,
  unusable: response.unusable,
}

/** Begins a query at what a search reads, in whose order it is read then, or at the responses themselves. */
function fromResponses<Fields extends SelectedFields>(
  select: SQLiteSelectBuilder<Fields, 'async', unknown>,
  path: SearchPath | undefined,
) {
  const plain = () => select.from(response)
  if (path === undefined) return plain()
  const searched =
    path === 'index' ? select.from(WORDS).crossJoin(responseSearch) : select.from(responseSearch)
  // Both have the same columns.
  return (searched as unknown as Joinable).crossJoin(response) as ReturnType<typeof plain>
}

/** What Drizzle's type allows only once. */
type Joinable = { crossJoin(table: typeof response): unknown }

const listColumns = {
  ...responseColumns,
  followUpId: followUp.id,
  followUpState: followUp.state,
}

type ListRow = Awaited<ReturnType<typeof selectResponses>>[number]

const NAMES = Object.keys(listColumns)
/** Columns whose values are stored in another form. */
const DECODED = Object.entries(listColumns).flatMap(([name, column]) =>
  'dataType' in column && ['json', 'boolean'].includes(column.dataType) ? [{ name, column }] : [],
)

/** Reads a plain row. Drizzle's own way takes a third of the time of an export. */
function toRow(values: unknown[]): ListRow {
  const row: Record<string, unknown> = {}
  for (let at = 0; at < NAMES.length; at++) row[NAMES[at]!] = values[at]
  for (const { name, column } of DECODED)
    if (row[name] !== null) row[name] = column.mapFromDriverValue(row[name])
  return row as ListRow
}

export function selectResponses(orm: Orm, path?: SearchPath) {
  const select = orm.select(listColumns)
  return fromResponses(select, path)
    .leftJoin(customer, eq(customer.id, response.customerId))
    .leftJoin(followUp, eq(followUp.responseNo, response.no))
}

function conditions(filter: ResponseFilter, path?: SearchPath) {
  const { band, question, scores, counting, flood, tag } = filter
  const { answers = [], answered: name } = filter
  return [
    searchedIn(filter, path)?.condition,
    ...stateConditions(filter),
    band && eq(response.band, band),
    question && scores ? hasScore(question, scores) : undefined,
    counting === 'customers' ? isLatest(filter) : undefined,
    flood && isOfFlood({ surveyId: filter.surveyId, ...flood }),
    ...answers.map(hasAnswer),
    name === undefined ? undefined : hasAnyAnswer(name),
    tag === undefined ? undefined : hasTag(filter.surveyId, tag),
  ]
}

function stateConditions(filter: ResponseFilter) {
  const { state = 'counted', question } = filter
  if (state === 'counted') return [isCountedWithin(filter)]
  return [
    isWithin(filter),
    // Worded as in the index of these few rows, so that SQLite uses it.
    sql`${response.state} in (${sql.raw(EXCLUDED_STATES.map((each) => `'${each}'`).join(', '))})`,
    state === 'excluded' ? undefined : eq(response.state, state),
    question === undefined ? undefined : answered(question),
  ]
}

/** The stored revision of a response; 0 if it isn't stored. */
export async function readRevision(db: Db, id: string): Promise<number> {
  const [row] = await db.orm
    .select({ revision: response.revision })
    .from(response)
    .where(eq(response.id, id))
  return row?.revision ?? 0
}

/** Erases a survey's test responses. @returns how many there were */
export async function eraseTests(db: Db, surveyId: string): Promise<number> {
  const erased = await db.orm
    .delete(response)
    .where(and(eq(response.surveyId, surveyId), eq(response.state, 'test')))
    .returning({ no: response.no })
  return erased.length
}

/** Whether a response was erased by its customer. */
export async function wasErased(db: Db, id: string): Promise<boolean> {
  const rows = await db.orm
    .select({ no: response.no })
    .from(response)
    .where(and(eq(response.id, id), eq(response.state, 'erased')))
  return rows.length > 0
}

/** How many responses since a time came by links with an invalid signature. */
export async function countBadSignatures(db: Db, surveyId: string, since: number): Promise<number> {
  const [row] = await db.background
    .select({ n: sql<number>`count(*)` })
    .from(response)
    .where(
      and(
        eq(response.surveyId, surveyId),
        sql`${response.answeredAt} >= ${since}`,
        eq(response.badSignature, true),
      ),
    )
  return row!.n
}
