import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm'
import type { Counting } from '../../surveys/counting.ts'
import type { Band } from '../../surveys/scoring/metrics.ts'
import { NotFound } from '../../surveys/errors.ts'
import type { AnswerRow } from '../../surveys/answers.ts'
import { isOfFlood } from '../floods/floods.ts'
import {
  answered,
  isCounted,
  isLatest,
  isLookedAt,
  isWithin,
  type Looked,
} from '../scoreboard/matching.ts'
import type { Db, Orm } from '../statements.ts'
import {
  EXCLUDED_STATES,
  addition,
  answer,
  customer,
  followUp,
  review,
  response,
} from '../schema/index.ts'

/** Which responses to list. */
export type ResponseFilter = Looked & {
  /** The band of the survey's main score. */
  band?: Band | undefined
  /** Scores of the question, of which theirs is one. */
  scores?: number[] | undefined
  counting?: Counting | undefined
  /** Of what is set aside all of it or one state; what counts unless said otherwise. */
  state?: 'counted' | 'excluded' | (typeof EXCLUDED_STATES)[number] | undefined
  /** Only those of a flood that nobody has reviewed, given within this time. */
  flood?: { from: number; to: number } | undefined
}

/** Where the next page of a list begins: after this place, newest first. */
export type Place = { at: number; no: number }

export type ResponseRow = Awaited<ReturnType<typeof listResponses>>[number]

/** A page of what was answered, newest first, with everything a list shows. */
export async function listResponses(
  db: Db,
  filter: ResponseFilter & { after?: Place; limit: number },
) {
  const rows = await selectResponses(db.background)
    .where(
      and(
        ...conditions(filter),
        filter.after &&
          sql`(${response.answeredAt}, ${response.no}) < (${filter.after.at}, ${filter.after.no})`,
      ),
    )
    .orderBy(desc(response.answeredAt), desc(response.no))
    .limit(filter.limit)
  return withAnswers(db.background, rows)
}

/** @throws NotFound */
export async function readResponse(db: Db, id: string): Promise<ResponseRow> {
  const [row] = await withAnswers(db.orm, await selectResponses(db.orm).where(eq(response.id, id)))
  if (!row) throw new NotFound('response')
  return row
}

/** How many responses the filter shows. */
export async function countResponses(db: Db, filter: ResponseFilter): Promise<number> {
  const [row] = await db.background
    .select({ n: sql<number>`count(*)` })
    .from(response)
    .where(and(...conditions(filter)))
  return row!.n
}

/** What else a customer answered, newest first, 20 at most. */
export async function listHistory(db: Db, customerId: string, except: string) {
  const rows = await selectResponses(db.background)
    .where(and(eq(response.customerId, customerId), sql`${response.id} <> ${except}`, isCounted()))
    .orderBy(desc(response.answeredAt), desc(response.no))
    .limit(20)
  return withAnswers(db.background, rows)
}

/** Columns of a response as lists show it; shared with the follow-ups. */
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

/** Words that a customer added later, and when. */
type Addition = { at: number; text: string }

/** What hangs on a response; `review` says who let it count or set it aside last. */
type Said = {
  answers: AnswerRow[]
  additions: Addition[]
  review: { by: string; at: number } | null
}

/** Joins to each row its answers and what hangs on them, in one read each for the whole page. */
export async function withAnswers<Row extends { no: number }>(
  orm: Orm,
  rows: Row[],
): Promise<(Row & Said)[]> {
  if (!rows.length) return []
  const numbers = rows.map(({ no }) => no)
  const answers = await orm
    .select(answerColumns)
    .from(answer)
    .where(inArray(answer.responseNo, numbers))
  const additions = await orm
    .select()
    .from(addition)
    .where(inArray(addition.responseNo, numbers))
    .orderBy(asc(addition.at), asc(addition.no))
  const reviews = await orm
    .select()
    .from(review)
    .where(inArray(review.responseNo, numbers))
    .orderBy(asc(review.at), asc(review.no))
  const said = new Map<number, Said>(
    numbers.map((no) => [no, { answers: [], additions: [], review: null }]),
  )
  for (const { responseNo, ...given } of answers) said.get(responseNo)!.answers.push(given)
  for (const { responseNo, at, text } of additions)
    said.get(responseNo)!.additions.push({ at, text })
  for (const { responseNo, by, at } of reviews) said.get(responseNo)!.review = { by, at }
  return rows.map((row) => ({ ...row, ...said.get(row.no)! }))
}

/** An answer, and whose it is. */
export const answerColumns = {
  responseNo: answer.responseNo,
  question: answer.question,
  value: answer.value,
  text: answer.text,
}

function selectResponses(orm: Orm) {
  return orm
    .select({ ...responseColumns, followUpId: followUp.id, followUpState: followUp.state })
    .from(response)
    .leftJoin(customer, eq(customer.id, response.customerId))
    .leftJoin(followUp, eq(followUp.responseNo, response.no))
}

function conditions(filter: ResponseFilter) {
  const { band, question, scores, counting, flood } = filter
  return [
    ...stateConditions(filter),
    band && eq(response.band, band),
    question && scores ? hasScore(question, scores) : undefined,
    counting === 'customers' ? isLatest(filter) : undefined,
    flood && isOfFlood({ surveyId: filter.surveyId, ...flood }),
  ]
}

function stateConditions(filter: ResponseFilter) {
  const { state = 'counted', question } = filter
  if (state === 'counted') return [isLookedAt(filter)]
  return [
    isWithin(filter),
    // In the words of the index that holds these few.
    sql`${response.state} in (${sql.raw(EXCLUDED_STATES.map((each) => `'${each}'`).join(', '))})`,
    state === 'excluded' ? undefined : eq(response.state, state),
    question === undefined ? undefined : answered(question),
  ]
}

const hasScore = (question: string, scores: number[]) =>
  sql`exists (select 1 from ${answer} where ${answer.responseNo} = ${response.no}
    and ${answer.question} = ${question} and ${inArray(answer.value, scores)})`

/** The revision of a response as it is stored; 0 while it is not. */
export async function readRevision(db: Db, id: string): Promise<number> {
  const [row] = await db.orm
    .select({ revision: response.revision })
    .from(response)
    .where(eq(response.id, id))
  return row?.revision ?? 0
}

/** Erases what was answered to try a survey, none of which ever counted. @returns how many there were */
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

/** How many answers since a time came by links whose signature does not fit. */
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
