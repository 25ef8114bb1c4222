import {
  infiniteQueryOptions,
  queryOptions,
  type InfiniteData,
  type QueryClient,
} from '@tanstack/solid-query'
import * as api from './api.ts'
import { deskQuery, type DeskFilter } from './filter.ts'
import { recount } from './overlay.ts'

type Pages = InfiniteData<api.FollowUps>

const LISTS = ['followUps', 'list']

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

export const detailOptions = (id: string) =>
  queryOptions({ queryKey: ['followUps', 'detail', id], queryFn: () => api.followUp(id) })

export const rowsOf = (list: Pages | undefined) =>
  list?.pages.flatMap(({ followUps }) => followUps) ?? []

/** Puts a saved follow-up into every list that has it, with the counts, and into its detail. */
export function receive(client: QueryClient, saved: api.FollowUp): void {
  const { queryKey } = detailOptions(saved.id)
  const detail = client.getQueryData(queryKey)
  for (const [key, list] of client.getQueriesData<Pages>({ queryKey: LISTS })) {
    // Keeps the time of the last read, by which a change finds out whether the list needs another.
    const updatedAt = client.getQueryState(key)!.dataUpdatedAt
    if (list) client.setQueryData(key, withSaved(list, saved, detail), { updatedAt })
  }
  client.setQueryData(queryKey, (before) => before && { ...before, ...saved })
  void client.invalidateQueries({ queryKey })
}

function withSaved(list: Pages, saved: api.FollowUp, detail?: api.FollowUp): Pages {
  const before = rowsOf(list).find(({ id }) => id === saved.id) ?? detail
  return {
    ...list,
    pages: list.pages.map((page) => ({
      ...page,
      followUps: page.followUps.map((row) => (row.id === saved.id ? saved : row)),
      counts: before ? recount(page.counts, before, saved) : page.counts,
    })),
  }
}

/** Whether a list was read after a time, or is being read: it may lack a change made then. */
export function isReadSince(client: QueryClient, time: number): boolean {
  return client
    .getQueryCache()
    .findAll({ queryKey: LISTS, type: 'active' })
    .some(
      ({ state: { dataUpdatedAt, fetchStatus, fetchMeta } }) =>
        dataUpdatedAt > time || (fetchStatus === 'fetching' && !fetchMeta?.fetchMore),
    )
}

/** Reads the lists shown again, dropping reads under way, which may have begun too early. */
export async function reread(client: QueryClient): Promise<void> {
  await client.cancelQueries({ queryKey: LISTS })
  await client.invalidateQueries({ queryKey: LISTS })
}
