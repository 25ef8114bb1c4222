import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import { expect, it } from 'vitest'
import { examine } from '../../db/doctor.ts'
import { makeDatabase, temporaryFile } from '../support/database.ts'

const MIGRATIONS = join(import.meta.dirname, '../../db/migrations/sqlite')
type Journal = { entries: { tag: string }[] }
const journal = JSON.parse(readFileSync(join(MIGRATIONS, 'meta/_journal.json'), 'utf8')) as Journal

it.each(journal.entries.map(({ tag }, index) => [tag, index + 1] as const))(
  'brings a database that stopped at %s up to date',
  async (_tag, length) => {
    const file = temporaryFile()
    const connection = new Database(file)
    migrate(drizzle(connection), { migrationsFolder: prefix(length, temporaryFile('migrations')) })
    connection.close()

    const db = await makeDatabase(file)
    expect(await examine(db)).toEqual([])
  },
)

it('keeps the tables that every answer touches without a second copy of their key', () => {
  const text = readdirSync(MIGRATIONS)
    .filter((name) => name.endsWith('.sql'))
    .map((name) => readFileSync(join(MIGRATIONS, name), 'utf8'))
    .join('\n')
  for (const table of ['answer', 'response_segment', 'scoreboard'])
    expect(text).toMatch(new RegExp(`CREATE TABLE \`${table}\` \\([^;]*\\) WITHOUT ROWID;`))
})

function prefix(length: number, folder: string): string {
  mkdirSync(join(folder, 'meta'), { recursive: true })
  const entries = journal.entries.slice(0, length)
  for (const { tag } of entries) cpSync(join(MIGRATIONS, `${tag}.sql`), join(folder, `${tag}.sql`))
  writeFileSync(join(folder, 'meta/_journal.json'), JSON.stringify({ ...journal, entries }))
  return folder
}
