import { createSignal } from 'solid-js'

const [openCases, setOpenCases] = createSignal(0)

/** How many cases are open, as far as is known. */
export { openCases, setOpenCases }

let isShared = false

/** Whether a page reads the number anyway. */
export const isOpenCasesShared = () => isShared

/** Shows the number that a page reads anyway, so that it isn't read twice; null once the page doesn't. */
export function shareOpenCases(count: number | null): void {
  isShared = count !== null
  if (count !== null) setOpenCases(count)
}
