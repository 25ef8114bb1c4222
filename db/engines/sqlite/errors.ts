import { statfsSync } from 'node:fs'
import { dirname } from 'node:path'
import { Conflict, StorageUnavailable } from '../../../surveys/errors.ts'

type Reason = { reason: string; remedy: string }

const FULL = { reason: 'the disk is full', remedy: 'Make room and start again.' }
const NO_PERMISSION = {
  reason: 'no permission to read and write it',
  remedy: 'Give the file and its folder to the user that runs Ohlas.',
}
const WRITES = 'Ohlas has to write to the file and to its folder.'

const REASONS: [code: RegExp, because: Reason][] = [
  [/^(EACCES|EPERM)$/, NO_PERMISSION],
  [/^(EROFS|SQLITE_READONLY)/, { reason: 'it is read-only', remedy: WRITES }],
  [
    /^(ENOENT|ENOTDIR|EEXIST)$/,
    { reason: 'its folder is missing and could not be made', remedy: 'Make the folder first.' },
  ],
  [/^EISDIR$/, { reason: 'this is a folder', remedy: 'Name a file in it.' }],
  [/^(ENOSPC|EDQUOT|SQLITE_FULL)/, FULL],
  [
    /^SQLITE_(BUSY|LOCKED)/,
    {
      reason: 'another program keeps it locked',
      remedy: 'End that program and start again.',
    },
  ],
  [
    /^SQLITE_NOTADB/,
    {
      reason: 'this file is no SQLite database',
      remedy: 'Name another file, or restore a backup.',
    },
  ],
  [/^SQLITE_CORRUPT/, { reason: 'this file is damaged', remedy: 'Restore a backup.' }],
  [/^SQLITE_CANTOPEN/, { reason: 'it could not be opened', remedy: WRITES }],
  [
    /^(EIO|EFBIG|SQLITE_IOERR)/,
    {
      reason: 'the disk failed to read or write it, or no larger file is allowed',
      remedy: 'Look at the disk and its quota, and start again.',
    },
  ],
  [
    /^SQLITE_NOMEM/,
    { reason: 'there was not enough memory', remedy: 'Free some and start again.' },
  ],
]

/**
 * Explains an error from opening or writing a database to the operator.
 * @returns undefined if the operator can't do anything about it
 */
export function reasonOf(file: string, error: { code?: string; message: string }) {
  const { code = '', message } = error
  // The migrator's failed `rollback` hides the write error for which SQLite had already rolled back.
  const could = message.includes('no transaction is active') ? 'SQLITE_IOERR' : code
  if (/^SQLITE_(IOERR|CANTOPEN)/.test(could) && isNearlyFull(file)) return FULL
  return reasonFor(could)
}

/** Whether the disk under a file has no room for a few saves. */
export function isNearlyFull(file: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(dirname(file))
    return bavail * bsize < ROOM
  } catch {
    return false
  }
}

/** Room for about thirty database pages, in bytes. */
const ROOM = 128 * 1024

const UNAVAILABLE = /^SQLITE_(FULL|BUSY|LOCKED|IOERR|READONLY|CANTOPEN|NOMEM)/

/** Maps an SQLite error in a thread to an error of this module. */
export function storageError(code: string, message: string): Error {
  if (UNAVAILABLE.test(code)) return cannotWrite(reasonFor(code)!)
  if (code === 'SQLITE_CONSTRAINT_FOREIGNKEY')
    return new Conflict('What this belongs to is not there any more.')
  return Object.assign(new Error(message), { code })
}

export const diskIsFull = () => cannotWrite(FULL)

const cannotWrite = ({ reason }: Reason) =>
  new StorageUnavailable(`The database can’t be read or written: ${reason}.`)

const reasonFor = (code: string) => REASONS.find(([pattern]) => pattern.test(code))?.[1]
