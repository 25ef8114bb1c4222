import type { Context } from 'hono'
import { addressOf } from '../base/clientAddress.ts'
import type { Deps } from '../base/deps.ts'
import { knownBrowserOf } from './knownBrowser.ts'
import { TooManyTries } from '../base/problems.ts'
import { WindowCounter } from '../base/windowCounter.ts'

/** So many wrong passwords within a quarter of an hour; the next has to wait until it is over. */
const WINDOW = 15 * 60_000
const MOST_BY_BROWSER = 10
const MOST_BY_ACCOUNT = 10
const MOST_BY_ADDRESS = 50
const MOST_IN_TOTAL = 300

/** A try to sign in that was let through. */
export type Try = {
  /** Whether it comes from a browser in which this account has signed in before. */
  known: boolean
  /** Takes this try out of every count: the password was right. */
  succeeded(): void
}

/**
 * Holds off whoever guesses passwords (docs/decisions/0014). A browser in which the account has signed in
 * before has an allowance of its own. All others share those of the account, of their address and of the
 * server, whether or not there is such an account. Kept in memory alone: addresses are nowhere stored.
 */
export function limitSignIns({ config, workspace, now }: Deps) {
  const byBrowser = new WindowCounter(MOST_BY_BROWSER, WINDOW)
  const byAccount = new WindowCounter(MOST_BY_ACCOUNT, WINDOW)
  const byAddress = new WindowCounter(MOST_BY_ADDRESS, WINDOW)
  const inTotal = new WindowCounter(MOST_IN_TOTAL, WINDOW)

  /**
   * Counts a try before its password is looked at.
   * @param email as `normalEmail` gives it
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
