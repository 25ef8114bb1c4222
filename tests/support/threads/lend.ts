import { EventEmitter } from 'node:events'
import { MessageChannel, Worker, type MessagePort } from 'node:worker_threads'
import type { StartThread, Thread, ThreadProgram } from '../../../db/engines/sqlite/threads.ts'
import { program } from '../../../db/program.ts'

/** Idle threads, since starting one takes longer than most tests. */
const idle: Record<ThreadProgram, Worker[]> = { sqliteReader: [], sqliteWriter: [] }

/** Lends an idle thread to a file, whose connection sees no difference from a thread of its own. */
export const lendThread: StartThread = (name, file) => {
  const worker = idle[name].pop() ?? startWorker(name)
  const { port1, port2 } = new MessageChannel()
  const lent = new LentThread(port1)
  const fail = (error: Error) => lent.emit('error', error)
  const end = () => lent.emit('exit')
  worker.once('error', fail).once('exit', end)
  worker.once('message', () => {
    worker.off('error', fail).off('exit', end)
    idle[name].push(worker)
    end()
  })
  worker.postMessage({ file, port: port2 }, [port2])
  return lent
}

function startWorker(name: ThreadProgram) {
  const worker = new Worker(new URL('thread.mjs', import.meta.url), {
    workerData: { program: program(name).href },
  })
  worker.unref()
  return worker
}

class LentThread extends EventEmitter implements Thread {
  constructor(readonly port: MessagePort) {
    super()
    port.on('message', (message) => this.emit('message', message))
  }

  postMessage(message: unknown) {
    this.port.postMessage(message)
  }

  ref() {
    this.port.ref()
  }

  unref() {
    this.port.unref()
  }

  async terminate() {
    const ended = new Promise((resolve) => this.once('exit', resolve))
    this.port.close()
    await ended
  }
}
