import type { EventEmitter } from 'node:events'
import { Worker } from 'node:worker_threads'
import { program } from '../../program.ts'

/** The part of a worker thread's interface that a connection uses. */
export type Thread = EventEmitter & {
  postMessage(message: unknown): void
  ref(): void
  unref(): void
  terminate(): Promise<unknown>
}

export type ThreadProgram = 'sqliteReader' | 'sqliteWriter'
export type StartThread = (name: ThreadProgram, file: string) => Thread

/** Starts a thread that serves one file until it ends. */
export const startThread: StartThread = (name, file) =>
  new Worker(program(name), { workerData: { file } })
