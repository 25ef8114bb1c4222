import type { WriteStream } from 'node:tty'
import type { Progress } from './importing.ts'

const INTERVAL = 250

/** Shows an import's progress on one line of a terminal; prints nothing elsewhere. */
export function consoleProgress(stream: WriteStream): { show: Progress; clear(): void } {
  let current = ''
  let began = 0
  let last = 0
  const clear = () => void (stream.isTTY && last && stream.write('\r\u001b[K'))
  return {
    show: (step, done, of) => {
      const now = performance.now()
      if (step !== current) [current, began] = [step, now]
      if (!stream.isTTY || now - last < INTERVAL) return
      last = now
      const rate = Math.round((1000 * done) / Math.max(1, now - began))
      const share = of ? ` of ${of.toLocaleString('en')} (${Math.floor((100 * done) / of)} %)` : ''
      stream.write(
        `\r\u001b[K${step} ${done.toLocaleString('en')}${share}, ${rate.toLocaleString('en')} rows/s`,
      )
    },
    clear,
  }
}
