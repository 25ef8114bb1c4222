/** What was, what is, and what was undone; each a whole, never changed once it is in here. */
export type History<T> = {
  past: readonly T[]
  present: T
  future: readonly T[]
  /** What the last step changed, and when: typing on in one field is one step. */
  last: { what: string; at: number } | null
}

const ONE_STEP_WITHIN = 1_200
const STEPS_KEPT = 500

export function begin<T>(present: T): History<T> {
  return { past: [], present, future: [], last: null }
}

/**
 * Takes one step on. Steps that change the same thing, each soon after the other, are one.
 * @param what names the thing that is changed, such as a field; `null` is always a step of its own
 * @param at   milliseconds
 */
export function step<T>(
  history: History<T>,
  present: T,
  what: string | null,
  at: number,
): History<T> {
  const { last } = history
  const goesOn = last !== null && last.what === what && at - last.at < ONE_STEP_WITHIN
  const past = goesOn ? history.past : [...history.past, history.present].slice(-STEPS_KEPT)
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
