import { and, eq } from 'drizzle-orm'
import { twoFactor } from '../schema/index.ts'
import type { Db } from '../statements.ts'
import { aboutTwoFactor } from '../people/twoFactor.ts'
import { keyFileOf, readKeyFile, replaceKeyFile } from './keyFile.ts'
import { newSecretKey, seal, unseal, type SecretKey } from './seal.ts'

/**
 * Seals all secrets again in one transaction: with the first configured key, or else with a new key in
 * the key file. If interrupted, the file still has the keys of everything stored.
 * @returns how many were sealed, and how many none of the keys opens
 */
export async function rotateSecrets(
  db: Db,
  databaseUrl: string,
  configured?: readonly SecretKey[],
): Promise<{ sealed: number; unreadable: number }> {
  if (configured) return sealAnew(db, configured)
  const file = keyFileOf(databaseUrl)
  const fresh = newSecretKey()
  const keys = [fresh, ...readKeyFile(file)]
  replaceKeyFile(file, keys)
  const result = await sealAnew(db, keys)
  replaceKeyFile(file, [fresh])
  return result
}

async function sealAnew(db: Db, keys: readonly SecretKey[]) {
  const rows = await db.orm
    .select({ userId: twoFactor.userId, secret: twoFactor.secret })
    .from(twoFactor)
  const opened = rows.flatMap(({ userId, secret }) => {
    const about = aboutTwoFactor(userId)
    const text = unseal(keys, about, secret)
    return text === null ? [] : [{ userId, before: secret, after: seal(keys[0]!, about, text) }]
  })
  await db.atomically((orm) =>
    opened.map(({ userId, before, after }) =>
      orm
        .update(twoFactor)
        .set({ secret: after })
        .where(and(eq(twoFactor.userId, userId), eq(twoFactor.secret, before))),
    ),
  )
  return { sealed: opened.length, unreadable: rows.length - opened.length }
}
