import { randomInt } from 'node:crypto'
import type Database from 'better-sqlite3'
import { currentMark } from './log.ts'

/**
 * Writes a number derived from the current write-ahead log into the database, so that the next start can
 * tell whether the log and the file belong together (docs/decisions/0014).
 * Page 1 stores the current number in `user_version` and the previous one in `application_id`. Call it
 * after each commit: SQLite starts a new log at some commits without reporting it.
 * @returns the number of the current log; null while there is no log
 */
export function markLog(connection: Database.Database, file: string): number | null {
  const mark = currentMark(file)
  if (mark === null || markIn(connection) === mark) return mark
  // A random number between the numbers of two logs: a file that has the number of an older log then
  // can't be taken for the predecessor of the current one.
  moveMark(connection, randomInt(1, 2 ** 31 - 1))
  moveMark(connection, mark)
  return mark
}

/** Writes a new random number when a file is opened, which no earlier copy of the file has. */
export function markFile(connection: Database.Database, file: string): void {
  moveMark(connection, randomInt(1, 2 ** 31 - 1))
  markLog(connection, file)
  connection.pragma('wal_checkpoint(truncate)')
}

function markIn(connection: Database.Database): number {
  return connection.pragma('user_version', { simple: true }) as number
}

function moveMark(connection: Database.Database, mark: number) {
  connection.exec('begin immediate')
  try {
    connection.pragma(`application_id = ${markIn(connection)}`)
    connection.pragma(`user_version = ${mark}`)
    connection.exec('commit')
  } finally {
    if (connection.inTransaction) connection.exec('rollback')
  }
}
