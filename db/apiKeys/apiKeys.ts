import { and, desc, eq, isNull, lt, or, sql } from 'drizzle-orm'
import { NotFound } from '../../surveys/errors.ts'
import type { KeyScope } from '../../surveys/keyScopes.ts'
import { auditStatement, auditStatementIf, type AuditActor } from '../audit/audit.ts'
import { newId } from '../ids.ts'
import { hashOf } from '../people/people.ts'
import { apiKey, user } from '../schema/index.ts'
import type { Db } from '../statements.ts'

export type ApiKey = typeof apiKey.$inferSelect

/** Length of a key's hint, by which people tell keys apart: the prefix and 24 of its 256 bits. */
const HINT = 'ohlas_'.length + 4

/**
 * Stores a key's SHA-256, never the key itself.
 * @param input.expiresAt milliseconds UTC, exclusive; null for never
 * @returns the key's id
 */
export async function addKey(
  db: Db,
  input: {
    key: string
    name: string
    scopes: readonly KeyScope[]
    expiresAt?: number | null
    actor: AuditActor
    now: number
  },
): Promise<string> {
  const { key, name, expiresAt = null, actor, now } = input
  const id = newId(now)
  const scopes = [...input.scopes]
  await db.atomically((orm) => [
    orm.insert(apiKey).values({
      id,
      name,
      hash: hashOf(key),
      hint: key.slice(0, HINT),
      scopes,
      createdBy: actor.id,
      createdAt: now,
      expiresAt,
    }),
    auditStatement(orm, {
      at: now,
      actor,
      action: 'key.created',
      subjectId: id,
      details: { scopes },
    }),
  ])
  return id
}

/** Finds a key, even if it was revoked or has expired. */
export async function findKey(db: Db, key: string): Promise<ApiKey | undefined> {
  const [row] = await db.orm
    .select()
    .from(apiKey)
    .where(eq(apiKey.hash, hashOf(key)))
  return row
}

/** Lists all keys with their creators' names, newest first, including revoked and expired ones. */
export async function listKeys(db: Db) {
  return db.background
    .select({
      id: apiKey.id,
      name: apiKey.name,
      hint: apiKey.hint,
      scopes: apiKey.scopes,
      createdBy: user.name,
      createdAt: apiKey.createdAt,
      expiresAt: apiKey.expiresAt,
      lastUsedAt: apiKey.lastUsedAt,
      revokedAt: apiKey.revokedAt,
    })
    .from(apiKey)
    .leftJoin(user, eq(user.id, apiKey.createdBy))
    .orderBy(desc(apiKey.id))
}

/**
 * Revokes a key with immediate effect.
 * @throws NotFound if there is no such key, or it is already revoked
 */
export async function revokeKey(
  db: Db,
  id: string,
  { actor, now }: { actor: AuditActor; now: number },
): Promise<void> {
  const valid = and(eq(apiKey.id, id), isNull(apiKey.revokedAt))!
  const results = await db.atomically((orm) => [
    auditStatementIf(orm, sql`exists (select 1 from ${apiKey} where ${valid})`, {
      at: now,
      actor,
      action: 'key.revoked',
      subjectId: id,
    }),
    orm.update(apiKey).set({ revokedAt: now }).where(valid).returning({ id: apiKey.id }),
  ])
  if (!results.at(-1)!.length) throw new NotFound('key')
}

/** Stores when keys were last used, in one transaction. Never replaces a later time. */
export async function storeKeyUses(db: Db, uses: ReadonlyMap<string, number>): Promise<void> {
  await db.atomically((orm) =>
    [...uses].map(([id, lastUsedAt]) =>
      orm
        .update(apiKey)
        .set({ lastUsedAt })
        .where(
          and(eq(apiKey.id, id), or(isNull(apiKey.lastUsedAt), lt(apiKey.lastUsedAt, lastUsedAt))),
        ),
    ),
  )
}
