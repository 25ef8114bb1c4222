import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import { expect, it } from 'vitest'
import { apiKey } from '../../db/schema/index.ts'
import { makeDatabase, temporaryFile } from '../support/database.ts'
import { prefix } from './migrationsUpTo.ts'

it('turns the role of a key into scopes, as 0027 does', async () => {
  const file = temporaryFile()
  const connection = new Database(file)
  migrate(drizzle(connection), { migrationsFolder: prefix(27, temporaryFile('migrations')) })
  connection.exec(`
    insert into api_key (id, name, role, hash, created_at)
      values ('v', 'V', 'viewer', '1', 5), ('l', 'L', 'lead', '2', 6), ('a', 'A', 'admin', '3', 7);
  `)
  connection.close()

  const db = await makeDatabase(file)
  const unknown = {
    hint: null,
    createdBy: null,
    expiresAt: null,
    lastUsedAt: null,
    revokedAt: null,
  }
  expect(await db.orm.select().from(apiKey)).toEqual([
    { id: 'v', name: 'V', hash: '1', createdAt: 5, scopes: ['read'], ...unknown },
    {
      id: 'l',
      name: 'L',
      hash: '2',
      createdAt: 6,
      scopes: ['read', 'followUp', 'export'],
      ...unknown,
    },
    { id: 'a', name: 'A', hash: '3', createdAt: 7, scopes: ['admin'], ...unknown },
  ])
})
