import { openSqlite } from './engines/sqlite/open.ts'
import type { Db, WhereAbsent } from './statements.ts'

/**
 * Opens the database that a URL names and brings its tables up to date.
 * @param url `file:data/ohlas.db` or a plain path
 * @param absent what to do where there is none
 * @throws DatabaseUnusable
 */
export async function openDatabase(url: string, absent: WhereAbsent = 'make it'): Promise<Db> {
  return openSqlite(url.replace(/^(file|sqlite):(\/\/(?=\/))?/, ''), absent)
}
