import { Conflict, StorageUnavailable } from '../../surveys/errors.ts'

const UNAVAILABLE = /^SQLITE_(FULL|BUSY|LOCKED|IOERR|READONLY|CANTOPEN|NOMEM)/

/** What an error of SQLite in a thread means here. */
export function storageError(code: string, message: string): Error {
  if (UNAVAILABLE.test(code)) return new StorageUnavailable(message)
  if (code === 'SQLITE_CONSTRAINT_FOREIGNKEY')
    return new Conflict('What this belongs to is not there any more.')
  return Object.assign(new Error(message), { code })
}
