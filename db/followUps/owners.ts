import { and, asc, inArray, isNull, ne } from 'drizzle-orm'
import { STATE_GROUPS } from '../../surveys/followUps.ts'
import { followUp, user } from '../schema/index.ts'
import type { Db } from '../statements.ts'

/** Whether a person can own follow-ups: not if they are deactivated or a viewer. */
export const canOwn = and(isNull(user.deactivatedAt), ne(user.role, 'viewer'))!

/** Lists the people who can own follow-ups. */
export async function listOwners(db: Db) {
  return db.orm
    .select({ id: user.id, name: user.name, role: user.role })
    .from(user)
    .where(canOwn)
    .orderBy(asc(user.name), asc(user.id))
}

/** Whether a follow-up is open. */
export const isOpen = inArray(followUp.state, [...STATE_GROUPS.open])
