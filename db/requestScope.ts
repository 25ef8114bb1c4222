import { AsyncLocalStorage } from 'node:async_hooks'

/** The client that waits for a response. */
export type Requester = {
  /** Whose turn it takes in the queue of background reads: the id of a person or key. */
  readonly person: string
  /** Whether the client has disconnected. */
  hasGone(): boolean
}

/** The server itself, which never disconnects. */
export const SERVER: Requester = { person: '', hasGone: () => false }

const current = new AsyncLocalStorage<Requester>()

/** Runs work for a requester; drops its queued background reads once the requester disconnects. */
export function runFor<T>(by: Requester, work: () => T): T {
  return current.run(by, work)
}

/** The requester of the current work. */
export function currentRequester(): Requester {
  return current.getStore() ?? SERVER
}
