import { readFileSync } from 'node:fs'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { closeContexts, shareBrowser } from '../support/sharedBrowser.ts'
import { temporaryFile } from '../support/database.ts'
import { freePort, startNginx } from '../support/nginx.ts'
import { startServer } from '../support/server.ts'

/** What the README tells an operator to write. */
const PASSES_ON = /```nginx\n([^]+?)```/.exec(readFileSync('README.md', 'utf8'))![1]!
const TAKES_AWAY = PASSES_ON.replace(':3000;', ':3000/;')

let browser: Browser
beforeAll(async () => {
  browser = await shareBrowser()
})
afterAll(() => closeContexts(browser))

/** A server under a path, behind nginx; `strays` are what a browser asked for elsewhere or in vain. */
async function start(location: string) {
  const [port, hidden] = [await freePort(), await freePort()]
  const home = `http://127.0.0.1:${port}/feedback`
  const server = await startServer(temporaryFile(), { PUBLIC_URL: home, PORT: `${hidden}` })
  onTestFinished(() => void server.end('SIGTERM'))
  await startNginx(port, location.replace(':3000', `:${hidden}`))
  const strays: string[] = []
  const open = async (options?: BrowserContextOptions) => {
    const page = await openPage(options)
    page.context().on('response', (answer) => {
      const url = answer.url()
      if (!url.startsWith(`${home}/`) || answer.status() >= 400)
        strays.push(`${answer.status()} ${url}`)
    })
    return page
  }
  return { home, server, openPage: open, strays }
}

async function openPage(options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ locale: 'en', reducedMotion: 'reduce', ...options })
  context.setDefaultTimeout(15_000)
  onTestFinished(() => context.close())
  return context.newPage()
}

async function setUp(page: Page, printed: string) {
  await page.goto(/http\S+\/setup\?token=\S+/.exec(printed)![0])
  await page.getByLabel('Company').fill('Acme')
  await page.getByLabel('Your name').fill('Ada')
  await page.getByLabel('Your email').fill('ada@example.com')
  await page.getByLabel('Password').fill('a long enough password')
  await page.getByRole('button', { name: 'Create account' }).click()
  await page.getByRole('heading', { name: 'Welcome. Where do you want to start?' }).waitFor()
}

/** Publishes a survey by the dashboard, and tells its link as that shows it. */
async function publish(page: Page, home: string) {
  await page.goto(`${home}/surveys/new`)
  await page.getByRole('radio', { name: /^Recommendation/ }).check({ force: true })
  await page.getByLabel('Name').fill('After support')
  await page.getByRole('button', { name: 'Create survey' }).click()
  await page.getByRole('button', { name: 'Publish' }).click()
  const last = page.getByRole('region', { name: 'Publish' })
  await last.getByRole('button', { name: 'Publish' }).click()
  return (await page.getByText(`${home}/s/`).first().textContent())!.trim()
}

describe.each([
  ['passes the path on', PASSES_ON],
  ['takes the path away', TAKES_AWAY],
])('under a path, behind an nginx that %s,', (_, location) => {
  it('an admin sets up, publishes, signs in, and reads on after a reload', async () => {
    const { home, server, openPage, strays } = await start(location)
    const page = await openPage()
    await setUp(page, server.output())
    const link = await publish(page, home)
    const customer = await openPage()
    await customer.goto(link)
    await customer.getByRole('radio', { name: '9', exact: true }).check()
    await customer.getByText('Saved').first().waitFor()

    await page.getByRole('link', { name: 'Surveys' }).first().click()
    await page.getByRole('main').getByRole('link', { name: 'After support' }).first().click()
    await page.getByText('1 answer').first().waitFor()
    expect(page.url()).toMatch(new RegExp(`^${home}/surveys/[\\w-]+/trends`))
    const trends = page.url()
    await page.reload()
    await page.getByText('1 answer').first().waitFor()
    await page.getByRole('link', { name: 'Responses' }).first().click()
    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Export as CSV' }).click()
    expect(readFileSync(await (await download).path(), 'utf8')).toContain(',9')
    expect(strays).toEqual([])

    const cookies = await page.context().cookies()
    expect(cookies.map(({ path }) => path)).toEqual(['/feedback', '/feedback'])
    await page.context().clearCookies()
    await page.goto(trends)
    await page.getByLabel('Email').fill('ada@example.com')
    await page.getByLabel('Password').fill('a long enough password')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByText('1 answer').first().waitFor()
    expect(page.url()).toBe(trends)
  }, 120_000)

  it('customers answer with and without a script, and find their answer again', async () => {
    const { home, server, openPage, strays } = await start(location)
    const admin = await openPage()
    await setUp(admin, server.output())
    const link = await publish(admin, home)

    for (const javaScriptEnabled of [true, false]) {
      const page = await openPage({ javaScriptEnabled })
      await page.goto(link)
      await page.getByRole('radio', { name: '9', exact: true }).check()
      // Without a script the questions that follow are on a page of their own.
      if (!javaScriptEnabled) await page.getByRole('button', { name: 'Continue' }).click()
      await page.getByRole('button', { name: 'Send' }).click()
      await page.getByRole('heading', { name: /^Thank/ }).waitFor()
      await page.getByRole('link', { name: 'See what you told us' }).click()
      await page.getByRole('textbox').fill('One more thing')
      await page.getByRole('button', { name: 'Add' }).click()
      await page.getByText('One more thing').waitFor()
      expect(page.url()).toContain(`${home}/f/`)
    }
    expect(strays).toEqual([])
  }, 120_000)

  it('a kiosk keeps its page with a worker, and other sites embed the widget', async () => {
    const { home, server, openPage, strays } = await start(location)
    const admin = await openPage()
    await setUp(admin, server.output())
    const link = await publish(admin, home)

    const kiosk = await openPage()
    await kiosk.goto(`${link}?via=kiosk`)
    const scope = () =>
      kiosk.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.scope)
    await expect.poll(scope).toBe(link)
    expect(strays).toEqual([])

    const site = await openPage()
    await site.goto(`${home}/health`)
    await site.addScriptTag({ url: `${home}/widget.js` })
    await site.evaluate(`ohlas.ask({ survey: '${link.split('/').at(-1)}' })`)
    expect(await site.locator('iframe').getAttribute('src')).toBe(`${link}?via=widget`)
  }, 120_000)
})

describe('without an address to hand on', () => {
  it('the sign-in names PUBLIC_URL, in every language, in place of a wrong password', async () => {
    const [home, port] = ['https://ask.example.com:8443/feedback', await freePort()]
    const server = await startServer(temporaryFile(), { PUBLIC_URL: home, PORT: `${port}` })
    onTestFinished(() => void server.end('SIGTERM'))
    for (const locale of ['en', 'cs', 'sk', 'pl', 'de', 'he']) {
      const page = await openPage({ locale })
      await page.goto(`http://127.0.0.1:${port}/feedback/sign-in`)
      await page.locator('[type=email]').fill('ada@example.com')
      await page.locator('[type=password]').fill('a long enough password')
      await page.locator('[type=submit]').click()
      const told = await page.getByRole('alert').textContent()
      for (const part of ['PUBLIC_URL', home, `http://127.0.0.1:${port}`])
        expect(told).toContain(part)
    }
  })

  it('the dashboard shows no link, and says what to set', async () => {
    const port = await freePort()
    // Every name under .localhost leads here, and is none of this machine's own names.
    const home = `http://ohlas.localhost:${port}`
    const server = await startServer(temporaryFile(), { PORT: `${port}` })
    onTestFinished(() => void server.end('SIGTERM'))
    const page = await openPage()
    const token = /token=(\S+)/.exec(server.output())![1]
    await setUp(page, `${home}/setup?token=${token}`)
    await page.goto(`${home}/surveys/new`)
    await page.getByRole('radio', { name: /^Recommendation/ }).check({ force: true })
    await page.getByLabel('Name').fill('After support')
    await page.getByRole('button', { name: 'Create survey' }).click()
    await page.getByRole('button', { name: 'Publish' }).click()
    const last = page.getByRole('region', { name: 'Publish' })
    await last.getByRole('button', { name: 'Publish' }).click()
    await last.getByText('PUBLIC_URL').waitFor()
    expect(await last.getByRole('link', { name: 'Open the page' }).getAttribute('href')).toMatch(
      /^\/s\/after-support/,
    )
    await last.getByRole('link', { name: 'More ways to share it' }).click()
    await page.getByText('This server has no public address').waitFor()
  })
})
