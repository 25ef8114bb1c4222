import { createResource, type Resource } from 'solid-js'

export type Load<T> = { resource: Resource<T>; again: () => void }

/** Loads when the input changes, and again on demand. The value before stays until then. */
export function createLoad<Input, T>(
  input: () => Input,
  fetch: (input: Input) => Promise<T>,
): Load<T> & { set: (change: (before: T) => T) => void } {
  const [resource, { refetch, mutate }] = createResource(
    () => ({ input: input() }),
    (source) => fetch(source.input),
  )
  return {
    resource,
    again: () => void refetch(),
    set: (change) => void mutate((before) => change(before as T)),
  }
}
