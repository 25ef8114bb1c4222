import { and, asc, eq, gt, inArray, sql } from 'drizzle-orm'
import { apiKey, followUp, followUpChange, session, user } from '../schema/index.ts'
import type { Db } from '../statements.ts'

/** How many changes are kept for clients that reconnect. */
const KEPT = 10_000

/** Selects the number of the latest change; 0 if there is none. */
export const latestChange = sql<number>`(select coalesce(max(${followUpChange.no}), 0)
  from ${followUpChange})`.mapWith(Number)

export type LiveChange = Awaited<ReturnType<typeof readChanges>>[number]

/**
 * Reads changes of follow-ups in the order of their commits, with the current state of each follow-up.
 * @param after the number of the last change known
 */
export function readChanges(db: Db, after: number, limit: number) {
  return db.orm
    .select({
      no: followUpChange.no,
      id: followUpChange.followUpId,
      surveyId: followUpChange.surveyId,
      wasState: followUpChange.wasState,
      wasOwnerId: followUpChange.wasOwnerId,
      state: followUpChange.state,
      ownerId: followUpChange.ownerId,
      isAnswer: followUpChange.isAnswer,
      ownerName: user.name,
      reason: followUp.reason,
      note: followUp.note,
      openedAt: followUp.openedAt,
      dueAt: followUp.dueAt,
      contactedAt: followUp.contactedAt,
      closedAt: followUp.closedAt,
      updatedAt: followUp.updatedAt,
    })
    .from(followUpChange)
    .leftJoin(followUp, eq(followUp.id, followUpChange.followUpId))
    .leftJoin(user, eq(user.id, followUpChange.ownerId))
    .where(gt(followUpChange.no, after))
    .orderBy(asc(followUpChange.no))
    .limit(limit)
}

/** Reads the numbers of the earliest and the latest change that are kept; both 0 if there are none. */
export async function keptChanges(db: Db): Promise<{ first: number; last: number }> {
  const [row] = await db.orm
    .select({
      first: sql`coalesce(min(${followUpChange.no}), 0)`.mapWith(Number),
      last: sql`coalesce(max(${followUpChange.no}), 0)`.mapWith(Number),
    })
    .from(followUpChange)
  return row!
}

/** Deletes all but the latest changes. The last one always stays, so that numbers continue from it. */
export async function pruneChanges(db: Db, kept = KEPT): Promise<void> {
  await db.orm.delete(followUpChange).where(sql`${followUpChange.no} <= ${latestChange} - ${kept}`)
}

/** Finds those of some sessions that belong to people who may follow up. */
export async function sessionsThatFollowUp(db: Db, ids: string[], now: number) {
  const rows = await db.orm
    .select({ id: session.id })
    .from(session)
    .innerJoin(user, eq(user.id, session.userId))
    .where(
      and(
        inArray(session.id, ids),
        gt(session.expiresAt, new Date(now)),
        sql`${user.deactivatedAt} is null and ${user.role} <> 'viewer'`,
      ),
    )
  return rows.map(({ id }) => id)
}

/** Finds those of some API keys that are neither revoked nor expired. Their scopes never change. */
export async function keysInForce(db: Db, ids: string[], now: number) {
  const rows = await db.orm
    .select({ id: apiKey.id })
    .from(apiKey)
    .where(
      and(
        inArray(apiKey.id, ids),
        sql`${apiKey.revokedAt} is null`,
        sql`(${apiKey.expiresAt} is null or ${apiKey.expiresAt} > ${now})`,
      ),
    )
  return rows.map(({ id }) => id)
}
