import type { APIRequestContext, Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import { closeContexts, shareBrowser } from '../../../support/sharedBrowser.ts'
import { sharedFile } from '../../../support/database.ts'
import { startExample } from '../../../support/example.ts'
import type { Server } from '../../../support/server.ts'

const file = sharedFile()
let browser: Browser
let server: Server
let admin: Awaited<ReturnType<APIRequestContext['storageState']>>
let survey: string

beforeAll(async () => {
  browser = await shareBrowser()
  const { request } = await browser.newContext()
  const started = await startExample(request, file)
  server = started.server
  survey = `/surveys/${started.surveys[0]!.id}`
  admin = await request.storageState()
})
afterAll(async () => {
  await closeContexts(browser)
  await server.end('SIGTERM')
})

it.each([
  ['cs', 'Průzkumy'],
  ['he', 'סקרים'],
])(
  'changes to %s on every page at once, and says there what it says when loaded anew',
  async (language, surveys) => {
    const context = await browser.newContext({ locale: 'en-GB', storageState: admin })
    onTestFinished(() => context.close())
    const page = await context.newPage()
    const views = ['trends', 'responses', 'share', 'properties', 'edit']
    for (const path of [
      '/',
      '/surveys',
      '/surveys/new',
      '/follow-ups',
      '/settings',
      ...views.map((view) => `${survey}/${view}`),
    ]) {
      await choose(page, 'en')
      await page.goto(server.url + path, { waitUntil: 'networkidle' })
      const english = await headingsOf(page)
      await choose(page, language)
      await page.locator(`html[lang=${language}]`).waitFor()
      const changed = await headingsOf(page)
      await page.reload({ waitUntil: 'networkidle' })
      expect({ path, texts: await headingsOf(page) }).toEqual({ path, texts: changed })
      expect(changed).not.toEqual(english)
      expect(changed.map(isEmpty)).toEqual(english.map(isEmpty))
    }

    await page.goto(server.url, { waitUntil: 'networkidle' })
    await page.locator('a[href="/surveys"]').first().click()
    await page.getByRole('heading', { level: 1, name: surveys }).waitFor()
  },
  180_000,
)

const isEmpty = (text: string) => text === ''

async function choose(page: Page, language: string) {
  if (page.url() === 'about:blank') return
  await page.locator('[popovertarget=account]').click()
  await page.locator('#account select').first().selectOption(language)
  await page.keyboard.press('Escape')
}

/** What stands above, beside and on everything that can be used. */
async function headingsOf(page: Page): Promise<string[]> {
  await page.locator('main h1').first().waitFor()
  return page
    .locator('main :is(h1, h2, label > span, legend, th, summary, .button):visible')
    .allInnerTexts()
}
