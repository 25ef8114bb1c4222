import { AsyncLocalStorage } from 'node:async_hooks'

/** Who waits for an answer. */
export type Requester = {
  /** Whose turn it takes in the queue of background reads: the id of a person or a key. */
  readonly person: string
  /** Whether they no longer wait. */
  hasGone(): boolean
}

/** The server itself, which never leaves. */
export const SERVER: Requester = { person: '', hasGone: () => false }

const current = new AsyncLocalStorage<Requester>()

/** Does work for someone: once they have gone, what it still wants to read aside is not read. */
export function runFor<T>(by: Requester, work: () => T): T {
  return current.run(by, work)
}

/** Who the work is for that goes on now. */
export function currentRequester(): Requester {
  return current.getStore() ?? SERVER
}
