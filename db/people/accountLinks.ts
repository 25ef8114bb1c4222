import { and, desc, eq, exists, gt, isNull, or, sql, type SQL } from 'drizzle-orm'
import { NotFound } from '../../surveys/errors.ts'
import { auditStatement, auditStatementIf, type AuditActor } from '../audit/audit.ts'
import { newId } from '../ids.ts'
import { insertFrom } from '../insertFrom.ts'
import { accountLink, user, type Role } from '../schema/index.ts'
import type { Db, Orm, Statement } from '../statements.ts'
import { hashOf } from './people.ts'

export type AccountLink = typeof accountLink.$inferSelect

type NewLink = { token: string; expiresAt: number; actor: AuditActor; now: number }

/** Stores an invitation by the hash of its token. */
export async function addInvitation(
  db: Db,
  {
    token,
    actor,
    now,
    ...invitation
  }: NewLink & { role: Role; email: string | null; name: string | null },
): Promise<void> {
  const id = newId(now)
  const { role } = invitation
  await db.atomically((orm) => [
    orm.insert(accountLink).values({
      id,
      tokenHash: hashOf(token),
      kind: 'invite',
      createdBy: creatorOf(actor),
      createdAt: now,
      ...invitation,
    }),
    auditStatement(orm, {
      at: now,
      actor,
      action: 'person.invited',
      subjectId: id,
      details: { role },
    }),
  ])
}

/**
 * Stores a link for setting a new password. Earlier ones stop working.
 * @returns false if the person is deactivated or doesn't exist
 */
export async function addResetLink(
  db: Db,
  { token, userId, expiresAt, actor, now }: NewLink & { userId: string },
): Promise<boolean> {
  const id = newId(now)
  const [, added] = await db.atomically((orm) => [
    orm
      .update(accountLink)
      .set({ withdrawnAt: now })
      .where(and(eq(accountLink.userId, userId), isUnused)),
    insertFrom(
      orm,
      accountLink,
      {
        id,
        tokenHash: hashOf(token),
        kind: 'reset',
        userId: user.id,
        createdBy: creatorOf(actor),
        createdAt: now,
        expiresAt,
      },
      sql`from ${user} where ${user.id} = ${userId} and ${user.deactivatedAt} is null`,
    ).returning({ id: accountLink.id }),
    auditStatementIf(orm, linkExists(orm, eq(accountLink.id, id)), {
      at: now,
      actor,
      action: 'person.reset_link_created',
      subjectId: userId,
    }),
  ])
  return added!.length > 0
}

/** Invitations that can still be accepted, latest first. */
export async function listInvitations(db: Db, now: number) {
  return db.background
    .select({
      id: accountLink.id,
      role: sql<Role>`${accountLink.role}`,
      email: accountLink.email,
      name: accountLink.name,
      createdAt: accountLink.createdAt,
      expiresAt: accountLink.expiresAt,
    })
    .from(accountLink)
    .where(and(eq(accountLink.kind, 'invite'), isUsable(now)))
    .orderBy(desc(accountLink.id))
}

/** @throws NotFound if there is no such invitation, or it was used or withdrawn */
export async function withdrawInvitation(
  db: Db,
  id: string,
  { actor, now }: { actor: AuditActor; now: number },
): Promise<void> {
  const open = and(eq(accountLink.id, id), eq(accountLink.kind, 'invite'), isUnused)!
  const results = await db.atomically((orm) => [
    auditStatementIf(orm, linkExists(orm, open), {
      at: now,
      actor,
      action: 'person.invitation_withdrawn',
      subjectId: id,
    }),
    orm.update(accountLink).set({ withdrawnAt: now }).where(open).returning({ id: accountLink.id }),
  ])
  if (!results.at(-1)!.length) throw new NotFound('invitation')
}

/** Withdraws unused links for a person and those that the person created for others. */
export function withdrawLinks(
  orm: Orm,
  condition: SQL,
  { userId, now }: { userId: string; now: number },
): Statement {
  const isTheirs = or(eq(accountLink.userId, userId), eq(accountLink.createdBy, userId))
  return orm
    .update(accountLink)
    .set({ withdrawnAt: now })
    .where(and(isTheirs, isUnused, condition))
}

export async function findAccountLink(db: Db, token: string): Promise<AccountLink | undefined> {
  const [row] = await db.orm
    .select()
    .from(accountLink)
    .where(eq(accountLink.tokenHash, hashOf(token)))
  return row
}

const isUnused = and(isNull(accountLink.usedAt), isNull(accountLink.withdrawnAt))!

/** The condition under which a link works. */
export const isUsable = (now: number) => and(isUnused, gt(accountLink.expiresAt, now))!

export function linkExists(orm: Orm, condition: SQL): SQL {
  return exists(orm.select({ id: accountLink.id }).from(accountLink).where(condition))
}

const creatorOf = ({ kind, id }: AuditActor) => id ?? kind
