import {
  useInfiniteQuery,
  useMutation,
  useMutationState,
  useQuery,
  useQueryClient,
} from '@tanstack/solid-query'
import { createMemo, createSignal, type Accessor } from 'solid-js'
import type { Person } from '../../base/api.ts'
import { ApiError } from '../../base/client.ts'
import { t } from '../../base/i18n.ts'
import { isLive } from '../../base/live.ts'
import { fromCache } from '../../base/query.ts'
import { showToast } from '../../base/toast.ts'
import {
  changeMatching,
  logContact,
  undoMatching,
  type Contact,
  type FollowUp,
  type FollowUpChange,
  type StateChange,
} from './api.ts'
import { createArrivals } from './arrivals.ts'
import {
  countsOptions,
  detailOptions,
  isReadSince,
  listOptions,
  receive,
  reread,
  rowsOf,
} from './cache.ts'
import { changed, createSave, grouped, inWords, opposite, type Change } from './changes.ts'
import { deskQuery, type DeskFilter } from './filter.ts'
import { withPending } from './overlay.ts'
import { belongs } from './status.ts'
import { steady } from './steady.ts'

export type Desk = ReturnType<typeof createDesk>

const CHANGES = ['followUps', 'change']

/** How often everything is read again while changes arrive as they happen, in milliseconds. */
const REFRESH_LIVE = 10 * 60_000

/** How many more pages are read to find a case that has arrived. */
const MOST_PAGES = 5

/**
 * The list of follow-ups and the open one. The cache holds what the server said; changes being saved
 * are applied on top, so that they show at once and a failed one disappears by itself.
 */
export function createDesk(
  filter: Accessor<DeskFilter>,
  openId: Accessor<string | undefined>,
  people: Accessor<Person[]>,
  me: string,
) {
  const client = useQueryClient()
  const refreshing = () => (isLive() ? { refetchInterval: REFRESH_LIVE } : {})
  const list = useInfiniteQuery(() => ({ ...listOptions(filter()), ...refreshing() }))
  useQuery(() => ({ ...countsOptions(filter(), me), ...refreshing() }))
  const detail = useQuery(() => ({
    ...detailOptions(openId() ?? ''),
    ...refreshing(),
    enabled: Boolean(openId()),
  }))
  const cachedList = fromCache(client, () => client.getQueryData(listOptions(filter()).queryKey))
  const cachedCounts = fromCache(client, () =>
    client.getQueryData(countsOptions(filter(), me).queryKey),
  )
  const cachedDetail = fromCache(client, () =>
    client.getQueryData(detailOptions(openId() ?? '').queryKey),
  )
  // The rows of the filter before stay until those of the new one are there.
  const pages = createMemo<ReturnType<typeof cachedList>>((before) => cachedList() ?? before)

  const latestCounts = createMemo<ReturnType<typeof cachedCounts>>(
    (before) => cachedCounts() ?? before,
  )

  /** Cases that the reader has seen listed or changed. */
  const seen = new Set<string>()
  const save = createSave()
  const mutation = useMutation(() => ({
    mutationKey: CHANGES,
    mutationFn: save,
    onMutate: () => ({ madeAt: Date.now() }),
    onSuccess: (saved: FollowUp[], _: Change, { madeAt }: { madeAt: number }) => {
      const isOutdated = isReadSince(client, madeAt)
      for (const followUp of saved) {
        receive(client, followUp, me)
        seen.add(followUp.id)
      }
      if (isOutdated || isUsedUp() || saved.some(isMissing)) void reread(client)
    },
    onError: () => {
      failed()
      void reread(client)
    },
  }))
  const pending = useMutationState(() => ({
    filters: { mutationKey: CHANGES, status: 'pending' },
    select: ({ state }) => state.variables as Change,
  }))

  const current = createMemo(() => {
    const listed = rowsOf(pages())
    const open = cachedDetail()
    const isNewer =
      open && listed.every((row) => row.id !== open.id || row.updatedAt < open.updatedAt)
    const rows = isNewer ? [...listed, open] : listed
    return withPending({ rows, counts: latestCounts() ?? null }, pending(), people(), filter(), me)
  })
  const { arrived, left, clear } = createArrivals(
    filter,
    me,
    (id) =>
      shown().some((row) => row.id === id) &&
      !pending().some(({ followUps }) => followUps.some((row) => row.id === id)),
  )
  const belonging = createMemo(() =>
    rowsOf(pages())
      .map(({ id }) => current().rows.get(id)!)
      .filter((row) => belongs(row, filter(), me) || left().has(row.id)),
  )
  const [showsAll, showAll] = createSignal(0)
  const shown = createMemo(() => {
    showsAll()
    if (!cachedList()) {
      seen.clear()
      return belonging()
    }
    const steadied = steady(belonging(), seen)
    for (const { id } of steadied) seen.add(id)
    return steadied
  })
  /** Cases that match, but would move the rows shown. */
  const waiting = createMemo(() => {
    const isShown = new Set(shown().map(({ id }) => id))
    const ids = [...arrived(), ...belonging().map(({ id }) => id)]
    return [...new Set(ids)].filter((id) => !isShown.has(id))
  })
  // The open case stays when the list is read again without it.
  const opened = createMemo<FollowUp | null>((before) => {
    const row = current().rows.get(openId() ?? '')
    return row ?? (before?.id === openId() ? before : null)
  }, null)

  const hasMore = () => Boolean(pages()?.pages.at(-1)?.next)
  /** Whether all rows read have been dealt with, and there are more. */
  const isUsedUp = () => hasMore() && shown().length === 0
  const isMissing = (saved: FollowUp) =>
    belongs(saved, filter(), me) && !rowsOf(pages()).some(({ id }) => id === saved.id)

  const done: (() => void)[] = []
  const send = (followUps: FollowUp[], change: FollowUpChange) =>
    mutation.mutateAsync({ followUps, change }).then(
      () => true,
      () => false,
    )
  const takeBack = async (after: FollowUp[], before: FollowUpChange[]) => {
    showToast(t('undone'))
    for (const [change, followUps] of grouped(after, before)) await send(followUps, change)
  }
  const undo = () => done.pop()?.()

  return {
    list,
    detail,
    /** The open case with its timeline and history; null until they are there. */
    more: () => cachedDetail() ?? null,
    counts: () => current().counts,
    /** The rows that belong to the tab; one that was dealt with leaves at once. */
    shown,
    opened,
    hasMore,
    waiting,
    /** Shows the cases that wait. Resolves with the first of them; undefined if it is far down. */
    async showWaiting(): Promise<string | undefined> {
      const ids = waiting()
      await reread(client)
      seen.clear()
      clear()
      showAll((times) => times + 1)
      const first = () => shown().find(({ id }) => ids.includes(id))?.id
      for (let page = 0; page < MOST_PAGES && hasMore() && !first(); page++)
        await list.fetchNextPage()
      return first()
    },
    /** Whether others have changed a listed case, so that it no longer belongs here. */
    hasLeft: (id: string) => left().has(id),
    /** Whether the rows are those of the filter before, or none are there yet. */
    isLoading: () => !cachedList(),
    find: (id: string) => current().rows.get(id),
    /** Changes one case, or many alike (then without a note). Resolves with whether it was saved. */
    change(followUps: FollowUp[], change: FollowUpChange): Promise<boolean> {
      const before = followUps.map((followUp) => opposite(followUp, change))
      const after = followUps.map((followUp) => changed(followUp, change, people()))
      const saved = send(followUps, change)
      if (change.note === undefined) {
        done.push(() => void takeBack(after, before))
        showToast(inWords(after.length, change, people()), undo)
      }
      return saved
    },
    /** Changes all cases that match the filter, if as many match as were confirmed. */
    async changeMatching(count: number, change: StateChange): Promise<void> {
      try {
        const { id, changed } = await changeMatching(deskQuery(filter()), count, change)
        done.push(
          () => void undoMatching(id).then(() => (showToast(t('undone')), reread(client)), failed),
        )
        showToast(inWords(changed, change, people()), undo)
      } catch (error) {
        const isOther = error instanceof ApiError && error.status === 409
        showToast(t(isOther ? 'desk.countChanged' : 'followUps.outcomes.failed'))
      }
      await reread(client)
    },
    /** Logs a contact. Resolves with whether it was saved. */
    async logContact(id: string, contact: Contact): Promise<boolean> {
      try {
        const saved = await logContact(id, contact)
        receive(client, saved, me)
        seen.add(id)
        showToast(t('desk.logged'))
        return true
      } catch {
        failed()
        return false
      }
    },
    undo,
  }
}

const failed = () => showToast(t('followUps.outcomes.failed'))
