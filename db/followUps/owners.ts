import { and, asc, inArray, isNull, ne, sql, type SQL } from 'drizzle-orm'
import { insertFrom } from '../insertFrom.ts'
import { followUp, followUpEvent, user } from '../schema/index.ts'
import type { Db, Orm, Statement } from '../statements.ts'

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
export const isOpen = inArray(followUp.state, ['new', 'contacted'])

/**
 * Gives a person's open follow-ups to someone else, or to nobody, if the condition holds. The second
 * statement returns the ids of those handed over.
 */
export function handOver(
  orm: Orm,
  condition: SQL,
  { from, to, by, now }: { from: string; to: string | null; by: string; now: number },
): [history: Statement, change: Statement] {
  const chosen = sql`${followUp.ownerId} = ${from} and ${isOpen} and ${condition}`
  const newOwner = to && sql`(select ${user.name} from ${user} where ${user.id} = ${to})`
  return [
    insertFrom(
      orm,
      followUpEvent,
      { followUpId: followUp.id, at: now, by, kind: 'owner', text: newOwner },
      sql`from ${followUp} where ${chosen}`,
    ),
    orm
      .update(followUp)
      .set({ ownerId: to, updatedAt: now })
      .where(chosen)
      .returning({ id: followUp.id }),
  ]
}
