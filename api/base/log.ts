import pino from 'pino'

/** One line of JSON per event. No body, comment or address of a customer ever goes in. */
export type Log = Pick<pino.Logger, 'info' | 'warn' | 'error'>

export function createLog(level: string): Log {
  return pino({ level })
}
