import { createSignal } from 'solid-js'

type Toast = { text: string; undo?: () => void }

const DURATION = 8_000
const [toast, setToast] = createSignal<Toast | null>(null)
let timer: ReturnType<typeof setTimeout>

export { toast }

/** Shows a toast, with an undo button if the action can be undone. */
export function showToast(text: string, undo?: () => void): void {
  setToast(undo ? { text, undo } : { text })
  resumeTimer()
}

/** Keeps the toast while the pointer or the focus is on it. */
export function pauseTimer(): void {
  clearTimeout(timer)
}

export function resumeTimer(): void {
  clearTimeout(timer)
  timer = setTimeout(hideToast, DURATION)
}

export function hideToast(): void {
  clearTimeout(timer)
  setToast(null)
}
