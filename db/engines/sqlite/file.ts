import { chmodSync, closeSync, existsSync, mkdirSync, openSync, readSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { DatabaseUnusable } from '../../../surveys/errors.ts'
import { reasonOf } from './errors.ts'
import type { WhereAbsent } from '../../statements.ts'
import { isCopyBegun, markOfFile, readLog, type Marks } from './log.ts'

/**
 * Checks a database file before SQLite opens it, creates it and its folder if allowed, and makes it
 * readable by its owner only.
 * @throws DatabaseUnusable for a file that is no database, a log (`-wal`) of another copy, and a
 *   missing or empty file that must not be created
 */
export function prepareFile(file: string, absent: WhereAbsent): void {
  try {
    if (absent === 'make it') mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    refuseOthers(file)
    if (absent === 'refuse' && !sizeOf(file)) throw notThere(file)
    if (!existsSync(file)) closeSync(openSync(file, 'a', 0o600))
    closeSync(openSync(file, 'r+'))
  } catch (error) {
    throw unusable(file, error)
  }
  for (const path of [file, `${file}-wal`, `${file}-shm`]) keepToOwner(path)
}

/** Explains an error from opening a database; returns unknown errors as they are. */
export function unusable(file: string, error: unknown): unknown {
  const because = reasonOf(file, error as Error)
  if (because)
    return new DatabaseUnusable(`DATABASE_URL=${file}: ${because.reason}. ${because.remedy}`)
  const { cause } = error as Error
  return cause ? unusable(file, cause) : error
}

const sizeOf = (file: string) => (existsSync(file) ? statSync(file).size : 0)

const notThere = (file: string) =>
  new DatabaseUnusable(
    `DATABASE_URL=${file}: there is no database at ${resolve(file)}, and commands make none. Set DATABASE_URL to the file that the server uses, or run the command in the server's folder. \`npm start\` makes a new database.`,
  )

const BEGINNING = Buffer.from('SQLite format 3\0')

function refuseOthers(file: string): void {
  const size = sizeOf(file)
  const log = readLog(file)
  if (!size && log)
    throw new DatabaseUnusable(
      `DATABASE_URL=${file}: the file is missing, and ${file}-wal with answers of it is there. Put the file back; or move ${file}-wal away to begin anew.`,
    )
  if (!size) return
  const beginning = Buffer.alloc(BEGINNING.length)
  const handle = openSync(file, 'r')
  readSync(handle, beginning)
  closeSync(handle)
  if (!beginning.equals(BEGINNING))
    throw new DatabaseUnusable(
      `DATABASE_URL=${file}: this file is no SQLite database. Name another file, or restore a backup.`,
    )
  // Checks twice: a running server may move its log into the file between two reads.
  if (!isLogOf(file, log) && !isLogOf(file, readLog(file)))
    throw new DatabaseUnusable(
      `DATABASE_URL=${file}: ${file}-wal belongs to another copy of this database and would undo or ruin it. If you have restored a backup, stop Ohlas, delete ${file}-wal and ${file}-shm and start again.`,
    )
}

/**
 * Whether the log belongs to this file (docs/decisions/0014): the file has the mark from the log's
 * beginning, or one from the log that was already copied into it.
 */
function isLogOf(file: string, log: Marks[] | null): boolean {
  const [first, ...later] = log ?? []
  if (!first) return true
  const mark = markOfFile(file)
  if (mark === first.mark || mark === first.before) return true
  return later.some((page) => page.mark === mark) && isCopyBegun(file) !== false
}

function keepToOwner(path: string): void {
  try {
    if (statSync(path).mode & 0o077) chmodSync(path, 0o600)
  } catch {
    // Ignored: the file is missing, or belongs to another user, who sets its permissions.
  }
}
