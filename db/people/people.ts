import { createHash } from 'node:crypto'
import { asc, count, eq } from 'drizzle-orm'
import { newId } from '../ids.ts'
import type { Db } from '../statements.ts'
import { apiKey, user, type Role } from '../schema/index.ts'

export type Person = { id: string; name: string; role: Role }

export async function listPeople(db: Db): Promise<Person[]> {
  return db.orm
    .select({ id: user.id, name: user.name, role: user.role })
    .from(user)
    .orderBy(asc(user.name), asc(user.id))
}

export async function countPeople(db: Db): Promise<number> {
  const [row] = await db.orm.select({ n: count() }).from(user)
  return row!.n
}

/** The person whose account has this address, as `normalEmail` writes it. */
export async function findPersonId(db: Db, email: string): Promise<string | undefined> {
  const [row] = await db.orm.select({ id: user.id }).from(user).where(eq(user.email, email))
  return row?.id
}

/** Stores a key by its SHA-256 only. */
export async function addKey(
  db: Db,
  input: { key: string; name: string; role: Role; now: number },
): Promise<void> {
  const { key, name, role, now } = input
  await db.orm
    .insert(apiKey)
    .values({ id: newId(now), name, role, hash: hashOf(key), createdAt: now })
}

export async function findKey(
  db: Db,
  key: string,
): Promise<{ id: string; name: string; role: Role } | undefined> {
  const [row] = await db.orm
    .select({ id: apiKey.id, name: apiKey.name, role: apiKey.role })
    .from(apiKey)
    .where(eq(apiKey.hash, hashOf(key)))
  return row
}

const hashOf = (key: string) => createHash('sha256').update(key).digest('hex')
