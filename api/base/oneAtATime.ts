import { TooManyTries } from './problems.ts'

/**
 * Does one piece of work after the other, in the order in which they came.
 * @param most so many may be under way or waiting; whoever comes then is refused with TooManyTries
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
