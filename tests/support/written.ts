import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** Text sent within this time of the page's creation counts as a program's, in milliseconds. */
const FASTEST = 1_000

/** Waits as long after the page's creation as a person takes to write. */
export async function written(page: Page): Promise<void> {
  // A response's id begins with the time at which its page was created.
  const id = await page.locator('[name=response]').inputValue()
  const made = parseInt(id.slice(0, 8) + id.slice(9, 13), 16)
  await expect.poll(() => Date.now() - made).toBeGreaterThan(FASTEST)
}
