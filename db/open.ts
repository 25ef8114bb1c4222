import { openSqlite } from './engines/sqlite/open.ts'
import type { Db, WhereAbsent } from './statements.ts'

/**
 * Opens a database and migrates it.
 * @param url `file:data/ohlas.db` or a plain path
 * @param absent what to do if the file doesn't exist
 * @throws DatabaseUnusable
 */
export async function openDatabase(url: string, absent: WhereAbsent = 'make it'): Promise<Db> {
  return openSqlite(url.replace(/^(file|sqlite):(\/\/(?=\/))?/, ''), absent)
}
