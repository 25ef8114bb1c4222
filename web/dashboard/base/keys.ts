import { onCleanup, onMount } from 'solid-js'

/** Single-key shortcuts, inactive in form fields and while a dialog or popover is open. */
export function useKeys(actions: Record<string, () => void>): void {
  const onKey = (event: KeyboardEvent) => {
    const action = actions[event.key]
    if (!action || event.ctrlKey || event.metaKey || event.altKey || isBusy(event.target)) return
    event.preventDefault()
    action()
  }
  onMount(() => document.addEventListener('keydown', onKey))
  onCleanup(() => document.removeEventListener('keydown', onKey))
}

function isBusy(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest(
      'input:not([type="checkbox"]), textarea, select, dialog, [popover], [role="slider"]',
    ) !== null
  )
}
