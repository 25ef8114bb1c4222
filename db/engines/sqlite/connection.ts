import Database from 'better-sqlite3'

/**
 * A connection as every part of Ohlas opens it. WAL lets readers go on beside the writer;
 * `synchronous = FULL` makes a commit survive a power cut, not only a crash.
 */
export function connect(file: string): Database.Database {
  const connection = new Database(file)
  connection.pragma('busy_timeout = 5000')
  connection.pragma('journal_mode = WAL')
  connection.pragma('synchronous = FULL')
  connection.pragma('foreign_keys = ON')
  // What a customer takes back is gone from the file, too, not only from its tables.
  connection.pragma('secure_delete = ON')
  connection.pragma('cache_size = -16000')
  // The same few pages change with every answer; copying them back less often costs 16 MB of WAL.
  connection.pragma('wal_autocheckpoint = 4000')
  return connection
}
