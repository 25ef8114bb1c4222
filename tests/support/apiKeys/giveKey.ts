import { SCOPES_OF_ROLE } from '../../../api/apiKeys/newKey.ts'
import { newId } from '../../../db/ids.ts'
import { hashOf } from '../../../db/people/people.ts'
import { apiKey, type Role } from '../../../db/schema/index.ts'
import type { Db } from '../../../db/statements.ts'
import type { KeyScope } from '../../../surveys/keyScopes.ts'
import { NOW } from '../clock.ts'

/** Stores a key with these scopes, or those of a role, without an entry in the audit log. */
export async function giveKey(
  db: Db,
  {
    key,
    name,
    ...rights
  }: { key: string; name: string } & ({ role: Role } | { scopes: KeyScope[] }),
): Promise<void> {
  const scopes = 'role' in rights ? SCOPES_OF_ROLE[rights.role] : rights.scopes
  await db.orm
    .insert(apiKey)
    .values({ id: newId(NOW), name, scopes, hash: hashOf(key), createdAt: NOW })
}
