import type { StartThread } from '../../../db/engines/sqlite/threads.ts'
import { lendThread } from './lend.ts'

/** Threads whose replies to reads wait until the test delivers them. */
export function holdReads() {
  const begun: Promise<() => void>[] = []
  const start: StartThread = (name, file) => {
    const thread = lendThread(name, file)
    if (name !== 'sqliteReader') return thread
    const emit = thread.emit.bind(thread)
    const postMessage = thread.postMessage.bind(thread)
    let hold: (deliver: () => void) => void
    thread.postMessage = (message) => {
      begun.push(new Promise((resolve) => (hold = resolve)))
      postMessage(message)
    }
    thread.emit = (event: string, ...details: unknown[]) => {
      if (event !== 'message') return emit(event, ...details)
      hold(() => emit(event, ...details))
      return true
    }
    return thread
  }
  return {
    start,
    /** Delivers the reply to the read that began first. */
    deliver: async () => (await begun.shift()!)(),
    /** Delivers replies as reads begin, until the promise is settled. */
    deliverUntil: async (promise: Promise<unknown>) => {
      const settled = promise.then(() => true)
      const soon = () => new Promise<boolean>((resolve) => setImmediate(() => resolve(false)))
      while (!(await Promise.race([settled, soon()]))) if (begun.length) (await begun.shift()!)()
    },
    begun: () => begun.length,
  }
}
