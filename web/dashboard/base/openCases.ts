import { createSignal, onCleanup, onMount } from 'solid-js'
import { STATE_GROUPS, type FollowUpState, type LiveChange } from '../../../surveys/followUps.ts'
import { answer, v1 } from './client.ts'
import { changesAfter, followLive, isLive, onLive } from './live.ts'

const EVERY = 60_000

const [openCases, setOpenCases] = createSignal(0)

/** How many cases are open, as far as is known. */
export { openCases }

let isShared = false

/** Shows the number that a page reads anyway, so that it isn't read twice; null once the page doesn't. */
export function shareOpenCases(count: number | null): void {
  isShared = count !== null
  if (count !== null) setOpenCases(count)
}

/**
 * Keeps the number of open cases up to date: as they change, or at intervals while the page is visible.
 * @param person the id of who is signed in
 */
export function useOpenCases(person: string): void {
  /** The last change that the number includes. */
  let counted = ''
  let isEnded = false
  let stopFollowing: (() => void) | undefined

  const add = (changes: LiveChange[]) => {
    const later = changes.filter(({ cursor }) => cursor > counted)
    counted = later.at(-1)?.cursor ?? counted
    if (!isShared) setOpenCases((open) => later.reduce((sum, each) => sum + moved(each), open))
  }
  const read = async () => {
    if (isShared && stopFollowing) return
    const found = await answer(v1['follow-up-counts'].open.$get()).catch(() => null)
    if (!found || isEnded) return
    counted = found.cursor
    if (!isShared) setOpenCases(found.open)
    add(changesAfter(found.cursor))
    stopFollowing ??= followLive(person, found.cursor)
  }

  onLive(({ changes }) => (changes ? add(changes) : void read()))
  onMount(() => {
    const refresh = () => {
      if (!document.hidden && !isLive()) void read()
    }
    void read()
    const timer = setInterval(refresh, EVERY)
    document.addEventListener('visibilitychange', refresh)
    onCleanup(() => {
      isEnded = true
      stopFollowing?.()
      clearInterval(timer)
      document.removeEventListener('visibilitychange', refresh)
      setOpenCases(0)
    })
  })
}

/** By how much a change moves the number of open cases. */
const moved = ({ before, after }: LiveChange) => isOpen(after) - isOpen(before)

const isOpen = (side: { state: FollowUpState } | null) =>
  Number(STATE_GROUPS.open.some((state) => state === side?.state))
