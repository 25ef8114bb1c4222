import { AsyncLocalStorage } from 'node:async_hooks'

/** The client that a request's work is done for. */
export type Requester = {
  /** Id of the person or key, who takes turns with others in the queue of background reads. */
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

/** Returns the requester of the current asynchronous call; the server if there is none. */
export function currentRequester(): Requester {
  return current.getStore() ?? SERVER
}
