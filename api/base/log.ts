import pino from 'pino'

/** Logs one line of JSON per event, without bodies, comments or customers' addresses. */
export type Log = Pick<pino.Logger, 'info' | 'warn' | 'error'>

export function createLog(level: string): Log {
  return pino({ level })
}
