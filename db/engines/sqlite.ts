import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { drizzle as drizzleOnConnection } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import { drizzle } from 'drizzle-orm/sqlite-proxy'
import type { Db, Orm } from '../open.ts'
import { openBackground } from './sqliteBackground.ts'
import { connect } from './sqliteConnection.ts'
import { statementsOf } from './sqliteStatements.ts'
import { startWriter, type Writer } from './sqliteWriterThread.ts'

const MIGRATIONS = fileURLToPath(new URL('../../db/migrations/sqlite', import.meta.url))

/** Opens a SQLite file: one connection here for keyed look-ups, and threads that write and read. */
export async function openSqlite(file: string): Promise<Db> {
  mkdirSync(dirname(file), { recursive: true })
  bringUpToDate(file)
  const reader = connect(file)
  reader.pragma('query_only = on')
  reader.pragma('cache_size = -8000')
  const write = await startWriter(file)
  const orm = ormOver(reader, write)
  const aside = openBackground(file)
  return {
    orm,
    aside: aside.orm,
    atomically: (build) => write.run(build(orm)),
    checkWritable: () => write.check(),
    faults: () => faultsOf(reader),
    close: async () => {
      await write.stop()
      await aside.stop()
      reader.close()
    },
  }
}

function bringUpToDate(file: string) {
  const connection = connect(file)
  try {
    migrate(drizzleOnConnection(connection), { migrationsFolder: MIGRATIONS })
  } finally {
    connection.close()
  }
}

const MOST_STATEMENTS = 500

function ormOver(reader: Database.Database, write: Writer): Orm {
  const prepare = statementsOf(reader, MOST_STATEMENTS)
  return drizzle(async (sql, params, method) => {
    const statement = prepare(sql)
    if (!statement.readonly) {
      const [rows] = await write.run([{ toSQL: () => ({ sql, params }) }])
      return { rows: method === 'get' ? (rows![0] as unknown[]) : rows! }
    }
    const rows = statement.raw()
    // Drizzle takes `undefined` for "no row", though its type asks for an array.
    return { rows: method === 'get' ? (rows.get(...params) as unknown[]) : rows.all(...params) }
  })
}

function faultsOf(reader: Database.Database): string[] {
  const integrity = (reader.pragma('integrity_check') as { integrity_check: string }[])
    .map((row) => row.integrity_check)
    .filter((line) => line !== 'ok')
  const orphans = (reader.pragma('foreign_key_check') as { table: string; parent: string }[]).map(
    ({ table, parent }) => `a row of ${table} points to a row of ${parent} that is not there`,
  )
  return [...integrity, ...orphans]
}
