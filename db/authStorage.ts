import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import type { Db } from './open.ts'
import { account, session, user, verification } from './schema.ts'

/** Where better-auth keeps people, sessions and passwords: the same database, the same writer. */
export function authStorage(db: Db) {
  return drizzleAdapter(db.orm, {
    provider: 'sqlite',
    schema: { user, session, account, verification },
  })
}
