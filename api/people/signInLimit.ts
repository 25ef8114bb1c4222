import type { Context } from 'hono'
import { MINUTE } from '../../surveys/durations.ts'
import { addressOf } from '../base/clientAddress.ts'
import type { Deps } from '../base/deps.ts'
import { knownBrowserOf } from './knownBrowser.ts'
import { TooManyTries } from '../base/problems.ts'
import { WindowCounter } from '../base/windowCounter.ts'

/** The window for counting wrong passwords: a quarter of an hour. */
const WINDOW = 15 * MINUTE
const MOST_BY_BROWSER = 10
const MOST_BY_ACCOUNT = 10
const MOST_BY_ADDRESS = 50
const MOST_IN_TOTAL = 300

/** An admitted sign-in attempt. */
export type Try = {
  /** Whether this account has signed in before in this browser. */
  known: boolean
  /** Uncounts the attempt, because the password was correct. */
  succeeded(): void
}

/**
 * Limits password guessing (docs/decisions/0014). A browser in which the account has signed in before
 * has its own allowance. All others share those of the account, the address and the server, whether or
 * not the account exists. Counts are in memory only: addresses are never stored.
 */
export function limitSignIns({ config, workspace, now }: Deps) {
  const byBrowser = new WindowCounter(MOST_BY_BROWSER, WINDOW)
  const byAccount = new WindowCounter(MOST_BY_ACCOUNT, WINDOW)
  const byAddress = new WindowCounter(MOST_BY_ADDRESS, WINDOW)
  const inTotal = new WindowCounter(MOST_IN_TOTAL, WINDOW)

  /**
   * Counts an attempt before its password is checked.
   * @param email from `normalEmail`
   * @throws TooManyTries
   */
  return (context: Context, email: string): Try => {
    const browser = knownBrowserOf(context, workspace.secret, email)
    const counts: [counter: WindowCounter, key: string][] = browser
      ? [[byBrowser, browser]]
      : [
          [inTotal, ''],
          [byAddress, addressOf(context, config)],
          [byAccount, email],
        ]
    const wait = Math.max(...counts.map(([counter, key]) => counter.wait(key, now())))
    if (wait) throw new TooManyTries(Math.ceil(wait / 1000))
    for (const [counter, key] of counts) counter.add(key, now())
    return {
      known: browser !== undefined,
      succeeded: () => {
        if (browser) byBrowser.forget(browser)
        else for (const [counter, key] of counts) counter.takeBack(key)
      },
    }
  }
}
