import { openSqlite } from './engines/sqlite/open.ts'
import type { Db, WhereAbsent } from './statements.ts'

/**
 * Opens a database and migrates it.
 * @param file path of the SQLite file
 * @param absent what to do if the file doesn't exist
 * @throws DatabaseUnusable
 */
export async function openDatabase(file: string, absent: WhereAbsent = 'make it'): Promise<Db> {
  return openSqlite(file, absent)
}
