import { onCleanup, onMount, Show } from 'solid-js'
import { STATE_GROUPS, type FollowUpState, type LiveChange } from '../../../surveys/followUps.ts'
import { answer, v1 } from '../base/client.ts'
import { count } from '../base/format.ts'
import { locale, plural } from '../base/i18n.ts'
import { changesAfter, followLive, isLive, onLive } from '../base/live.ts'
import { isOpenCasesShared, openCases, setOpenCases } from '../base/openCases.ts'
import { useSession } from '../base/session.ts'

const EVERY = 60_000

/** The number of open cases in the menu. Loaded after the page: it brings the live stream with it. */
export default function OpenCases() {
  useOpenCases(useSession().me.id)
  return (
    <Show when={openCases() > 0}>
      <span class="nav__count" title={plural('nav.open', openCases())}>
        {count(locale(), openCases())}
      </span>
    </Show>
  )
}

/**
 * Keeps the number of open cases up to date: as they change, or at intervals while the page is visible.
 * @param person the id of who is signed in
 */
function useOpenCases(person: string): void {
  /** The last change that the number includes. */
  let counted = ''
  let isEnded = false
  let stopFollowing: (() => void) | undefined

  const add = (changes: LiveChange[]) => {
    const later = changes.filter(({ cursor }) => cursor > counted)
    counted = later.at(-1)?.cursor ?? counted
    if (!isOpenCasesShared())
      setOpenCases((open) => later.reduce((sum, each) => sum + moved(each), open))
  }
  const read = async () => {
    if (isOpenCasesShared() && stopFollowing) return
    const found = await answer(v1['follow-up-counts'].open.$get()).catch(() => null)
    if (!found || isEnded) return
    counted = found.cursor
    if (!isOpenCasesShared()) setOpenCases(found.open)
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
