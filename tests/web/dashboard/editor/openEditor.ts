import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, onTestFinished } from 'vitest'
import { makeFirstAdmin } from '../../../support/admin.ts'
import { closeContexts, shareBrowser } from '../../../support/sharedBrowser.ts'
import { sharedFile } from '../../../support/database.ts'
import { startServer, type Server } from '../../../support/server.ts'

let browser: Browser

let server: Server

export let context: BrowserContext

/** A new survey, open in the editor. */
export async function openEditor(): Promise<{ page: Page; api: string }> {
  const made = await context.request.post(`${server.url}/api/v1/surveys`, {
    data: { template: 'nps', name: 'After support', languages: ['en', 'he'] },
  })
  const { id } = (await made.json()) as { id: string }
  const page = await context.newPage()
  onTestFinished(() => page.close())
  await page.goto(`${server.url}/surveys/${id}/edit`)
  await page.getByRole('button', { name: 'Add question' }).waitFor()
  return { page, api: `${server.url}/api/v1/surveys/${id}` }
}

export const saved = (page: Page) => page.getByText('Saved', { exact: true }).waitFor()

/** One server for all tests of a file. */
export function serveEditor(): void {
  const file = sharedFile()
  beforeAll(async () => {
    ;[browser, server] = await Promise.all([shareBrowser(), startServer(file)])
    context = await browser.newContext({
      locale: 'en-GB',
      reducedMotion: 'reduce',
      viewport: { width: 1280, height: 900 },
    })
    context.setDefaultTimeout(20_000)
    await makeFirstAdmin(context.request, server)
  })
  afterAll(async () => {
    await closeContexts(browser)
    await server.end('SIGTERM')
  })
}
