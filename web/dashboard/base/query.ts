import { QueryClient } from '@tanstack/solid-query'
import { createMemo, createSignal, onCleanup, type Accessor } from 'solid-js'
import type { Session } from './session.ts'

const REFRESH_EVERY = 45_000

const clients = new WeakMap<Session, QueryClient>()

/** Returns the session's cache: the next person to sign in must not see its contents. */
export function clientOf(session: Session): QueryClient {
  const client = clients.get(session) ?? createClient()
  clients.set(session, client)
  return client
}

/** Creates a cache whose queries refresh on focus and at an interval while the page is visible. */
export function createClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      // A server on the same network is reachable even if the browser says it is offline.
      queries: {
        networkMode: 'always',
        refetchInterval: REFRESH_EVERY,
        refetchOnReconnect: true,
        retry: false,
      },
      mutations: { networkMode: 'always' },
    },
  })
}

/**
 * Follows a value read from the cache. A query's own `data` arrives a tick after the cache changes,
 * which would show the old value for a moment, and suspends the page while there is none.
 */
export function fromCache<T>(client: QueryClient, read: () => T): Accessor<T> {
  const [version, setVersion] = createSignal(0)
  onCleanup(client.getQueryCache().subscribe(() => setVersion((before) => before + 1)))
  return createMemo(() => {
    version()
    return read()
  })
}
