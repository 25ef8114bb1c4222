import Database from 'better-sqlite3'

/**
 * Opens a connection with the settings that all of Ohlas uses. WAL lets readers run beside the writer;
 * `synchronous = FULL` makes commits survive a power failure.
 */
export function connect(file: string): Database.Database {
  const connection = new Database(file)
  connection.pragma('busy_timeout = 5000')
  connection.pragma('journal_mode = WAL')
  connection.pragma('synchronous = FULL')
  connection.pragma('foreign_keys = ON')
  // Overwrites deleted data in the file, so that erased responses don't remain there.
  connection.pragma('secure_delete = ON')
  connection.pragma('cache_size = -16000')
  // Every answer changes the same few pages. Checkpointing them less often costs 16 MB of WAL.
  connection.pragma('wal_autocheckpoint = 4000')
  return connection
}
