import { randomInt } from 'node:crypto'
import type Database from 'better-sqlite3'
import { currentMark } from './sqliteLog.ts'

/**
 * Marks a database with its log, so that the next start can tell whether the two belong together
 * (docs/decisions/0014). Page 1 keeps the mark (`user_version`) and the one before (`application_id`).
 * To be called after a commit: SQLite begins a new log with some, and says nothing.
 * @returns the log's mark; null while there is no log
 */
export function markLog(connection: Database.Database, file: string): number | null {
  const mark = currentMark(file)
  if (mark === null || markIn(connection) === mark) return mark
  // One that no file ever keeps stands between two logs, so that none is mistaken for the next but one.
  moveMark(connection, randomInt(1, 2 ** 31 - 1))
  moveMark(connection, mark)
  return mark
}

/** Marks a file that is being opened, so that it differs from all copies that were made of it before. */
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
