import { createSignal, onCleanup, onMount } from 'solid-js'
import { answer, v1 } from './client.ts'

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

/** Keeps the number of open cases up to date while the page is visible. */
export function useOpenCases(): void {
  const read = async () => {
    if (document.hidden || isShared) return
    const counted = await answer(v1['follow-up-counts'].open.$get()).catch(() => null)
    if (counted && !isShared) setOpenCases(counted.open)
  }
  onMount(() => {
    const refresh = () => void read()
    refresh()
    const timer = setInterval(refresh, EVERY)
    document.addEventListener('visibilitychange', refresh)
    onCleanup(() => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', refresh)
      setOpenCases(0)
    })
  })
}
