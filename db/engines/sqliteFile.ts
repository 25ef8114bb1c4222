import { chmodSync, closeSync, existsSync, mkdirSync, openSync, readSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseUnusable } from '../../surveys/errors.ts'
import { isCopyBegun, markOfFile, readLog, type Marks } from './sqliteLog.ts'

/**
 * Looks at a database file before SQLite does, makes its folder and itself if they are absent, and lets
 * nobody but its owner read it.
 * @throws DatabaseUnusable for what is no database, and for a log (`-wal`) of another copy
 */
export function prepareFile(file: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    refuseOthers(file)
    if (!existsSync(file)) closeSync(openSync(file, 'a', 0o600))
    closeSync(openSync(file, 'r+'))
  } catch (error) {
    throw unusable(file, error)
  }
  for (const path of [file, `${file}-wal`, `${file}-shm`]) keepToOwner(path)
}

/** What an error while a database is opened means to whoever runs the server; itself, if that is unknown. */
export function unusable(file: string, error: unknown): unknown {
  const { code = '', cause } = error as { code?: string; cause?: unknown }
  const [, reason] = REASONS.find(([pattern]) => pattern.test(code)) ?? []
  if (reason) return new DatabaseUnusable(`DATABASE_URL=${file}: ${reason}`)
  return cause ? unusable(file, cause) : error
}

const REASONS: [code: RegExp, reason: string][] = [
  [
    /^(EACCES|EPERM)$/,
    'no permission to read and write it. Give the file and its folder to the user that runs Ohlas.',
  ],
  [
    /^(EROFS|SQLITE_READONLY)/,
    'it is read-only. Ohlas has to write to the file and to its folder.',
  ],
  [/^(ENOENT|ENOTDIR|EEXIST)$/, 'its folder is missing and could not be made.'],
  [/^EISDIR$/, 'this is a folder. Name a file in it.'],
  [/^(ENOSPC|EDQUOT|SQLITE_FULL)/, 'the disk is full. Make room and start again.'],
  [/^SQLITE_(BUSY|LOCKED)/, 'another program keeps it locked. End that program and start again.'],
  [/^SQLITE_NOTADB/, 'this file is no SQLite database.'],
  [/^SQLITE_CORRUPT/, 'this file is damaged. Restore a backup.'],
  [/^SQLITE_CANTOPEN/, 'it could not be opened. Ohlas has to write to the file and to its folder.'],
  [/^SQLITE_IOERR/, 'the disk failed while it was read or written.'],
]

const BEGINNING = Buffer.from('SQLite format 3\0')

function refuseOthers(file: string): void {
  const size = existsSync(file) ? statSync(file).size : 0
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
    throw new DatabaseUnusable(`DATABASE_URL=${file}: this file is no SQLite database.`)
  // A server that runs beside this command may move its log into the file between two looks at them.
  if (!isLogOf(file, log) && !isLogOf(file, readLog(file)))
    throw new DatabaseUnusable(
      `DATABASE_URL=${file}: ${file}-wal belongs to another copy of this database and would undo or ruin it. If you have restored a backup, stop Ohlas, delete ${file}-wal and ${file}-shm and start again.`,
    )
}

/**
 * Whether the file is the one that this log goes on from (docs/decisions/0014): it has the mark that was
 * there when the log began, or one from the log itself, of which then something was copied.
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
    // It is not there, or somebody else's, who has to know who may read it.
  }
}
