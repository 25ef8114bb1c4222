import { setTimeout } from 'node:timers/promises'
import { DatabaseClosed, StorageUnavailable } from '../../../surveys/errors.ts'
import { FilledTemplate, type Rows, type Statement } from '../../statements.ts'
import type { Template } from '../../template.ts'
import { traceWrites } from '../../trace.ts'
import { storageError } from './errors.ts'
import { startThread, type StartThread, type Thread } from './threads.ts'
import type { Batch, Outcome, Step } from './writer.ts'

export type Writer = {
  /** @throws StorageUnavailable, also if the thread ended before it acknowledged them */
  run(statements: Statement[]): Promise<Rows[]>
  /** @throws StorageUnavailable while no thread can write */
  check(): void
  stop(): Promise<void>
}

/** Limits how long the first job of a commit waits for the last. */
const MOST_JOBS_PER_COMMIT = 512
/** Pause before the thread is restarted, in milliseconds. */
const SHORTEST_PAUSE = 100
const LONGEST_PAUSE = 10_000

type Waiting = { resolve(rows: Rows[]): void; reject(error: Error): void }

/**
 * Starts the writer thread, and restarts it when it ends. One message is in flight at a time; requests
 * meanwhile are batched into the next and share one transaction and one fsync. Messages are JSON,
 * because a string crosses threads many times faster than a clone of the same lists.
 */
export async function startWriter(file: string, start: StartThread = startThread): Promise<Writer> {
  const numbers = new Map<Template, number>()
  const waiting = new Map<number, Waiting>()
  const batch: Batch = { templates: [], jobs: [] }
  const stopping = new AbortController()
  let thread: Thread | undefined
  let restarting: Promise<void> | undefined
  let lastJob = 0
  let underway = false
  let drained: (() => void) | undefined

  const begin = () =>
    new Promise<void>((resolve, reject) => {
      const worker = start('sqliteWriter', file)
      let cause: Error = new StorageUnavailable('The thread that writes has ended.')
      worker.once('message', () => {
        thread = worker
        worker.on('message', (message: string) => take(JSON.parse(message) as Outcome[]))
        resolve()
      })
      worker.on(
        'error',
        (error: Error) => (cause = new StorageUnavailable(error.message, { cause: error })),
      )
      worker.once('exit', () => {
        reject(cause)
        if (thread !== worker) return
        thread = undefined
        giveUp(cause)
        if (!stopping.signal.aborted) restarting = beginAgain()
      })
    })

  const beginAgain = async () => {
    for (let pause = SHORTEST_PAUSE; !stopping.signal.aborted; pause *= 2) {
      const begun = await begin().then(
        () => true,
        () => false,
      )
      if (begun) return
      const { signal } = stopping
      await setTimeout(Math.min(pause, LONGEST_PAUSE), null, { signal }).catch(() => {})
    }
  }

  /** Rejects the jobs in flight, whose outcome is unknown; callers retry. */
  const giveUp = (cause: Error) => {
    underway = false
    numbers.clear()
    Object.assign(batch, { templates: [], jobs: [] })
    for (const caller of waiting.values()) caller.reject(cause)
    waiting.clear()
    drained?.()
  }

  const take = (outcomes: Outcome[]) => {
    underway = false
    if (batch.jobs.length) send()
    for (const [job, rows, failed] of outcomes) {
      const caller = waiting.get(job)!
      waiting.delete(job)
      if (failed) caller.reject(storageError(failed.code, failed.message))
      else caller.resolve(rows)
    }
    if (!waiting.size) drained?.()
  }

  const send = () => {
    if (!thread || !batch.jobs.length) return
    underway = true
    // Send at most half of the open jobs: if all waited for one commit, this thread would idle until it
    // ends, and then the writer would.
    const half = Math.ceil(waiting.size / 2)
    const jobs = batch.jobs.splice(0, Math.min(half, MOST_JOBS_PER_COMMIT))
    thread.postMessage(JSON.stringify({ templates: batch.templates, jobs } satisfies Batch))
    batch.templates = []
  }

  const numberOf = (template: Template) => {
    let number = numbers.get(template)
    if (number === undefined) {
      numbers.set(template, (number = numbers.size))
      batch.templates.push(template)
    }
    return number
  }

  const stepsOf = (statements: Statement[]): Step[] => {
    const steps: Step[] = []
    let last: Step | undefined
    for (const statement of statements) {
      if (statement instanceof FilledTemplate) {
        const { template, guard } = statement
        const number = guard ? ([numberOf(guard), numberOf(template)] as const) : numberOf(template)
        if (last?.[1] === statement.values) last[0].push(number)
        else steps.push((last = [[number], statement.values]))
      } else {
        const { sql, params } = statement.toSQL()
        steps.push((last = [[sql], params]))
      }
    }
    return steps
  }

  const check = () => {
    if (stopping.signal.aborted) throw new DatabaseClosed()
    if (!thread) throw new StorageUnavailable('The thread that writes is being started again.')
  }

  await begin()
  return {
    run: (statements) =>
      new Promise((resolve, reject) => {
        check()
        traceWrites(statements)
        const steps = stepsOf(statements)
        const job = ++lastJob
        waiting.set(job, { resolve, reject })
        if (batch.jobs.push([job, steps]) === 1 && !underway) setImmediate(send)
      }),
    check,
    stop: async () => {
      stopping.abort()
      await restarting
      if (waiting.size) await new Promise<void>((resolve) => (drained = resolve))
      const worker = thread
      if (!worker) return
      worker.postMessage(null)
      await new Promise((resolve) => worker.once('exit', resolve))
    },
  }
}
