import { AsyncLocalStorage } from 'node:async_hooks'

/** Someone who waits for an answer, until the signal says that they have gone; a Request is one. */
type Asker = { readonly signal: AbortSignal }

const asker = new AsyncLocalStorage<Asker>()

/** Does work for someone: once they have gone, what it still wants to read aside is not read. */
export function whileWanted<T>(by: Asker, work: () => T): T {
  return asker.run(by, work)
}

/** Says, whenever it is asked, whether the work that goes on now is still wanted. */
export function wanting(): () => boolean {
  const by = asker.getStore()
  return () => !by?.signal.aborted
}
