import { and, asc, eq, inArray } from 'drizzle-orm'
import { NotFound } from '../../surveys/errors.ts'
import { responseColumns } from '../responses/list.ts'
import { withAnswers } from '../responses/parts.ts'
import { customer, followUp, followUpEvent, response, survey, user } from '../schema/index.ts'
import type { Db, Orm } from '../statements.ts'
import { truth } from '../truth.ts'
import { comesAfter, conditions, isReachable, RANK, type FollowUpFilter } from './matching.ts'

/** Where a page ended. */
export type FollowUpPlace = { rank: number; id: string }
export type FollowUpRow = Awaited<ReturnType<typeof listFollowUps>>[number]

/** A page of follow-ups: by deadline, then closed ones, the latest first. */
export async function listFollowUps(
  db: Db,
  filter: FollowUpFilter & { after?: FollowUpPlace; limit: number },
) {
  const rows = await selectFollowUps(db.background)
    .where(and(...conditions(filter), filter.after && comesAfter(filter.after)))
    .orderBy(asc(RANK), asc(followUp.id))
    .limit(filter.limit)
  return withAnswers(db.background, rows)
}

/** Reads follow-ups by id. */
export async function readFollowUps(db: Db, ids: string[]): Promise<Map<string, FollowUpRow>> {
  const rows = await selectFollowUps(db.orm).where(inArray(followUp.id, ids))
  return new Map((await withAnswers(db.orm, rows)).map((row) => [row.followUp.id, row]))
}

/**
 * Reads a follow-up with its history and the customer's additions, in order.
 * @throws NotFound
 */
export async function readFollowUp(db: Db, id: string) {
  const rows = await selectFollowUps(db.orm).where(eq(followUp.id, id))
  const [row] = await withAnswers(db.orm, rows)
  if (!row) throw new NotFound('follow-up')
  const timeline = await db.orm
    .select({
      at: followUpEvent.at,
      by: followUpEvent.by,
      kind: followUpEvent.kind,
      text: followUpEvent.text,
      detail: followUpEvent.detail,
    })
    .from(followUpEvent)
    .where(eq(followUpEvent.followUpId, id))
    .orderBy(asc(followUpEvent.no))
  const added = row.additions.map((addition) => ({
    ...addition,
    by: row.customerName ?? row.customerEmail ?? row.customerExternalId ?? '',
    kind: 'addition' as const,
    detail: null,
  }))
  return { ...row, timeline: [...timeline, ...added].sort((one, other) => one.at - other.at) }
}

function selectFollowUps(orm: Orm) {
  return orm
    .select({
      ...responseColumns,
      followUp: {
        id: followUp.id,
        state: followUp.state,
        ownerId: followUp.ownerId,
        ownerName: user.name,
        note: followUp.note,
        openedAt: followUp.openedAt,
        dueAt: followUp.dueAt,
        contactedAt: followUp.contactedAt,
        closedAt: followUp.closedAt,
        updatedAt: followUp.updatedAt,
        reason: followUp.reason,
      },
      rank: RANK.mapWith(Number),
      reachable: truth(isReachable()),
      surveyName: survey.name,
    })
    .from(followUp)
    .innerJoin(response, eq(response.no, followUp.responseNo))
    .innerJoin(survey, eq(survey.id, followUp.surveyId))
    .leftJoin(customer, eq(customer.id, response.customerId))
    .leftJoin(user, eq(user.id, followUp.ownerId))
}
