import { and, eq, isNull, sql, type SQL } from 'drizzle-orm'
import { followUp, FOLLOW_UP_STATES, response } from '../schema/index.ts'
import type { Db } from '../statements.ts'
import { latestChange } from './liveChanges.ts'
import {
  conditions,
  isClosed,
  isOpen,
  isOverdue,
  narrowing,
  scope,
  type FollowUpFilter,
} from './matching.ts'

/**
 * Counts follow-ups by state and by view, whatever view the filter makes, and those in it as `matching`.
 * `change` is the number of the latest change at that moment.
 * @param me  whose cases are `mine`
 * @param now milliseconds UTC
 */
export async function countFollowUps(db: Db, filter: FollowUpFilter, now: number, me = '') {
  const where = (condition: SQL | undefined) =>
    sql<number>`count(*) filter (where ${condition ?? sql`true`})`.mapWith(Number)
  const inState = (state: (typeof FOLLOW_UP_STATES)[number]) => where(eq(followUp.state, state))
  const [counts] = await db.background
    .select({
      new: inState('new'),
      contacted: inState('contacted'),
      resolved: inState('resolved'),
      dismissed: inState('dismissed'),
      open: where(isOpen),
      mine: where(and(isOpen, eq(followUp.ownerId, me))),
      unassigned: where(and(isOpen, isNull(followUp.ownerId))),
      overdue: where(isOverdue(now)),
      closed: where(isClosed),
      matching: where(and(...narrowing(filter))),
      change: latestChange,
    })
    .from(followUp)
    .innerJoin(response, eq(response.no, followUp.responseNo))
    .where(and(...scope(filter)))
  return counts!
}

/** How many follow-ups are open, and the number of the latest change at that moment. */
export async function countOpenFollowUps(db: Db, until: number) {
  const [row] = await db.background
    .select({ open: sql<number>`count(*)`.mapWith(Number), change: latestChange })
    .from(followUp)
    .innerJoin(response, eq(response.no, followUp.responseNo))
    .where(and(...scope({ until }), isOpen))
  return row!
}

/** The ids of all that match. */
export async function idsOfFollowUps(db: Db, filter: FollowUpFilter): Promise<string[]> {
  const rows = await db.background
    .select({ id: followUp.id })
    .from(followUp)
    .innerJoin(response, eq(response.no, followUp.responseNo))
    .where(and(...conditions(filter)))
  return rows.map(({ id }) => id)
}
