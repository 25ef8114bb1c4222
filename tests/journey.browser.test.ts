import { readFileSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { openBrowser } from './support/browser.ts'
import { temporaryFile } from './support/database.ts'
import { startServer } from './support/server.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const PASSWORD = 'a long enough password'

async function start() {
  const server = await startServer(temporaryFile())
  onTestFinished(() => void server.end('SIGTERM'))
  return server
}

async function openPage(options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ locale: 'en-GB', reducedMotion: 'reduce', ...options })
  context.setDefaultTimeout(15_000)
  onTestFinished(() => context.close())
  return context.newPage()
}

/** Makes the first admin on the address that the start printed. */
async function setUp(page: Page, server: Awaited<ReturnType<typeof start>>) {
  const address = /http\S+\/setup\?token=(\S+)/.exec(server.output())!
  await page.goto(`${server.url}/setup?token=${address[1]}`)
  await page.getByLabel('Company').fill('Acme')
  await page.getByLabel('Your name').fill('Ada')
  await page.getByLabel('Your e-mail').fill('ada@example.com')
  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Begin' }).click()
  await page.getByRole('heading', { name: 'Welcome. Where would you like to start?' }).waitFor()
  return address[1]!
}

it('leads from an empty machine to a score, a case and its file', async () => {
  const server = await start()
  const page = await openPage()
  const token = await setUp(page, server)

  await page.goto(`${server.url}/surveys/new`)
  await page.getByLabel('Name').fill('After support')
  await page.getByRole('button', { name: 'Make the survey' }).click()
  await page.getByRole('button', { name: 'Publish' }).click()
  const link = await page
    .getByText(/\/s\/after-support-/)
    .first()
    .textContent()
  expect(link).toContain('/s/after-support-')

  await page.goto(`${server.url}/surveys`)
  await page.getByRole('link', { name: 'After support' }).first().click()
  await page.getByText('No answers yet').waitFor()

  const customer = await openPage({ locale: 'cs-CZ', viewport: { width: 360, height: 740 } })
  await customer.goto(`${server.url}/s/${link!.split('/s/')[1]!.trim()}?channel=chat&name=Eva`)
  await customer.getByRole('radio', { name: '3', exact: true }).check()
  await customer.getByRole('textbox').fill('Čekala jsem týden')
  await customer.getByRole('button', { name: 'Odeslat' }).click()
  await customer.getByRole('heading', { name: /^Děkuj/ }).waitFor()
  // Nobody reloads: the first answer takes the place of the empty state.
  await page.getByText('1 answer').first().waitFor()

  await page.goto(`${server.url}/follow-ups`)
  await page.getByText('Čekala jsem týden').first().click()
  await page.getByText('Eva').first().waitFor()
  await page.keyboard.press('c')
  await page.getByText('Marked as contacted').waitFor()
  await page.getByRole('button', { name: 'Contacted 1', exact: true }).click()
  await page.getByText('Čekala jsem týden').first().click()
  const note = page.getByRole('textbox', { name: 'Note' })
  await note.fill('Called, will call back')
  await page.getByText('Saved').first().waitFor()
  await page.reload()
  await expect.poll(() => note.inputValue()).toBe('Called, will call back')

  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Export as CSV' }).click()
  const file = readFileSync(await (await download).path(), 'utf8')
  expect(file).toContain('Čekala jsem týden')
  expect(file.trim().split('\r\n')).toHaveLength(2)

  const late = await openPage()
  await late.goto(`${server.url}/setup?token=${token}`)
  await late.getByText('This address was used already').waitFor()
}, 90_000)

it('asks for a sign-in, says when it was wrong, and comes back to where one was', async () => {
  const server = await start()
  await setUp(await openPage(), server)

  const page = await openPage()
  await page.goto(`${server.url}/surveys`)
  await page.getByLabel('E-mail').fill('ada@example.com')
  await page.getByLabel('Password').fill('not the password')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByText('do not belong together').waitFor()
  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('heading', { name: 'Surveys', exact: true }).waitFor()
  expect(new URL(page.url()).pathname).toBe('/surveys')
})

describe('every page', () => {
  const LOOKS: [string, BrowserContextOptions, string][] = [
    ['light', { colorScheme: 'light' }, 'en'],
    ['dark', { colorScheme: 'dark' }, 'en'],
    ['in Hebrew', { colorScheme: 'light', locale: 'he-IL' }, 'he'],
    ['at 360 px', { colorScheme: 'dark', viewport: { width: 360, height: 740 } }, 'en'],
  ]

  it.each(LOOKS)(
    'is free of what axe finds, fits its width, and loads nothing from elsewhere: %s',
    async (_look, options, language) => {
      const server = await start()
      const admin = await openPage()
      await setUp(admin, server)
      await admin.getByRole('button', { name: 'Load example data' }).click()
      await admin.getByRole('heading', { name: 'Overview' }).waitFor({ timeout: 30_000 })
      const storageState = await admin.context().storageState()
      const { surveys } = (await (
        await admin.request.get(`${server.url}/api/v1/surveys`)
      ).json()) as { surveys: { id: string }[] }
      const survey = `/surveys/${surveys[0]!.id}`

      const found: unknown[] = []
      const page = await openPage({ ...options, storageState })
      const foreign: string[] = []
      page.on('request', (request) => {
        if (!request.url().startsWith(server.url) && !request.url().startsWith('data:'))
          foreign.push(request.url())
      })
      page.on('pageerror', (error) => found.push(error.message))
      for (const path of [
        '/',
        '/surveys',
        '/surveys/new',
        `${survey}/trends`,
        `${survey}/responses`,
        '/follow-ups',
      ]) {
        await page.goto(server.url + path, { waitUntil: 'networkidle' })
        await page.locator('h1').first().waitFor()
        expect(await page.locator('html').getAttribute('lang')).toBe(language)
        const { violations } = await new AxeBuilder({ page }).analyze()
        found.push(...violations.map(({ id, nodes }) => [path, id, nodes[0]?.html]))
        const wider = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        )
        if (wider > 0) found.push([path, `is ${wider} px too wide`])
      }
      expect(foreign).toEqual([])
      expect(found).toEqual([])
    },
    180_000,
  )
})
