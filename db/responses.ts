import { and, desc, eq, exists, gte, inArray, lt, sql } from 'drizzle-orm'
import type { Band } from '../surveys/scoring/metrics.ts'
import type { AnswerRow } from '../surveys/answers.ts'
import type { Db } from './open.ts'
import { answer, customer, followUp, response, responseSegment, segment } from './schema.ts'
import type { SegmentFilter } from './scores.ts'

/** Which responses: `since` and `until` are milliseconds UTC, `until` itself left out. */
export type ResponseFilter = {
  surveyId: string
  band?: Band
  since?: number
  until?: number
  segments?: SegmentFilter[]
}

/** Where the next page of a list begins: after this place, newest first. */
export type Place = { at: number; no: number }

export type ResponseRow = Awaited<ReturnType<typeof listResponses>>[number]

/** A page of what was answered, newest first, with everything a list shows. Only what counts is listed. */
export async function listResponses(
  db: Db,
  filter: ResponseFilter & { after?: Place; limit: number },
) {
  const rows = await selectResponses(db)
    .where(
      and(
        ...conditions(db, filter),
        filter.after &&
          sql`(${response.answeredAt}, ${response.no}) < (${filter.after.at}, ${filter.after.no})`,
      ),
    )
    .orderBy(desc(response.answeredAt), desc(response.no))
    .limit(filter.limit)
  return withAnswers(db, rows)
}

/** What else a customer answered, newest first, 20 at most. */
export async function listHistory(db: Db, customerId: string, except: string) {
  const rows = await selectResponses(db)
    .where(
      and(eq(response.customerId, customerId), sql`${response.id} <> ${except}`, countedResponse),
    )
    .orderBy(desc(response.answeredAt), desc(response.no))
    .limit(20)
  return withAnswers(db, rows)
}

export const countedResponse = inArray(response.state, ['partial', 'complete'])

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
  answeredAt: response.answeredAt,
  customerId: response.customerId,
  customerName: customer.name,
  customerEmail: customer.email,
  customerExternalId: customer.externalId,
}

export function inSegment(db: Db, filter: SegmentFilter) {
  return exists(
    db.orm
      .select({ one: sql`1` })
      .from(responseSegment)
      .innerJoin(segment, eq(segment.id, responseSegment.segmentId))
      .where(
        and(
          eq(responseSegment.responseNo, response.no),
          eq(segment.surveyId, response.surveyId),
          eq(segment.property, filter.property),
          eq(segment.value, filter.value),
        ),
      ),
  )
}

/** Joins its answers to each row, in one read for the whole page. */
export async function withAnswers<Row extends { no: number }>(
  db: Db,
  rows: Row[],
): Promise<(Row & { answers: AnswerRow[] })[]> {
  if (!rows.length) return []
  const answers = await db.orm
    .select()
    .from(answer)
    .where(
      inArray(
        answer.responseNo,
        rows.map(({ no }) => no),
      ),
    )
  const byResponse = new Map(rows.map(({ no }) => [no, [] as AnswerRow[]]))
  for (const { responseNo, ...given } of answers) byResponse.get(responseNo)!.push(given)
  return rows.map((row) => ({ ...row, answers: byResponse.get(row.no)! }))
}

function selectResponses(db: Db) {
  return db.orm
    .select({ ...responseColumns, followUpId: followUp.id, followUpState: followUp.state })
    .from(response)
    .leftJoin(customer, eq(customer.id, response.customerId))
    .leftJoin(followUp, eq(followUp.responseNo, response.no))
}

function conditions(db: Db, { surveyId, band, since, until, segments = [] }: ResponseFilter) {
  return [
    eq(response.surveyId, surveyId),
    countedResponse,
    band && eq(response.band, band),
    since !== undefined ? gte(response.answeredAt, since) : undefined,
    until !== undefined ? lt(response.answeredAt, until) : undefined,
    ...segments.map((filter) => inSegment(db, filter)),
  ]
}

/** The revision of a response as it is stored; 0 while it is not. */
export async function readRevision(db: Db, id: string): Promise<number> {
  const [row] = await db.orm
    .select({ revision: response.revision })
    .from(response)
    .where(eq(response.id, id))
  return row?.revision ?? 0
}
