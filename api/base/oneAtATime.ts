import { TooManyTries } from './problems.ts'

/**
 * Creates a queue that runs work one at a time, in order of arrival.
 * @param most limit of running and waiting work; more is rejected with TooManyTries
 */
export function oneAtATime(most: number): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  let open = 0
  return async (work) => {
    if (open >= most) throw new TooManyTries(5)
    open++
    const done = last.then(work).finally(() => open--)
    last = done.catch(() => {})
    return done
  }
}
