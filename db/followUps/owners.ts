import { and, asc, inArray, isNull, ne } from 'drizzle-orm'
import { STATE_GROUPS } from '../../surveys/followUps.ts'
import { followUp, user } from '../schema/index.ts'
import type { Db } from '../statements.ts'

/** Deactivated people and viewers own no follow-ups. */
export const canOwn = and(isNull(user.deactivatedAt), ne(user.role, 'viewer'))!

/** The people who can own follow-ups. */
export async function listOwners(db: Db) {
  return db.orm
    .select({ id: user.id, name: user.name, role: user.role })
    .from(user)
    .where(canOwn)
    .orderBy(asc(user.name), asc(user.id))
}

/** Follow-ups that still need somebody. */
export const isOpen = inArray(followUp.state, [...STATE_GROUPS.open])
