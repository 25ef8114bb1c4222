import { constants, setPriority } from 'node:os'
import { performance } from 'node:perf_hooks'
import { parentPort, workerData, type MessagePort } from 'node:worker_threads'
import type Database from 'better-sqlite3'
import { connect } from './connection.ts'
import { statementsOf } from './statements.ts'

export type ReadRequest = [sql: string, params: unknown[]]
/** The rows as JSON, which crosses threads faster than a clone of the same lists. */
export type Read = [rows: string, milliseconds: number, failed?: { code: string; message: string }]

/** Serves the reads of a file over a port. @returns its connection */
export function serveReads(port: MessagePort, file: string): Database.Database {
  // Survey pages and saves come first when cores are few. Only on Linux: elsewhere this would slow down
  // the whole process.
  if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_BELOW_NORMAL)
  const connection = connect(file)
  connection.pragma('query_only = on')
  connection.pragma('cache_size = -8000')
  const prepare = statementsOf(connection, 200)

  port.on('message', ([sql, params]: ReadRequest) => {
    const start = performance.now()
    try {
      const statement = prepare(sql)
      const rows = JSON.stringify(statement.raw().all(...params))
      port.postMessage([rows, performance.now() - start] satisfies Read)
    } catch (error) {
      const { code = 'UNKNOWN', message } = error as { code?: string; message: string }
      port.postMessage(['[]', performance.now() - start, { code, message }] satisfies Read)
    }
  })
  return connection
}

const { file } = workerData as { file?: string }
if (file) serveReads(parentPort!, file)
