import { parentPort, workerData, type MessagePort } from 'node:worker_threads'
import type Database from 'better-sqlite3'
import type { Rows } from '../../statements.ts'
import { paramsOf, type Template, type Values } from '../../template.ts'
import { connect } from './connection.ts'
import { currentMark } from './log.ts'
import { markLog } from './mark.ts'
import { statementsOf } from './statements.ts'

/**
 * Jobs to commit together. New templates get consecutive numbers; each step of a job runs statements
 * with the same values.
 */
export type Batch = { templates: Template[]; jobs: Job[] }
type Job = [job: number, steps: Step[]]
/**
 * Template numbers and their named values, some with a guard that must return a row; or a statement's
 * text and its parameters.
 */
export type Step = [
  statements: (number | string | readonly [guard: number, template: number])[],
  values: unknown[] | Values,
]
/** The rows of each step, or why the job was rolled back. */
export type Outcome = [job: number, rows: Rows[], failed?: { code: string; message: string }]

/** Serves the writes of a file over a port, until it is sent null. @returns its connection */
export function serveWrites(port: MessagePort, file: string): Database.Database {
  const connection = connect(file)
  let marked: number | null = null
  const templates: Template[] = []
  const prepared: Database.Statement<unknown[], unknown[]>[] = []
  const prepare = statementsOf(connection, 200)

  const begin = connection.prepare('begin immediate')
  const commit = connection.prepare('commit')
  const rollback = connection.prepare('rollback')
  const savepoint = connection.prepare('savepoint job')
  const release = connection.prepare('release job')
  const undo = connection.prepare('rollback to job')

  port.on('message', (message: string | null) => {
    if (message === null) {
      connection.close()
      port.close()
      return
    }
    const batch = JSON.parse(message) as Batch
    templates.push(...batch.templates)
    const outcomes = commitTogether(batch.jobs)
    markNewLog()
    port.postMessage(JSON.stringify(outcomes))
  })
  port.postMessage('ready')

  /** Runs all jobs in one transaction with one fsync; a failing job rolls back only itself. */
  function commitTogether(jobs: Job[]): Outcome[] {
    try {
      return inTransaction(jobs, ([job, steps]) => [job, steps.flatMap(runStep)])
    } catch {
      // A job failed, which is rare. Run them again with savepoints, which are too slow to use always,
      // to find out which.
    }
    try {
      return inTransaction(jobs, runGuarded)
    } catch (error) {
      return jobs.map(([job]) => failure(job, error))
    }
  }

  function markNewLog() {
    try {
      if (currentMark(file) !== marked) marked = markLog(connection, file)
    } catch {
      // The disk is full or locked; the next job will report it. Committed data is safe.
    }
  }

  function inTransaction(jobs: Job[], run: (job: Job) => Outcome): Outcome[] {
    try {
      begin.run()
      const outcomes = jobs.map(run)
      commit.run()
      return outcomes
    } finally {
      if (connection.inTransaction) rollback.run()
    }
  }

  function runGuarded([job, steps]: Job): Outcome {
    savepoint.run()
    try {
      const rows = steps.flatMap(runStep)
      release.run()
      return [job, rows]
    } catch (error) {
      // A full disk ends the whole transaction, including its savepoints.
      if (!connection.inTransaction) throw error
      undo.run()
      release.run()
      return failure(job, error)
    }
  }

  function runStep([statements, values]: Step): Rows[] {
    const open = new Map<number, boolean>()
    return statements.map((one) => {
      if (typeof one === 'string') return run(prepare(one), values as unknown[])
      if (typeof one === 'number') return runTemplate(one, values as Values)
      const [guard, template] = one
      if (!open.has(guard)) open.set(guard, runTemplate(guard, values as Values).length > 0)
      return open.get(guard) ? runTemplate(template, values as Values) : NO_ROWS
    })
  }

  function runTemplate(number: number, values: Values): Rows {
    const { sql, slots } = templates[number]!
    const statement = (prepared[number] ??= connection.prepare(sql))
    return run(statement, paramsOf(slots, values))
  }

  function run(statement: Database.Statement<unknown[], unknown[]>, params: unknown[]): Rows {
    if (statement.reader) return statement.raw().all(...params)
    statement.run(...params)
    return NO_ROWS
  }

  return connection
}

const NO_ROWS: Rows = []

function failure(job: number, error: unknown): Outcome {
  const { code = 'UNKNOWN', message } = error as { code?: string; message: string }
  return [job, [], { code, message }]
}

const { file } = workerData as { file?: string }
if (file) serveWrites(parentPort!, file)
