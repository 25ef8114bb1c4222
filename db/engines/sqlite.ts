import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import Database from 'better-sqlite3'
import { drizzle as drizzleOnConnection } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import { drizzle } from 'drizzle-orm/sqlite-proxy'
import { StorageUnavailable } from '../../surveys/errors.ts'
import type { Db, Orm, Rows, Statement } from '../open.ts'
import { FilledTemplate } from '../prepared.ts'
import { openBackground } from './sqliteBackground.ts'
import { connect } from './sqliteConnection.ts'
import { program } from '../program.ts'
import { storageError } from './sqliteErrors.ts'
import type { Batch, Outcome, Step } from './sqliteWriter.ts'

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

type Writer = { run(statements: Statement[]): Promise<Rows[]>; stop(): Promise<void> }

/** Beyond this many jobs a commit would keep the first of them waiting too long. */
const MOST_JOBS_PER_COMMIT = 512

type Waiting = { resolve(rows: Rows[]): void; reject(error: Error): void }

/**
 * One message is under way at a time. What is asked for meanwhile travels in the next, and shares one
 * transaction and one fsync. Messages are JSON: a string crosses between threads many times faster
 * than a clone of the same lists.
 */
async function startWriter(file: string): Promise<Writer> {
  const worker = new Worker(program('sqliteWriter'), { workerData: { file } })
  await new Promise<void>((resolve, reject) => {
    worker.once('message', () => resolve())
    worker.once('error', reject)
  })

  const numbers = new Map<unknown, number>()
  const waiting = new Map<number, Waiting>()
  const batch: Batch = { statements: [], jobs: [] }
  let lastJob = 0
  let underway = false
  let broken: StorageUnavailable | undefined
  let drained: (() => void) | undefined

  worker.on('message', (message: string) => {
    underway = false
    if (batch.jobs.length) send()
    for (const [job, rows, failed] of JSON.parse(message) as Outcome[]) {
      const asked = waiting.get(job)!
      waiting.delete(job)
      if (failed) asked.reject(storageError(failed.code, failed.message))
      else asked.resolve(rows)
    }
    if (!waiting.size) drained?.()
  })
  worker.on('error', (error) => {
    broken = new StorageUnavailable(error.message)
    for (const asked of waiting.values()) asked.reject(broken)
    waiting.clear()
    drained?.()
  })

  const send = () => {
    underway = true
    // Half of what is open at most: if all of it waited for one commit, this thread would wait
    // with it, and the writer after that for this thread.
    const half = Math.ceil(waiting.size / 2)
    const jobs = batch.jobs.splice(0, Math.min(half, MOST_JOBS_PER_COMMIT))
    worker.postMessage(JSON.stringify({ statements: batch.statements, jobs } satisfies Batch))
    batch.statements = []
  }

  const numberOf = (statement: Batch['statements'][number], key: unknown = statement.sql) => {
    let number = numbers.get(key)
    if (number === undefined) {
      numbers.set(key, (number = numbers.size))
      batch.statements.push(statement)
    }
    return number
  }

  const stepsOf = (statements: Statement[]): Step[] => {
    const steps: Step[] = []
    let last: Step | undefined
    for (const statement of statements) {
      if (statement instanceof FilledTemplate) {
        const number = numberOf(statement.template, statement.template)
        if (last?.[1] === statement.values) last[0].push(number)
        else steps.push((last = [[number], statement.values]))
      } else {
        const { sql, params } = statement.toSQL()
        steps.push((last = [[numberOf({ sql })], params]))
      }
    }
    return steps
  }

  return {
    run: (statements) =>
      new Promise((resolve, reject) => {
        if (broken) throw broken
        const steps = stepsOf(statements)
        const job = ++lastJob
        waiting.set(job, { resolve, reject })
        if (batch.jobs.push([job, steps]) === 1 && !underway) setImmediate(send)
      }),
    stop: async () => {
      if (waiting.size) await new Promise<void>((resolve) => (drained = resolve))
      worker.postMessage(null)
      await new Promise((resolve) => worker.once('exit', resolve))
    },
  }
}

function ormOver(reader: Database.Database, write: Writer): Orm {
  const statements = new Map<string, Database.Statement<unknown[], unknown[]>>()
  const prepare = (sql: string) => {
    let statement = statements.get(sql)
    if (!statement) {
      if (statements.size >= 500) statements.delete(statements.keys().next().value!)
      statement = reader.prepare<unknown[], unknown[]>(sql)
      statements.set(sql, statement)
    }
    return statement
  }
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
