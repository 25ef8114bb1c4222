import { and, eq, sql } from 'drizzle-orm'
import { auditStatementIf } from '../audit/audit.ts'
import { newId } from '../ids.ts'
import { insertFrom } from '../insertFrom.ts'
import { account, accountLink, user, type Role } from '../schema/index.ts'
import type { Db, Statement, Orm } from '../statements.ts'
import { isUsable, linkExists, type AccountLink } from './accountLinks.ts'
import { passwordStatements } from './passwords.ts'

/**
 * Creates an account by an invitation.
 * @param person.hash hash of the password
 * @returns false if the link stopped working, or the address already has an account
 */
export async function acceptInvitation(
  db: Db,
  link: AccountLink,
  person: { name: string; email: string; hash: string; now: number },
): Promise<boolean> {
  const { name, email, hash, now } = person
  const id = newId(now)
  const times = { createdAt: new Date(now), updatedAt: new Date(now) }
  const added = sql`from ${user} where ${user.id} = ${id}`
  const isAdded = sql`exists (select 1 ${added})`
  return endsWithRow(db, (orm) => [
    insertFrom(
      orm,
      user,
      { id, name, email, role: link.role, emailVerified: true, ...times },
      sql`where ${linkExists(orm, usable(link, now))}
        and not exists (select 1 from ${user} where ${user.email} = ${email})`,
    ),
    insertFrom(
      orm,
      account,
      {
        id: newId(now),
        accountId: id,
        providerId: 'credential',
        userId: user.id,
        password: hash,
        ...times,
      },
      added,
    ),
    auditStatementIf(orm, isAdded, {
      at: now,
      actor: { kind: 'person', id },
      action: 'person.joined',
      subjectId: id,
      details: { role: link.role as Role },
    }),
    orm
      .update(accountLink)
      .set({ usedAt: now, userId: id })
      .where(and(eq(accountLink.id, link.id), isAdded))
      .returning({ id: accountLink.id }),
  ])
}

/**
 * Sets a person's password by a reset link and ends their sessions.
 * @returns false if the link stopped working
 */
export async function resetByLink(
  db: Db,
  link: AccountLink,
  { hash, now }: { hash: string; now: number },
): Promise<boolean> {
  const userId = link.userId!
  return endsWithRow(db, (orm) => {
    const isOpen = linkExists(orm, usable(link, now))
    return [
      ...passwordStatements(orm, { userId, hash, now, condition: isOpen }),
      auditStatementIf(orm, isOpen, {
        at: now,
        actor: { kind: 'person', id: userId },
        action: 'person.password_reset',
        subjectId: userId,
      }),
      orm
        .update(accountLink)
        .set({ usedAt: now })
        .where(usable(link, now))
        .returning({ id: accountLink.id }),
    ]
  })
}

const usable = ({ id }: AccountLink, now: number) => and(eq(accountLink.id, id), isUsable(now))!

/** Runs the statements. @returns whether the last one returned a row */
async function endsWithRow(db: Db, build: (orm: Orm) => Statement[]): Promise<boolean> {
  const results = await db.atomically(build)
  return results.at(-1)!.length > 0
}
