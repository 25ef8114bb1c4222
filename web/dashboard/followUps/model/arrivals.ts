import { useQueryClient } from '@tanstack/solid-query'
import { createEffect, createSignal, on, onCleanup, type Accessor } from 'solid-js'
import type { CloseReason, LiveChange } from '../../../../surveys/followUps.ts'
import { onLive } from '../../base/live.ts'
import { followUp, type FollowUp } from './api.ts'
import { countChange, findCached, receive, recountAll, replaceRow, reread } from './cache.ts'
import { isPlain, type DeskFilter } from './filter.ts'
import { matches } from './status.ts'

/** At most, lists are read again so often because of changes by others, in milliseconds. */
const REREAD_AFTER = 3_000

/**
 * Applies changes by others as they happen: rows change where they are, and new cases are announced
 * before they are shown.
 * @param isShown whether a case is listed, and nobody here is changing it
 */
export function createArrivals(
  filter: Accessor<DeskFilter>,
  me: string,
  isShown: (id: string) => boolean,
) {
  const client = useQueryClient()
  const [arrived, setArrived] = createSignal<ReadonlySet<string>>(new Set())
  const [left, setLeft] = createSignal<ReadonlySet<string>>(new Set())
  const clear = () => {
    setArrived(new Set<string>())
    setLeft(new Set<string>())
  }
  createEffect(on(filter, clear, { defer: true }))

  let timer: ReturnType<typeof setTimeout> | undefined
  const rereadSoon = () => {
    // Not all desks at once.
    timer ??= setTimeout(
      () => {
        timer = undefined
        void reread(client)
      },
      REREAD_AFTER * (0.5 + Math.random() / 2),
    )
  }
  onCleanup(() => clearTimeout(timer))

  const apply = (change: LiveChange) => {
    const { id, survey, before, after, dueAt, isAnswer } = change
    const known = findCached(client, id)
    const current = filter()
    const isIn = (side: FollowUp | LiveChange['after']) =>
      side !== null &&
      (!current.survey || current.survey === survey) &&
      matches({ ...side, dueAt }, current, me)
    recountAll(client, (counts, its) => countChange(counts, change, its, me, known))
    if (!isPlain(current) || (known && !after)) rereadSoon()
    if (known && after) {
      if (isShown(id) && isIn(known) && !isIn(after)) setLeft((ids) => new Set(ids).add(id))
      replaceRow(client, { ...known, ...after, reason: after.reason as CloseReason | null })
      if (isAnswer) void followUp(id).then((saved) => receive(client, saved, me), rereadSoon)
    }
    const isNew = !known && isIn(after) && before?.state !== after?.state
    setArrived((ids) => {
      if (isNew && isPlain(current)) return new Set(ids).add(id)
      if (!ids.has(id) || isIn(after)) return ids
      return new Set([...ids].filter((each) => each !== id))
    })
  }
  onLive(({ changes }) => (changes ? changes.forEach(apply) : rereadSoon()))

  return {
    /** Cases that match the filter, but are in no list yet. */
    arrived,
    /** Listed cases that no longer match, because of others. */
    left,
    clear,
  }
}
