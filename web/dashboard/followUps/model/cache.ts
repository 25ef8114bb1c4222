import {
  infiniteQueryOptions,
  queryOptions,
  type InfiniteData,
  type Query,
  type QueryClient,
  type QueryKey,
} from '@tanstack/solid-query'
import type { LiveChange } from '../../../../surveys/followUps.ts'
import { changesAfter } from '../../base/live.ts'
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

export const countsOptions = (filter: DeskFilter, me: string) =>
  queryOptions({
    queryKey: [...COUNTS, filter],
    queryFn: async () => {
      const counts = await api.followUpCounts(deskQuery(filter))
      return changesAfter(counts.cursor).reduce(
        (sum, change) => countChange(sum, change, filter, me),
        counts,
      )
    },
    gcTime: 0,
  })

export const detailOptions = (id: string) =>
  queryOptions({ queryKey: ['followUps', 'detail', id], queryFn: () => api.followUp(id) })

export const rowsOf = (list: Pages | undefined) =>
  list?.pages.flatMap(({ followUps }) => followUps) ?? []

/** A case that is in the cache, listed or open. */
export function findCached(client: QueryClient, id: string): api.FollowUp | undefined {
  const lists = client.getQueriesData<Pages>({ queryKey: LISTS })
  return (
    lists.flatMap(([, list]) => rowsOf(list)).find((row) => row.id === id) ??
    client.getQueryData(detailOptions(id).queryKey)
  )
}

/** Puts a saved follow-up into every list that has it, into the counts and into its detail. */
export function receive(client: QueryClient, saved: api.FollowUp, me: string): void {
  const before = findCached(client, saved.id)
  replaceRow(client, saved)
  recountAll(client, (counts, filter) =>
    before ? recount(counts, { before, after: saved }, filter, me) : counts,
  )
}

/** Puts what a follow-up is now into every list that has it, and into its detail. */
export function replaceRow(client: QueryClient, saved: api.FollowUp): void {
  const { queryKey } = detailOptions(saved.id)
  for (const [key, list] of client.getQueriesData<Pages>({ queryKey: LISTS }))
    if (list) client.setQueryData(key, withSaved(list, saved), readAt(client, key))
  client.setQueryData(queryKey, (before) => before && { ...before, ...saved })
  void client.invalidateQueries({ queryKey })
}

/** Changes the counts of every filter. */
export function recountAll(
  client: QueryClient,
  change: (counts: api.FollowUpCounts, filter: DeskFilter) => api.FollowUpCounts,
): void {
  for (const [key, counts] of client.getQueriesData<api.FollowUpCounts>({ queryKey: COUNTS }))
    if (counts) client.setQueryData(key, change(counts, key[2] as DeskFilter), readAt(client, key))
}

/** Applies a change by others to counts that don't include it yet. */
export function countChange(
  counts: api.FollowUpCounts,
  change: LiveChange,
  filter: DeskFilter,
  me: string,
  known?: api.FollowUp,
): api.FollowUpCounts {
  if (change.cursor <= counts.cursor) return counts
  const { cursor, before, after, dueAt } = change
  if (filter.survey && filter.survey !== change.survey) return { ...counts, cursor }
  const was = before && { ...before, dueAt, owner: before.owner ? { id: before.owner } : null }
  const moved = { before: known ?? was, after: after && { ...after, dueAt } }
  return { ...recount(counts, moved, filter, me), cursor }
}

/** Keeps the time of the last read, by which a change finds out whether the list needs another. */
const readAt = (client: QueryClient, key: QueryKey) => ({
  updatedAt: client.getQueryState(key)!.dataUpdatedAt,
})

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
