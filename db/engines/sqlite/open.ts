import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { drizzle as drizzleOnConnection } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import { drizzle } from 'drizzle-orm/sqlite-proxy'
import { DatabaseClosed, DatabaseUnusable } from '../../../surveys/errors.ts'
import { migrationsOf } from '../../program.ts'
import { trace } from '../../trace.ts'
import type { Db, Orm, WhereAbsent } from '../../statements.ts'
import { openBackground } from './background.ts'
import { connect } from './connection.ts'
import { diskIsFull, isNearlyFull } from './errors.ts'
import { prepareFile, unusable } from './file.ts'
import { markFile } from './mark.ts'
import { statementsOf } from './statements.ts'
import type { StartThread } from './threads.ts'
import { startWriter, type Writer } from './writerThread.ts'

const MIGRATIONS = fileURLToPath(migrationsOf('sqlite'))

/** Opens a SQLite file with one connection for keyed look-ups, and threads that write and read. */
export async function openSqlite(
  file: string,
  absent: WhereAbsent,
  start?: StartThread,
): Promise<Db> {
  prepareFile(file, absent)
  bringUpToDate(file)
  const reader = connect(file)
  reader.pragma('query_only = on')
  reader.pragma('cache_size = -8000')
  const write = await startWriter(file, start).catch((error: unknown) => {
    reader.close()
    throw unusable(file, error)
  })
  const orm = ormOver(reader, write)
  const background = openBackground(file, start)
  return {
    orm,
    background: background.orm,
    atomically: (build) => write.run(build(orm)),
    checkWritable: () => checkWritable(file, write),
    faults: () => faultsOf(file),
    close: async () => {
      await write.stop()
      await background.stop()
      reader.close()
    },
  }
}

/**
 * Migrates the database.
 * @throws DatabaseUnusable, before writing, if another version or program made the file
 */
function bringUpToDate(file: string) {
  try {
    refuseForeign(file)
    const connection = connect(file)
    try {
      migrate(drizzleOnConnection(connection), { migrationsFolder: MIGRATIONS })
      markFile(connection, file)
    } finally {
      connection.close()
    }
  } catch (error) {
    throw unusable(file, error)
  }
}

function refuseForeign(file: string) {
  const connection = new Database(file, { readonly: true })
  try {
    const tables = connection.prepare('select name from sqlite_master').pluck().all()
    if (!tables.length) return
    if (!tables.includes('__drizzle_migrations'))
      throw new DatabaseUnusable(
        `DATABASE_URL=${file}: this database belongs to another program. Name another file.`,
      )
    const last = connection
      .prepare('select max(created_at) from __drizzle_migrations')
      .pluck()
      .get()
    const known = readMigrationFiles({ migrationsFolder: MIGRATIONS })
    if (Number(last) > known.at(-1)!.folderMillis)
      throw new DatabaseUnusable(
        `DATABASE_URL=${file}: a newer version of Ohlas has written this database. Start that version, or restore a backup from before the upgrade.`,
      )
  } finally {
    connection.close()
  }
}

const MOST_STATEMENTS = 500

function ormOver(reader: Database.Database, write: Writer): Orm {
  const prepare = statementsOf(reader, MOST_STATEMENTS)
  return drizzle(async (sql, params, method) => {
    if (!reader.open) throw new DatabaseClosed()
    const statement = prepare(sql)
    if (!statement.readonly) {
      const [rows] = await write.run([{ toSQL: () => ({ sql, params }) }])
      return { rows: method === 'get' ? (rows![0] as unknown[]) : rows! }
    }
    trace(sql, params)
    const rows = statement.raw()
    // Drizzle expects `undefined` for "no row", although its type requires an array.
    return { rows: method === 'get' ? (rows.get(...params) as unknown[]) : rows.all(...params) }
  })
}

/**
 * Tries a write that leaves nothing behind, since the disk can be full or locked while the writer
 * thread runs.
 */
async function checkWritable(file: string, write: Writer): Promise<void> {
  if (isNearlyFull(file)) throw diskIsFull()
  const again = checks.get(write) ?? write.run(PROBE)
  checks.set(write, again)
  try {
    await again
  } finally {
    checks.delete(write)
  }
}

/** The check in progress for each writer, which concurrent callers share. */
const checks = new WeakMap<Writer, Promise<unknown>>()
const PROBE = [
  `insert into verification (id, identifier, value, expires_at, created_at, updated_at) values ('probe', '', '', 0, 0, 0)`,
  `delete from verification where id = 'probe'`,
].map((sql) => ({ toSQL: () => ({ sql, params: [] }) }))

/**
 * Checks on a new connection, since FTS5 compares its index with what a connection has cached of it.
 */
function faultsOf(file: string): string[] {
  const reader = connect(file)
  try {
    return faultsIn(reader)
  } finally {
    reader.close()
  }
}

function faultsIn(reader: Database.Database): string[] {
  const integrity = (reader.pragma('integrity_check') as { integrity_check: string }[])
    .map((row) => row.integrity_check)
    .filter((line) => line !== 'ok')
  const orphans = (reader.pragma('foreign_key_check') as { table: string; parent: string }[]).map(
    ({ table, parent }) => `a row of ${table} points to a row of ${parent} that is not there`,
  )
  return [...integrity, ...orphans]
}
