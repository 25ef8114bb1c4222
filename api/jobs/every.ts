import { MINUTE } from '../../surveys/durations.ts'
import type { Log } from '../base/log.ts'
import { tellable } from '../base/problems.ts'

export type Job = { name: string; minutes: number; run: () => Promise<void> }

/** Runs a job now, and again this many minutes after each run has ended. Logs failures. */
export function runEvery({ name, minutes, run }: Job, log: Log): { stop: () => Promise<void> } {
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  const runOnce = async () => {
    try {
      await run()
    } catch (error) {
      log.error({ error: tellable(error), job: name }, 'A job failed')
    }
    if (!stopped) timer = setTimeout(begin, minutes * MINUTE)
  }
  const begin = () => {
    running = runOnce()
  }
  let running = runOnce()
  return {
    /** Resolves once it has stopped. */
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      await running
    },
  }
}
