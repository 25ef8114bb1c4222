import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** Words that come within so many milliseconds of the page are taken for a program's. */
const FASTEST = 1_000

/** Waits until as much time has passed since the page was made as a person takes to write. */
export async function written(page: Page): Promise<void> {
  // The id of a response begins with the time at which its page was made.
  const id = await page.locator('[name=response]').inputValue()
  const made = parseInt(id.slice(0, 8) + id.slice(9, 13), 16)
  await expect.poll(() => Date.now() - made).toBeGreaterThan(FASTEST)
}
