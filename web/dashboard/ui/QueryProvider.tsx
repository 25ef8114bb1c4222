import { QueryClientProvider } from '@tanstack/solid-query'
import type { ParentProps } from 'solid-js'
import { clientOf } from '../base/query.ts'
import { useSession } from '../base/session.ts'

/** Gives a page the session's cache. Pages import it themselves to keep the library out of the first load. */
export function QueryProvider(props: ParentProps) {
  const client = clientOf(useSession())
  return <QueryClientProvider client={client}>{props.children}</QueryClientProvider>
}
