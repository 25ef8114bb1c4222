import type { Browser } from 'playwright-core'
import { openBrowser } from './browser.ts'

/** One browser for all files that a worker runs; it ends with the worker. */
let shared: Promise<Browser> | undefined

/** Returns the worker's browser. Each file opens its own contexts and closes them at its end. */
export async function shareBrowser(): Promise<Browser> {
  if (!(await shared)?.isConnected()) shared = openBrowser()
  return shared!
}

export async function closeContexts(browser: Browser): Promise<void> {
  await Promise.all(browser.contexts().map((context) => context.close()))
}
