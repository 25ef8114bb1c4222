import { fork } from 'node:child_process'
import { setPriority } from 'node:os'
import { fileURLToPath } from 'node:url'
import { program } from '../../db/program.ts'
import type { FromProgram, ToProgram } from './messages.ts'

/** Enough memory for the largest workbook. A file that takes more ends the process, not the server. */
const MOST_MEGABYTES = 1_024
/** Low priority (nice value), so that customers' requests come first. */
const PRIORITY = 10

export type ImportProcess = {
  send(message: ToProgram): void
  /** Ends the process at once, which leaves nothing that counts. */
  end(): void
}

/**
 * Starts a process that reads the file in a folder.
 * @param onEnd called when it has ended without being told to
 */
export function startImportProcess(
  folder: string,
  onMessage: (message: FromProgram) => void,
  onEnd: () => void,
): ImportProcess {
  const child = fork(fileURLToPath(program('importProgram')), {
    cwd: folder,
    execArgv: [`--max-old-space-size=${MOST_MEGABYTES}`],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  let isWanted = true
  const ended = () => {
    if (isWanted) onEnd()
    isWanted = false
  }
  child.on('message', (message: FromProgram) => isWanted && onMessage(message))
  child.once('exit', ended)
  child.once('error', ended)
  // Doesn't keep a stopping server alive; ends when the channel closes.
  child.unref()
  child.channel?.unref()
  try {
    if (child.pid) setPriority(child.pid, PRIORITY)
  } catch {
    // Not permitted everywhere.
  }
  return {
    send: (message) => void child.send(message),
    end: () => {
      isWanted = false
      child.kill('SIGKILL')
    },
  }
}
