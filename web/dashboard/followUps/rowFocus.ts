export function focusRow(id: string): void {
  document.getElementById(`row-${id}`)?.focus()
}

/** Returns the id of the case whose row has the focus. */
export function focusedRow(): string | undefined {
  return /^(?:row|pick)-(.+)/.exec(document.activeElement?.id ?? '')?.[1]
}
