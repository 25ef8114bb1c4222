import { parentPort, workerData } from 'node:worker_threads'
import type Database from 'better-sqlite3'
import { connect } from './sqliteConnection.ts'

export type Asked = [sql: string, params: unknown[]]
/** The rows as JSON, which crosses between threads faster than a clone of the same lists. */
export type Read = [rows: string, failed?: { code: string; message: string }]

const port = parentPort!
const connection = connect((workerData as { file: string }).file)
connection.pragma('query_only = on')
const prepared = new Map<string, Database.Statement<unknown[], unknown[]>>()

port.on('message', ([sql, params]: Asked) => {
  try {
    let statement = prepared.get(sql)
    if (!statement) {
      if (prepared.size >= 200) prepared.clear()
      prepared.set(sql, (statement = connection.prepare<unknown[], unknown[]>(sql)))
    }
    port.postMessage([JSON.stringify(statement.raw().all(...params))] satisfies Read)
  } catch (error) {
    const { code = 'UNKNOWN', message } = error as { code?: string; message: string }
    port.postMessage(['[]', { code, message }] satisfies Read)
  }
})
