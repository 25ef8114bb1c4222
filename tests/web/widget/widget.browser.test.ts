import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { faultsOn } from '../../support/axe.ts'
import { everyKind } from '../../support/everyKind.ts'
import {
  host,
  body,
  embed,
  publish,
  visit,
  survey,
  score,
  asks,
  stored,
  refused,
  frames,
  serveEachTest,
} from './shop.ts'

const readAttributes = (tag: string) =>
  Object.fromEntries(
    [...tag.matchAll(/ ([\w-]+)(?:="([^"]*)")?/g)].map(([, name, value]) => [name!, value ?? '']),
  )

/** Waits until what the script left for later, with no delay, has been done. */
const timersRun = (page: Page) =>
  page.evaluate(() => new Promise((resolve) => void setTimeout(() => setTimeout(resolve))))

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

serveEachTest()

test('a popover opens by itself under a strict policy, saves the answer, and closes for good', async () => {
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

test('a dialog opens on request, closes by key, and returns the focus', async () => {
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

test('an inline survey that is not shown leaves nothing to look at or to be told of', async () => {
  embed('data-survey="elsewhere" data-as="inline"')
  const page = await visit()
  await refused(page)
  expect(await page.locator('iframe').isVisible()).toBe(false)
  expect(await page.locator('main').ariaSnapshot()).not.toContain('iframe')
  expect(await faultsOn(page)).toEqual([])
})

test.each([
  ['popover', 'data-exit data-scroll="50"'],
  ['inline', 'data-as="inline"'],
])('a site that swaps its body repeatedly accumulates no listeners: %s', async (as, attributes) => {
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
})

test.each([
  ['a site that is not allowed', 'elsewhere'],
  ['a survey that is not there', 'unknown'],
])('%s does not count as asked, and is retried', async (_, slug) => {
  embed(`data-survey="${slug}"`)
  const page = await visit()
  expect(await asks(page)).toBe(true)
  expect(await asks(page)).toBe(false)
  await expect.poll(() => frames(page)).toBe(0)
  expect(await page.evaluate('localStorage.length')).toBe(0)
  expect(await asks(page)).toBe(true)
})

test('a failed network leaves nothing, and the next attempt is shown', async () => {
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
