import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import { closeContexts, shareBrowser } from '../../../support/sharedBrowser.ts'
import { sharedFile } from '../../../support/database.ts'
import { startExample } from '../../../support/example.ts'
import type { Server } from '../../../support/server.ts'

let browser: Browser

export let server: Server

export let page: Page

export let trends: string

export const chart = () => page.getByRole('slider', { name: 'Score over time' })

export const chartText = async () => (await chart().getAttribute('aria-valuetext'))!

/** What the page gives as a file when a button is pressed. */
export async function saved(button: string | RegExp) {
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: button, exact: true }).click()
  const file = await download
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) }
}

/** Where the answers are that were opened, how many the page says they are, and how many the file has. */
export async function opened() {
  await page.waitForURL(/\/responses\?/)
  const status = page.locator('.heading').getByRole('status')
  await expect.poll(() => status.textContent()).toMatch(/answer/)
  await expect.poll(async () => numberIn(await status.textContent())).toBeGreaterThan(0)
  const href = (await page.getByRole('link', { name: 'Export as CSV' }).getAttribute('href'))!
  const file = await (await page.request.get(server.url + href)).text()
  return {
    search: new URL(page.url()).searchParams,
    onPage: numberIn(await status.textContent()),
    // No comment of the example data has a line break.
    inFile: file.trim().split('\r\n').length - 1,
  }
}

export const numberIn = (text: string | null) =>
  Number(/([\d,]+) answers?/.exec(text ?? '')?.[1]?.replace(',', '') ?? 0)

/** One server with the example data for all tests of a file. */
export function serveTrends(): void {
  const file = sharedFile()
  beforeAll(async () => {
    browser = await shareBrowser()
    const context = await browser.newContext({ locale: 'en-GB', reducedMotion: 'reduce' })
    context.setDefaultTimeout(20_000)
    page = await context.newPage()
    const started = await startExample(page.request, file)
    server = started.server
    const survey = started.surveys.find(({ slug }) => slug === 'example-after-support')!
    trends = `${server.url}/surveys/${survey.id}/trends`
  })
  afterAll(async () => {
    await closeContexts(browser)
    await server.end('SIGTERM')
  })
}
