import { readPasswordHash } from '../../db/people/passwords.ts'
import { MINUTE } from '../../surveys/durations.ts'
import { InvalidInput } from '../../surveys/errors.ts'
import type { Deps } from '../base/deps.ts'
import { TooManyTries } from '../base/problems.ts'
import { WindowCounter } from '../base/windowCounter.ts'

/** Wrong passwords allowed per person and quarter of an hour. */
const MOST_TRIES = 10
const WINDOW = 15 * MINUTE

export type OwnPassword = ReturnType<typeof checksOwnPassword>

/**
 * Checks the password of someone who is signed in, before an action that only the account's owner may
 * take.
 */
export function checksOwnPassword({ db, auth, now }: Pick<Deps, 'db' | 'auth' | 'now'>) {
  const tries = new WindowCounter(MOST_TRIES, WINDOW)

  /** @throws InvalidInput naming the field, TooManyTries */
  return async (id: string, password: string, field: 'current' | 'password'): Promise<void> => {
    const wait = tries.wait(id, now())
    if (wait) throw new TooManyTries(Math.ceil(wait / 1000))
    tries.add(id, now())
    const hash = await readPasswordHash(db, id)
    const isRight = hash && (await (await auth.$context).password.verify({ hash, password }))
    if (!isRight) throw new InvalidInput([{ field, message: 'is not your password' }])
    tries.forget(id)
  }
}
