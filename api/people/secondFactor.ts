import {
  aboutTwoFactor,
  readTwoFactor,
  useRecoveryCode,
  useStep,
} from '../../db/people/twoFactor.ts'
import { MINUTE } from '../../surveys/durations.ts'
import { SecondFactorNeeded } from '../../surveys/errors.ts'
import type { Deps } from '../base/deps.ts'
import { TooManyTries } from '../base/problems.ts'
import { WindowCounter } from '../base/windowCounter.ts'
import { readRecoveryCode, stepOf } from './totp.ts'

/** Wrong codes allowed per person and quarter of an hour, from all browsers together. */
const MOST_TRIES = 10
const WINDOW = 15 * MINUTE

/** Dependencies of signing someone in. All routes that do share one count of wrong codes. */
export type SignInDeps = Deps & { checkSecondFactor: ReturnType<typeof checksSecondFactor> }

/**
 * Creates the check of the second factor after a correct password: a code of the app, or a recovery
 * code. Each is accepted once.
 */
export function checksSecondFactor({ db, secrets, now }: Pick<Deps, 'db' | 'secrets' | 'now'>) {
  const tries = new WindowCounter(MOST_TRIES, WINDOW)

  const isRight = async (userId: string, sealed: string, code: string): Promise<boolean> => {
    const recovery = readRecoveryCode(code)
    if (recovery !== null) return useRecoveryCode(db, { userId, code: recovery, now: now() })
    const secret = secrets.open(aboutTwoFactor(userId), sealed)
    if (secret === null) throw new SecondFactorNeeded('unreadable')
    const step = stepOf(code.replace(/\s/g, ''), secret, now())
    return step !== null && useStep(db, userId, step)
  }

  /** @throws SecondFactorNeeded without a code or with a wrong one; TooManyTries */
  return async (userId: string, code: string | undefined): Promise<void> => {
    const factor = await readTwoFactor(db, userId)
    if (!factor || factor.enabledAt === null) return
    if (code === undefined)
      throw new SecondFactorNeeded(secrets.canOpen(factor.secret) ? 'missing' : 'unreadable')
    const wait = tries.wait(userId, now())
    if (wait) throw new TooManyTries(Math.ceil(wait / 1000))
    // Counts before checking, so that concurrent guesses count, too.
    tries.add(userId, now())
    if (!(await isRight(userId, factor.secret, code))) throw new SecondFactorNeeded('wrong')
    tries.forget(userId)
  }
}
