const missing = new WeakSet<object>()

// A tab that was open during an upgrade requests files that the new version doesn't have.
addEventListener('vite:preloadError', ({ payload }) => missing.add(payload))

/** Whether an error means that a file of the dashboard itself is gone. */
export function isMissingFile(error: unknown): boolean {
  return typeof error === 'object' && error !== null && missing.has(error)
}
