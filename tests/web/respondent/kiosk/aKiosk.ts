import { eq } from 'drizzle-orm'
import type { Page } from 'playwright-core'
import { expect, onTestFinished } from 'vitest'
import { response } from '../../../../db/schema/index.ts'
import { listening, type Listening } from '../../../support/listening.ts'

export const TABLET = { width: 1024, height: 768 }

export let world: Listening

/** Called by each file: files that share a worker import this module once, and hooks are a file's own. */
export function serveKiosk(): void {
  world = listening()
}

/** @param before runs in the browser before the page does */
export async function aKiosk(query = '', viewport = TABLET, before?: () => void): Promise<Page> {
  const context = await world.browser.newContext({
    locale: 'en',
    reducedMotion: 'reduce',
    viewport,
  })
  onTestFinished(() => context.close())
  await context.clock.install()
  if (before) await context.addInitScript(before)
  const page = await context.newPage()
  await page.goto(`${world.line.url}/s/${world.slug}?via=kiosk${query}`)
  return page
}

export const number = (score: number) => `.first label:has([value="${score}"])`

export const tap = (page: Page, score: number) => page.locator(number(score)).click()

export const send = (page: Page) => page.locator('.end-row button').click()

export const thanked = (page: Page) => page.locator('.thanks h1').waitFor()

export const chosen = (page: Page) => page.locator(':checked').count()

export const stored = () =>
  world.db.orm.select().from(response).where(eq(response.surveyId, world.surveyId))

export const waitFor = (n: number, page?: Page) =>
  expect
    .poll(async () => {
      await page?.clock.runFor(5_000)
      return (await stored()).length
    })
    .toBe(n)
