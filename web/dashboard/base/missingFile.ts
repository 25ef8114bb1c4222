const missing = new WeakSet<object>()

// A tab that was open during an upgrade asks for files that the new version doesn't have.
addEventListener('vite:preloadError', ({ payload }) => missing.add(payload))

/** Whether an error is that a part of the dashboard itself could not be fetched. */
export function isMissingFile(error: unknown): boolean {
  return typeof error === 'object' && error !== null && missing.has(error)
}
