import { createHash } from 'node:crypto'
import { and, asc, count, eq, isNull, sql } from 'drizzle-orm'
import { isOpen } from '../followUps/owners.ts'
import type { Db } from '../statements.ts'
import { apiKey, auditEntry, followUp, session, user } from '../schema/index.ts'

/** The person's id in subqueries, where a bare `id` would be the subquery's own. */
const ownId = sql`${user}.id`

/** Lists everyone, including deactivated people, with what admins see of them. */
export async function listPeople(db: Db, id?: string) {
  const rows = await db.background
    .select({
      id: user.id,
      name: user.name,
      email: user.email,
      role: user.role,
      deactivatedAt: user.deactivatedAt,
      inSession: sql<number | null>`(select max(${session.updatedAt}) from ${session}
        where ${session.userId} = ${ownId})`.mapWith(Number),
      // Sessions get deleted, but log entries stay.
      inLog: sql<number | null>`(select ${auditEntry.at} from ${auditEntry}
        where ${auditEntry.actorId} = ${ownId} order by ${auditEntry.id} desc limit 1)`.mapWith(
        Number,
      ),
      openFollowUps: sql<number>`(select count(*) from ${followUp}
        where ${followUp.ownerId} = ${ownId} and ${isOpen})`.mapWith(Number),
      keys: sql<number>`(select count(*) from ${apiKey}
        where ${apiKey.createdBy} = ${ownId} and ${apiKey.revokedAt} is null)`.mapWith(Number),
    })
    .from(user)
    .where(id === undefined ? undefined : eq(user.id, id))
    .orderBy(asc(user.name), asc(user.id))
  return rows.map(({ inSession, inLog, ...person }) => ({
    ...person,
    lastSeenAt: Math.max(inSession ?? 0, inLog ?? 0) || null,
  }))
}

/** Whether a person exists and is not deactivated. */
export async function isActive(db: Db, id: string): Promise<boolean> {
  const [row] = await db.orm
    .select({ id: user.id })
    .from(user)
    .where(and(eq(user.id, id), isNull(user.deactivatedAt)))
  return row !== undefined
}

export async function renamePerson(
  db: Db,
  id: string,
  { name, now }: { name: string; now: number },
): Promise<void> {
  await db.orm
    .update(user)
    .set({ name, updatedAt: new Date(now) })
    .where(eq(user.id, id))
}

/** Counts the people who are not deactivated. */
export async function countActivePeople(db: Db): Promise<number> {
  const [row] = await db.orm.select({ n: count() }).from(user).where(isNull(user.deactivatedAt))
  return row!.n
}

export async function countPeople(db: Db): Promise<number> {
  const [row] = await db.orm.select({ n: count() }).from(user)
  return row!.n
}

/** Finds a person by address, as `normalEmail` writes it. */
export async function findPersonId(db: Db, email: string): Promise<string | undefined> {
  const [row] = await db.orm.select({ id: user.id }).from(user).where(eq(user.email, email))
  return row?.id
}

/** Hashes a key or token. They are random enough to need no salt or slow hash. */
export const hashOf = (key: string) => createHash('sha256').update(key).digest('hex')
