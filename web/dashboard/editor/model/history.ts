/** Past, present and undone states, each immutable. */
export type History<T> = {
  past: readonly T[]
  present: T
  future: readonly T[]
  /** What the last step changed, and when. Typing in one field is a single step. */
  last: { what: string; at: number } | null
}

const MERGE_WITHIN = 1_200
const MOST_STEPS = 500

export function begin<T>(present: T): History<T> {
  return { past: [], present, future: [], last: null }
}

/**
 * Adds a step. Changes to the same thing in quick succession are merged into one.
 * @param what the changed thing, such as a field; `null` is never merged
 * @param at   milliseconds
 */
export function step<T>(
  history: History<T>,
  present: T,
  what: string | null,
  at: number,
): History<T> {
  const { last } = history
  const isMerged = last !== null && last.what === what && at - last.at < MERGE_WITHIN
  const past = isMerged ? history.past : [...history.past, history.present].slice(-MOST_STEPS)
  return { past, present, future: [], last: what === null ? null : { what, at } }
}

export function undo<T>({ past, present, future, ...rest }: History<T>): History<T> {
  const before = past.at(-1)
  if (before === undefined) return { past, present, future, ...rest }
  return { past: past.slice(0, -1), present: before, future: [present, ...future], last: null }
}

export function redo<T>({ past, present, future, ...rest }: History<T>): History<T> {
  const [after, ...later] = future
  if (after === undefined) return { past, present, future, ...rest }
  return { past: [...past, present], present: after, future: later, last: null }
}
