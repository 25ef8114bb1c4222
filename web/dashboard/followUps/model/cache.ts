import {
  infiniteQueryOptions,
  queryOptions,
  type InfiniteData,
  type Query,
  type QueryClient,
  type QueryKey,
} from '@tanstack/solid-query'
import * as api from './api.ts'
import { deskQuery, type DeskFilter } from './filter.ts'
import { recount } from './overlay.ts'

type Pages = InfiniteData<api.FollowUps>

const LISTS = ['followUps', 'list']
const COUNTS = ['followUps', 'counts']
/** Lists and counts, but no single cases. */
const SHOWN = { predicate: ({ queryKey: [, kind] }: Query) => kind !== 'detail' }

export const listOptions = (filter: DeskFilter) =>
  infiniteQueryOptions({
    queryKey: [...LISTS, filter],
    queryFn: ({ pageParam }) =>
      api.followUps({ ...deskQuery(filter), ...(pageParam ? { cursor: pageParam } : {}) }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    // A list opened again starts from what the server has; old rows would move under the reader.
    gcTime: 0,
  })

export const countsOptions = (filter: DeskFilter) =>
  queryOptions({
    queryKey: [...COUNTS, filter],
    queryFn: () => api.followUpCounts(deskQuery(filter)),
    gcTime: 0,
  })

export const detailOptions = (id: string) =>
  queryOptions({ queryKey: ['followUps', 'detail', id], queryFn: () => api.followUp(id) })

export const rowsOf = (list: Pages | undefined) =>
  list?.pages.flatMap(({ followUps }) => followUps) ?? []

/** Puts a saved follow-up into every list that has it, into the counts and into its detail. */
export function receive(client: QueryClient, saved: api.FollowUp, me: string): void {
  const { queryKey } = detailOptions(saved.id)
  const lists = client.getQueriesData<Pages>({ queryKey: LISTS })
  const before =
    lists.flatMap(([, list]) => rowsOf(list)).find(({ id }) => id === saved.id) ??
    client.getQueryData(queryKey)
  // Keeps the time of the last read, by which a change finds out whether the list needs another.
  const readAt = (key: QueryKey) => ({ updatedAt: client.getQueryState(key)!.dataUpdatedAt })
  for (const [key, list] of lists)
    if (list) client.setQueryData(key, withSaved(list, saved), readAt(key))
  for (const [key, counts] of client.getQueriesData<api.FollowUpCounts>({ queryKey: COUNTS }))
    if (counts && before) client.setQueryData(key, recount(counts, before, saved, me), readAt(key))
  client.setQueryData(queryKey, (before) => before && { ...before, ...saved })
  void client.invalidateQueries({ queryKey })
}

function withSaved(list: Pages, saved: api.FollowUp): Pages {
  return {
    ...list,
    pages: list.pages.map((page) => ({
      ...page,
      followUps: page.followUps.map((row) => (row.id === saved.id ? saved : row)),
    })),
  }
}

/** Whether a list or its counts were read after a time, or are being read: they may lack a change. */
export function isReadSince(client: QueryClient, time: number): boolean {
  return client
    .getQueryCache()
    .findAll({ ...SHOWN, type: 'active' })
    .some(
      ({ state: { dataUpdatedAt, fetchStatus, fetchMeta } }) =>
        dataUpdatedAt > time || (fetchStatus === 'fetching' && !fetchMeta?.fetchMore),
    )
}

/** Reads the lists shown and their counts again, dropping reads under way, which may have begun too early. */
export async function reread(client: QueryClient): Promise<void> {
  await client.cancelQueries(SHOWN)
  await client.invalidateQueries(SHOWN)
}
