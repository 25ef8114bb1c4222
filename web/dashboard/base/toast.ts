import { createSignal } from 'solid-js'

type Toast = { text: string; undo?: () => void }

const SHOWN_FOR = 8_000
const [toast, setToast] = createSignal<Toast | null>(null)
let timer: ReturnType<typeof setTimeout>

export { toast }

/** Says in a corner what was done, and for a while offers to undo it. */
export function say(text: string, undo?: () => void): void {
  setToast(undo ? { text, undo } : { text })
  release()
}

/** Keeps what is said for as long as the pointer or the focus is on it. */
export function hold(): void {
  clearTimeout(timer)
}

export function release(): void {
  clearTimeout(timer)
  timer = setTimeout(hush, SHOWN_FOR)
}

export function hush(): void {
  clearTimeout(timer)
  setToast(null)
}
