import { and, eq, ne, type SQL } from 'drizzle-orm'
import { auditStatement, type AuditActor } from '../audit/audit.ts'
import { account, session } from '../schema/index.ts'
import type { Db, Orm, Statement } from '../statements.ts'

type NewPassword = {
  userId: string
  hash: string
  now: number
  /** Session to keep; all others end. */
  exceptSession?: string | undefined
}

/** Sets a password and ends the person's sessions. */
export async function setPassword(
  db: Db,
  action: 'person.password_reset' | 'person.password_changed',
  actor: AuditActor,
  password: NewPassword,
): Promise<void> {
  const { userId, now } = password
  await db.atomically((orm) => [
    ...passwordStatements(orm, password),
    auditStatement(orm, { at: now, actor, action, subjectId: userId }),
  ])
}

export function passwordStatements(
  orm: Orm,
  { userId, hash, now, exceptSession, condition }: NewPassword & { condition?: SQL },
): Statement[] {
  return [
    orm
      .update(account)
      .set({ password: hash, updatedAt: new Date(now) })
      .where(and(eq(account.userId, userId), eq(account.providerId, 'credential'), condition)),
    orm
      .delete(session)
      .where(
        and(
          eq(session.userId, userId),
          exceptSession ? ne(session.id, exceptSession) : undefined,
          condition,
        ),
      ),
  ]
}

/** Reads the hash of a person's password; undefined if they have none. */
export async function readPasswordHash(db: Db, userId: string): Promise<string | undefined> {
  const [row] = await db.orm
    .select({ hash: account.password })
    .from(account)
    .where(and(eq(account.userId, userId), eq(account.providerId, 'credential')))
  return row?.hash ?? undefined
}
