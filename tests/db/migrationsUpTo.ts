import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const MIGRATIONS = join(import.meta.dirname, '../../db/migrations/sqlite')
type Journal = { entries: { tag: string }[] }
/** All migrations, in order. */
export const journal = JSON.parse(
  readFileSync(join(MIGRATIONS, 'meta/_journal.json'), 'utf8'),
) as Journal

/** Copies the first migrations into a folder. */
export function prefix(length: number, folder: string): string {
  mkdirSync(join(folder, 'meta'), { recursive: true })
  const entries = journal.entries.slice(0, length)
  for (const { tag } of entries) cpSync(join(MIGRATIONS, `${tag}.sql`), join(folder, `${tag}.sql`))
  writeFileSync(join(folder, 'meta/_journal.json'), JSON.stringify({ ...journal, entries }))
  return folder
}
