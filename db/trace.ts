import { channel } from 'node:diagnostics_channel'
import { FilledTemplate, type Statement } from './statements.ts'

const statements = channel('ohlas:statement')

/**
 * Publishes a statement that an engine is about to run on the channel `ohlas:statement`. Tests subscribe
 * to it; without a subscriber it does nothing.
 */
export function trace(sql: string, params: unknown[]): void {
  if (statements.hasSubscribers) statements.publish({ sql, params })
}

/** Publishes a list of writes, each with the statement that guards it. */
export function traceWrites(writes: Statement[]): void {
  if (!statements.hasSubscribers) return
  for (const write of writes) {
    if (write instanceof FilledTemplate && write.guard)
      statements.publish(new FilledTemplate(write.guard, write.values).toSQL())
    statements.publish(write.toSQL())
  }
}
