import { and, desc, eq, gt, ne, sql } from 'drizzle-orm'
import { NotFound } from '../../surveys/errors.ts'
import { auditStatementIf } from '../audit/audit.ts'
import { session } from '../schema/index.ts'
import type { Db } from '../statements.ts'

/** Lists a person's unexpired sessions, last used first. */
export async function listSessions(db: Db, userId: string, now: number) {
  return db.orm
    .select({
      id: session.id,
      userAgent: session.userAgent,
      createdAt: session.createdAt,
      usedAt: session.updatedAt,
    })
    .from(session)
    .where(and(eq(session.userId, userId), gt(session.expiresAt, new Date(now))))
    .orderBy(desc(session.updatedAt), desc(session.id))
}

/** Ends one of a person's sessions, or all but one. @throws NotFound if they have no such session */
export async function endSessions(
  db: Db,
  which: { userId: string; id: string } | { userId: string; exceptId: string },
  now: number,
): Promise<void> {
  const { userId } = which
  const chosen = and(
    eq(session.userId, userId),
    'id' in which ? eq(session.id, which.id) : ne(session.id, which.exceptId),
  )!
  const results = await db.atomically((orm) => [
    auditStatementIf(orm, sql`exists (select 1 from ${session} where ${chosen})`, {
      at: now,
      actor: { kind: 'person', id: userId },
      action: 'session.revoked',
      subjectId: userId,
    }),
    orm.delete(session).where(chosen).returning({ id: session.id }),
  ])
  if ('id' in which && !results.at(-1)!.length) throw new NotFound('session')
}
