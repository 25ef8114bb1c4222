import { drizzle } from 'drizzle-orm/sqlite-proxy'
import {
  DatabaseClosed,
  NoLongerWanted,
  StorageUnavailable,
  TooManyReads,
} from '../../../surveys/errors.ts'
import { FairQueue } from '../../fairQueue.ts'
import { trace } from '../../trace.ts'
import type { Orm, Rows } from '../../statements.ts'
import { currentRequester, SERVER, type Requester } from '../../requestScope.ts'
import { storageError } from './errors.ts'
import type { ReadRequest, Read } from './reader.ts'
import { startThread, type StartThread, type Thread } from './threads.ts'

/** Two threads, so that one person's long read doesn't block everyone else's. */
const MOST_THREADS = 2

/** Requests per person that may wait for their first read. */
const MOST_WAITING = 30

type Waiting = {
  request: ReadRequest
  requester: Requester
  resolve(rows: Rows): void
  reject(error: Error): void
}

type Reader = { worker: Thread; underway: Waiting | undefined }

/**
 * Opens background readers. Their threads start on demand and don't keep the process alive. Only the
 * first read of a request can be rejected for too many waiting.
 */
export function openBackground(
  file: string,
  start: StartThread = startThread,
): { orm: Orm; stop(): Promise<void> } {
  const queue = new FairQueue<Waiting>()
  const threads: Reader[] = []
  /** Requests with an accepted read; their later reads are never rejected. */
  const accepted = new WeakSet<Requester>()
  /** Recent duration of a read, in milliseconds. */
  let usual = 100
  let stopped = false

  const startReader = () => {
    const worker = start('sqliteReader', file)
    const thread: Reader = { worker, underway: undefined }
    const end = (settle: (read: Waiting) => void) => {
      const read = thread.underway
      thread.underway = undefined
      if (read) settle(read)
      beginReads()
      if (!thread.underway) worker.unref()
    }
    worker.on('message', ([rows, milliseconds, failed]: Read) => {
      usual += (milliseconds - usual) / 10
      end(({ resolve, reject }) =>
        failed
          ? reject(storageError(failed.code, failed.message))
          : resolve(JSON.parse(rows) as Rows),
      )
    })
    let cause = 'The thread that reads has ended.'
    worker.on('error', (error: Error) => (cause = error.message))
    worker.on('exit', () => {
      threads.splice(threads.indexOf(thread), 1)
      end(({ reject }) => reject(new StorageUnavailable(cause)))
    })
    threads.push(thread)
    return thread
  }

  const isFree = (person: string) =>
    threads.every(({ underway }) => underway?.requester.person !== person)

  const beginReads = () => {
    for (;;) {
      const idle = threads.find(({ underway }) => !underway)
      if (!idle && threads.length >= MOST_THREADS) return
      const read = queue.take(isFree)
      if (!read) return
      if (read.requester.hasGone()) {
        read.reject(new NoLongerWanted())
        continue
      }
      const thread = idle ?? startReader()
      thread.underway = read
      thread.worker.ref()
      thread.worker.postMessage(read.request)
    }
  }

  const accept = (requester: Requester) => {
    if (requester === SERVER || accepted.has(requester)) return
    const waiting = queue.of(requester.person)
    const requests = new Set(waiting.map((read) => read.requester)).size
    if (requests >= MOST_WAITING)
      throw new TooManyReads(Math.max(1, Math.ceil((waiting.length * usual) / 1000)))
    accepted.add(requester)
  }

  return {
    orm: drizzle(async (sql, params, method) => {
      if (stopped) throw new DatabaseClosed()
      trace(sql, params)
      const requester = currentRequester()
      accept(requester)
      const rows = await new Promise<Rows>((resolve, reject) => {
        queue.add(requester.person, { request: [sql, params], requester, resolve, reject })
        beginReads()
      })
      return { rows: method === 'get' ? rows[0]! : rows }
    }),
    stop: async () => {
      stopped = true
      const left = [...queue.takeAll(), ...threads.flatMap(({ underway }) => underway ?? [])]
      for (const read of left) read.reject(new DatabaseClosed())
      await Promise.all(threads.map(({ worker }) => worker.terminate()))
    },
  }
}
