import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import type { AddressInfo } from 'node:net'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest'
import { answer, response } from '../../../db/schema/index.ts'
import { createSurvey, publishSurvey } from '../../../db/surveys/surveys.ts'
import { TEMPLATES } from '../../../surveys/templates/index.ts'
import { faultsOn } from '../../support/axe.ts'
import { openBrowser } from '../../support/browser.ts'
import { NOW } from '../../support/clock.ts'
import { everyKind } from '../../support/everyKind.ts'
import { makeAsking } from '../respondent/asking.ts'

// The survey's server is at 127.0.0.1, the site that embeds it at localhost: another site altogether.

let browser: Browser
let asking: Awaited<ReturnType<typeof makeAsking>>
let house: string
let host: string
/** The page of the embedding site. */
let body: string

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

beforeEach(async () => {
  asking = await makeAsking()
  house = `http://127.0.0.1:${await listen(asking.app)}`
  host = `http://localhost:${await listen(new Hono().get('/', (context) => context.html(page())))}`
  await publish('allowed', [host])
  await publish('elsewhere', ['https://shop.example.com'])
})

/** What README.md tells a strict site to allow, and styles that would spoil a careless widget. */
const page = () => `<!doctype html><html lang="en"><head><title>Shop</title>
<meta http-equiv="content-security-policy" content="default-src 'none'; script-src ${house}; frame-src ${house}; style-src 'sha256-${STYLE_HASH}'">
<style>${STYLE}</style></head><body><main><h1>Shop</h1><button>Buy</button>${body}</main></body></html>`
const STYLE = 'div,iframe,dialog{display:none!important}'
const STYLE_HASH = await crypto.subtle
  .digest('SHA-256', new TextEncoder().encode(STYLE))
  .then((hash) => Buffer.from(hash).toString('base64'))

const embed = (attributes: string) =>
  (body = `<script src="${house}/widget.js" ${attributes}></script>`)

const readAttributes = (tag: string) =>
  Object.fromEntries(
    [...tag.matchAll(/ ([\w-]+)(?:="([^"]*)")?/g)].map(([, name, value]) => [name!, value ?? '']),
  )

function listen(app: Hono): Promise<number> {
  return new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, port: 0 }, ({ port }: AddressInfo) => resolve(port))
    onTestFinished(async () => {
      if ('closeAllConnections' in server) server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    })
  })
}

async function publish(slug: string, sites: string[], asked = TEMPLATES.nps.definition) {
  const definition = { ...asked, sites }
  const { id } = await createSurvey(asking.db, { name: slug, slug, definition, now: NOW })
  await publishSurvey(asking.db, id, NOW)
}

async function visit(options: BrowserContextOptions = {}, before = ''): Promise<Page> {
  const context = await browser.newContext({ locale: 'en', reducedMotion: 'reduce', ...options })
  onTestFinished(() => context.close())
  if (before) await context.addInitScript(before)
  const page = await context.newPage()
  await page.goto(host)
  return page
}

const survey = (page: Page) => page.frameLocator('iframe')
const score = (page: Page, value: number) =>
  survey(page).locator(`.first label:has([value="${value}"])`)
const asks = (page: Page) => page.evaluate(`ohlas.ask()`)
const stored = () => asking.db.orm.select().from(response)
/** Waits until what the script left for later, with no delay, has been done. */
const timersRun = (page: Page) =>
  page.evaluate(() => new Promise((resolve) => void setTimeout(() => setTimeout(resolve))))
/** Waits until the browser shows its own page in the frame, in place of the one that refuses to be in it. */
const refused = (page: Page) =>
  expect.poll(() => page.frames().at(-1)!.url()).toMatch(/^chrome-error:/)

test('a popover comes by itself under a strict policy, keeps the answer, and goes for good', async () => {
  embed('data-survey="allowed" data-after="0" data-query="channel=shop"')
  const page = await visit()
  const complaints: string[] = []
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  await score(page, 9).click()
  await expect.poll(stored).toMatchObject([{ source: 'widget', properties: { channel: 'shop' } }])
  expect(await page.locator('iframe').getAttribute('title')).toContain('recommend')
  const height = await page.locator('iframe').evaluate((frame) => frame.clientHeight)
  expect(height).toBeGreaterThan(150)
  await survey(page).getByRole('button', { name: 'Close' }).click()
  await expect.poll(() => page.locator('iframe').count()).toBe(0)
  expect(await page.evaluate('document.styleSheets.length')).toBe(1)
  await page.reload()
  await timersRun(page)
  expect(await page.locator('iframe').count()).toBe(0)
  expect(complaints).toEqual([])
})

test('a dialog comes when the site asks, closes by key, and gives the focus back', async () => {
  embed('data-survey="allowed" data-as="dialog"')
  const page = await visit()
  await timersRun(page)
  expect(await page.locator('iframe').count()).toBe(0)
  await page.getByRole('button', { name: 'Buy' }).focus()
  expect(await asks(page)).toBe(true)
  await score(page, 3).waitFor()
  expect(await asks(page)).toBe(false)
  await score(page, 3).click()
  await page.keyboard.press('Escape')
  await expect.poll(() => page.locator('iframe').count()).toBe(0)
  expect(await page.evaluate('document.activeElement.textContent')).toBe('Buy')
  expect(await asks(page)).toBe(false)
  expect(await page.evaluate('ohlas.ask({ anyway: true })')).toBe(true)
})

test('an inline survey stands where its script does', async () => {
  embed('data-survey="allowed" data-as="inline" data-query="lang=de"')
  const page = await visit()
  await score(page, 10).click()
  await expect.poll(async () => (await stored())[0]?.language).toBe('de')
  expect(await page.locator('main > div').count()).toBe(1)
})

test.each([
  ['popover', 'en', 'light'],
  ['dialog', 'he', 'dark'],
  ['inline', 'ar', 'light'],
] as const)(
  'axe finds nothing on a site with a %s, nor in its frame: %s, %s',
  async (as, language, colorScheme) => {
    const questions = everyKind.questions.filter(({ id }) => ['nps', 'word'].includes(id))
    await publish('spoken', [host], { ...everyKind, questions })
    embed(`data-survey="spoken" data-as="${as}" data-query="lang=${language}"`)
    const page = await visit({ colorScheme, viewport: { width: 320, height: 568 } })
    if (as !== 'inline') await asks(page)
    await score(page, 3).waitFor()
    expect(await survey(page).locator('html').getAttribute('dir')).toBe(
      language === 'en' ? 'ltr' : 'rtl',
    )
    await score(page, 3).click()
    await survey(page).getByRole('textbox').waitFor()
    expect(await faultsOn(page, { inFrames: true })).toEqual([])
    const numbers = survey(page).locator('.row label')
    const narrowest = await numbers.evaluateAll((all) =>
      Math.min(...all.map((one) => one.getBoundingClientRect().width)),
    )
    expect(narrowest).toBeGreaterThanOrEqual(44)
    // However far the frame has scrolled to what is asked next.
    if (as === 'inline') return
    await survey(page).getByRole('textbox').focus()
    const close = await survey(page).locator('.close').boundingBox()
    expect(close!.y).toBeGreaterThanOrEqual(0)
    expect(close!.y).toBeLessThan(568 / 2)
  },
)

test('nobody who would not be tracked is asked by itself, and nothing is kept of them', async () => {
  embed('data-survey="allowed" data-after="0"')
  const page = await visit({}, `Object.defineProperty(navigator, 'doNotTrack', { value: '1' })`)
  await timersRun(page)
  expect(await page.locator('iframe').count()).toBe(0)
  expect(await asks(page)).toBe(true)
  await score(page, 9).waitFor()
  expect(await page.evaluate('localStorage.length')).toBe(0)
})

test('who does not want to be asked again is not, until they say otherwise in the same place', async () => {
  embed('data-survey="allowed" data-query="lang=en&customer=C-1"')
  const page = await visit()
  expect(await asks(page)).toBe(true)
  await score(page, 9).click()
  await survey(page).getByRole('button', { name: 'Send' }).click()
  await survey(page)
    .getByRole('link', { name: /^See what you told us/ })
    .click()
  await survey(page).getByRole('button', { name: 'Do not ask me again' }).click()
  await survey(page).getByText('We will not ask you again.').waitFor()
  const asked = (days: number) => page.evaluate(`ohlas.close(), ohlas.ask({ every: ${days} })`)
  const muted = () => page.evaluate(`localStorage.getItem('ohlas allowed') > Date.now()`)
  await expect.poll(muted).toBe(true)
  await survey(page).getByRole('button', { name: 'You may ask me again' }).click()
  await expect.poll(muted).toBe(false)
  expect(await asked(1)).toBe(false)
  expect(await asked(0)).toBe(true)
})

test('a survey that does not allow the site is not shown, nor counted as asked', async () => {
  embed('data-survey="elsewhere" data-after="0"')
  const page = await visit()
  await refused(page)
  expect(await page.locator('.popover').isVisible()).toBe(false)
  expect(await page.evaluate('localStorage.length')).toBe(0)
})

test('an inline survey that is not shown leaves nothing to look at or to be told of', async () => {
  embed('data-survey="elsewhere" data-as="inline"')
  const page = await visit()
  await refused(page)
  expect(await page.locator('iframe').isVisible()).toBe(false)
  expect(await page.locator('main').ariaSnapshot()).not.toContain('iframe')
  expect(await faultsOn(page)).toEqual([])
})

/** The frames on the page that have been shown. */
const frames = (page: Page) => page.locator('iframe').count()

test('a site that swaps its whole body, as Turbo does, can ask again', async () => {
  embed('data-survey="allowed"')
  const page = await visit()
  const swap = () => page.evaluate(`document.body.replaceWith(document.createElement('body'))`)
  expect(await asks(page)).toBe(true)
  await swap()
  expect(await asks(page)).toBe(true)
  await score(page, 9).waitFor()
  expect(await frames(page)).toBe(1)
  await swap()
  expect(await asks(page)).toBe(false)
  expect(await page.evaluate('ohlas.ask({ anyway: true })')).toBe(true)
  await score(page, 9).waitFor()
})

/** Keeps a count of the listeners on the window and the document that were added and not removed. */
const COUNT_LISTENERS = `
  const held = new Set()
  const ids = new Map()
  const nameOf = (target, type, listener) => {
    if (!ids.has(listener)) ids.set(listener, ids.size)
    return (target === document) + type + ids.get(listener)
  }
  for (const target of [window, document]) {
    const { addEventListener, removeEventListener } = target
    target.addEventListener = (type, listener, options) => {
      const name = nameOf(target, type, listener)
      held.add(name)
      options?.signal?.addEventListener('abort', () => held.delete(name))
      addEventListener.call(target, type, listener, options)
    }
    target.removeEventListener = (type, listener) => {
      held.delete(nameOf(target, type, listener))
      removeEventListener.call(target, type, listener)
    }
  }
  window.listeners = () => held.size`

test.each([
  ['popover', 'data-exit data-scroll="50"'],
  ['inline', 'data-as="inline"'],
])(
  'a site that swaps its body again and again gathers no listeners: %s',
  async (as, attributes) => {
    embed(`data-survey="allowed" ${attributes}`)
    const page = await visit({}, COUNT_LISTENERS)
    const listeners = () => page.evaluate<number>('listeners()')
    const isShown = async () => {
      if (as === 'popover') await page.evaluate('ohlas.ask({ anyway: true })')
      await score(page, 9).waitFor()
    }
    await isShown()
    const atFirst = await listeners()
    for (let time = 0; time < 3; time++) {
      await page.evaluate(`document.body.replaceWith(document.createElement('body'))`)
      await page.evaluate(`new Promise((loaded) => {
      const script = document.createElement('script')
      for (const [name, value] of Object.entries(${JSON.stringify(readAttributes(body))}))
        script.setAttribute(name, value)
      script.onload = loaded
      document.body.append(script)
    })`)
      await isShown()
    }
    await expect.poll(listeners).toBe(atFirst)
  },
)

test('a browser that does not know of modal dialogs as such shows a survey all the same', async () => {
  embed('data-survey="allowed"')
  const unknown = `{
    const { querySelectorAll } = document
    document.querySelectorAll = (selector) =>
      querySelectorAll.call(document, selector.replaceAll(':modal', ':not-known-here'))
  }`
  const page = await visit({}, unknown)
  expect(await asks(page)).toBe(true)
  await score(page, 9).waitFor()
})

test('a survey that a site has taken away is shown again when it is asked for', async () => {
  embed('data-survey="allowed"')
  const page = await visit()
  await asks(page)
  await score(page, 9).waitFor()
  await page.evaluate(`document.body.lastElementChild.remove()`)
  expect(await page.evaluate('ohlas.ask({ anyway: true })')).toBe(true)
  await score(page, 9).click()
  await page.keyboard.press('Escape')
  await expect.poll(() => frames(page)).toBe(0)
})

test.each([
  ['a site that is not allowed', 'elsewhere'],
  ['a survey that is not there', 'unknown'],
])('%s is not asked: it is tried again', async (_, slug) => {
  embed(`data-survey="${slug}"`)
  const page = await visit()
  expect(await asks(page)).toBe(true)
  expect(await asks(page)).toBe(false)
  await expect.poll(() => frames(page)).toBe(0)
  expect(await page.evaluate('localStorage.length')).toBe(0)
  expect(await asks(page)).toBe(true)
})

test('a network that fails leaves nothing, and the next try is shown', async () => {
  embed('data-survey="allowed"')
  const page = await visit()
  await page.route('**/s/**', (route) => route.abort())
  expect(await asks(page)).toBe(true)
  await expect.poll(() => frames(page)).toBe(0)
  expect(await page.evaluate('localStorage.length')).toBe(0)
  await page.unroute('**/s/**')
  expect(await asks(page)).toBe(true)
  await score(page, 9).waitFor()
})

test('two copies of the script know of each other', async () => {
  embed('data-survey="allowed" data-after="0"')
  body += body
  const page = await visit()
  await score(page, 9).waitFor()
  await page.addScriptTag({ url: `${house}/widget.js` })
  expect(await page.evaluate(`ohlas.ask({ survey: 'allowed', anyway: true })`)).toBe(false)
  expect(await frames(page)).toBe(1)
  await page.evaluate('ohlas.close()')
  expect(await frames(page)).toBe(0)
})

test.each(['popover', 'dialog'])('a %s can be used over a site’s modal dialog', async (as) => {
  embed(`data-survey="allowed" data-as="${as}"`)
  body +=
    '<dialog id="a"><p>Cart</p></dialog><dialog id="b"><p>Really?</p><button>No</button></dialog>'
  const page = await visit()
  const run = (code: string) => page.evaluate(code)
  const values = async () => (await asking.db.orm.select().from(answer)).map(({ value }) => value)
  const kept = (value: number) => expect.poll(values).toEqual([value])
  // The careless style would hide them; and fixed boxes are placed by whatever is transformed.
  const style = '"display:block!important;transform:scale(1)"'
  await run(`a.style.cssText = b.style.cssText = ${style}`)
  await run(`a.showModal()`)
  await asks(page)
  await score(page, 3).click()
  await kept(3)
  // One that opens later.
  await run(`b.showModal()`)
  await score(page, 4).click()
  await run(`b.close()`)
  await score(page, 5).click()
  await run(`a.close()`)
  await score(page, 6).click()
  await kept(6)
  expect(await stored()).toHaveLength(1)
  expect(await frames(page)).toBe(1)
  // One that is taken away with the survey in it.
  await run(`a.showModal()`)
  await score(page, 7).click()
  await kept(7)
  await run(`a.remove()`)
  expect(await frames(page)).toBe(0)
  expect(await run('ohlas.ask({ anyway: true })')).toBe(true)
  await score(page, 9).waitFor()
})

test('a page that the browser kept and brings back goes on with its survey', async () => {
  embed('data-survey="allowed"')
  const page = await visit()
  await asks(page)
  await score(page, 3).click()
  await page.goto('about:blank')
  await page.goBack()
  // Kept or loaded anew, as the browser likes.
  if (await frames(page)) await survey(page).locator('textarea').fill('Too slow')
  else expect(await page.evaluate('ohlas.ask({ anyway: true })')).toBe(true)
  await score(page, 4).click()
  expect(await frames(page)).toBe(1)
})
