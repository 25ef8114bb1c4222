import { parentPort, workerData } from 'node:worker_threads'
import type Database from 'better-sqlite3'
import type { Rows } from '../open.ts'
import { paramsOf, type Template, type Values } from '../template.ts'
import { connect } from './sqliteConnection.ts'

/** New statements get the next numbers; each step of a job runs some of them with the same values. */
export type Batch = { statements: Known[]; jobs: Job[] }
/** With slots it is filled from named values, else from a list. */
type Known = Pick<Template, 'sql'> & Partial<Template>
type Job = [job: number, steps: Step[]]
export type Step = [statements: number[], values: unknown[] | Values]
/** The rows that each step returned, or why none of the job's steps were kept. */
export type Outcome = [job: number, rows: Rows[], failed?: { code: string; message: string }]

const port = parentPort!
const connection = connect((workerData as { file: string }).file)
const known: Known[] = []
const prepared: Database.Statement<unknown[], unknown[]>[] = []

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
  const { statements, jobs } = JSON.parse(message) as Batch
  known.push(...statements)
  port.postMessage(JSON.stringify(commitTogether(jobs)))
})
port.postMessage('ready')

/** One transaction and one fsync for all jobs; a job that fails takes back only itself. */
function commitTogether(jobs: Job[]): Outcome[] {
  try {
    return inTransaction(jobs, ([job, steps]) => [job, steps.flatMap(runStep)])
  } catch {
    // Some job failed, which is rare: savepoints, which cost every job, find out which.
  }
  try {
    return inTransaction(jobs, runGuarded)
  } catch (error) {
    return jobs.map(([job]) => failure(job, error))
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
    // A full disk ends the whole transaction; then there is no savepoint left to return to.
    if (!connection.inTransaction) throw error
    undo.run()
    release.run()
    return failure(job, error)
  }
}

function runStep([numbers, values]: Step): Rows[] {
  return numbers.map((number) => {
    const { sql, slots } = known[number]!
    const statement = (prepared[number] ??= connection.prepare(sql))
    const params = slots ? paramsOf(slots, values as Values) : (values as unknown[])
    if (statement.reader) return statement.raw().all(...params)
    statement.run(...params)
    return NO_ROWS
  })
}

const NO_ROWS: Rows = []

function failure(job: number, error: unknown): Outcome {
  const { code = 'UNKNOWN', message } = error as { code?: string; message: string }
  return [job, [], { code, message }]
}
