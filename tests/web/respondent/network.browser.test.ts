import type { BrowserContext, Page } from 'playwright-core'
import { eq } from 'drizzle-orm'
import { expect, onTestFinished, test } from 'vitest'
import { newId } from '../../../db/ids.ts'
import { response } from '../../../db/schema/index.ts'
import { countAnswers } from '../../support/countAnswers.ts'
import { NEWER_SAVE_STORED } from '../../../surveys/problemTypes.ts'
import type { Fate } from '../../support/line.ts'
import { listening } from '../../support/listening.ts'
import { startServer } from '../../support/server.ts'
import { written } from '../../support/written.ts'

const SLOW_3G = {
  offline: false,
  latency: 200,
  downloadThroughput: 50_000,
  uploadThroughput: 50_000,
}

const world = listening()

async function aCustomer(): Promise<BrowserContext> {
  const context = await world.browser.newContext({ locale: 'en', reducedMotion: 'reduce' })
  onTestFinished(() => context.close())
  await context.clock.install()
  return context
}

async function visit(context: BrowserContext): Promise<Page> {
  const page = await context.newPage()
  await page.goto(`${world.line.url}/s/${world.slug}`)
  return page
}

async function slowDown(page: Page) {
  const session = await page.context().newCDPSession(page)
  await session.send('Network.emulateNetworkConditions', SLOW_3G)
}

const tap = (page: Page, score: number) =>
  page.locator(`.first label:has([value="${score}"])`).click()
const send = (page: Page) => page.getByRole('button', { name: 'Send' }).click()
const thanked = (page: Page) => page.locator('.thanks h1').waitFor()
const notSaved = (page: Page) => page.getByText('Not saved yet.').waitFor()
const letters = (page: Page) =>
  page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('/responses/')))
const stored = () =>
  world.db.orm.select().from(response).where(eq(response.surveyId, world.surveyId))

/** Lets time pass on the page, with room for what it sends meanwhile. */
async function pass(page: Page, seconds: number) {
  const until = world.line.saves.length + 2
  for (let passed = 0; passed < seconds && world.line.saves.length < until; passed += 5)
    await page.clock.runFor(5_000)
}

/** Lets time pass until so many answers are there; each is there once, and counted once. */
async function expectStored(n: number, page: Page) {
  await expect
    .poll(async () => {
      await page.clock.runFor(30_000)
      return [(await letters(page)).length, (await stored()).length]
    })
    .toEqual([0, n])
  expect(await countAnswers(world.db, { surveyId: world.surveyId, question: 'nps' })).toBe(n)
}

test('without a network at the tap, the answer arrives later with its original time', async () => {
  const page = await visit(await aCustomer())
  await page.context().setOffline(true)
  const tapped = Date.now()
  await tap(page, 2)
  await notSaved(page)
  await page.clock.runFor(3_600_000)
  expect(await stored()).toEqual([])
  await page.context().setOffline(false)
  await expectStored(1, page)
  const { answeredAt } = (await stored())[0]!
  expect(Math.abs(answeredAt - tapped)).toBeLessThan(30_000)
})

test('a tab that is closed right after the tap has sent the answer', async () => {
  const page = await visit(await aCustomer())
  await slowDown(page)
  await tap(page, 9)
  await page.close()
  await expect.poll(async () => (await stored()).length).toBe(1)
  await expectStored(1, await visit(page.context()))
})

test.each<Fate>(['request lost', 'answer lost'])(
  'a tab that is closed, its %s, sends when it is opened again',
  async (fate) => {
    const page = await visit(await aCustomer())
    world.line.fate = () => fate
    await tap(page, 3)
    await notSaved(page)
    await page.close()
    world.line.fate = () => 'through'
    await expectStored(1, await visit(page.context()))
  },
)

test('on a slow line that loses 30 % each answer arrives once, with its comment', async () => {
  const fates: Fate[] = ['request lost', 'through', 'through', 'answer lost', 'through']
  const sequence = [...fates, 'through', 'answer lost', 'through', 'through', 'through'] as Fate[]
  world.line.fate = (save) => sequence[save % sequence.length]!
  const context = await aCustomer()
  const pages = await Promise.all([visit(context), visit(context), visit(context)])
  for (const page of pages) await written(page)
  for (const page of pages) {
    await slowDown(page)
    await tap(page, 4)
    await page.getByRole('textbox').fill('Slow.')
    await send(page)
  }
  for (const page of pages) {
    await expect
      .poll(async () => {
        await page.clock.runFor(5_000)
        return page.locator('.thanks h1').isVisible()
      })
      .toBe(true)
  }
  await expectStored(3, pages[0])
  expect((await stored()).map(({ state }) => state)).toEqual(Array(3).fill('complete'))
})

test('a server that is killed and down for ten minutes gets every answer once', async () => {
  const context = await aCustomer()
  const [first, second] = [await visit(context), await visit(context)]
  await tap(first, 9)
  await expect.poll(async () => (await stored()).length).toBe(1)
  await world.server.end('SIGKILL')
  world.line.target = undefined
  await tap(first, 1)
  await tap(second, 2)
  await Promise.all([notSaved(first), notSaved(second)])
  for (let minute = 0; minute < 10; minute++) await Promise.all([pass(first, 60), pass(second, 60)])
  // Each tries again by itself, and not all the time.
  expect(world.line.saves.length).toBeGreaterThan(6)
  expect(world.line.saves.length).toBeLessThan(60)
  world.server = await startServer(world.file)
  world.line.target = world.server.url
  await expectStored(2, second)
  await expectStored(2, first)
  expect((await stored()).map(({ band }) => band)).toEqual(['unhappy', 'unhappy'])
})

async function expectTriedAgain(fate: Fate) {
  world.line.fate = () => fate
  const page = await visit(await aCustomer())
  await tap(page, 7)
  await notSaved(page)
  expect(await letters(page)).toHaveLength(1)
  world.line.fate = () => 'through'
  await expectStored(1, page)
}

test.each([0, 408, 425, 429, 500, 502, 503, 504])('status %i is tried again', (status) =>
  expectTriedAgain(status || 'request lost'),
)

test.each([200, 301, 401, 403, 404, 410, 413, 502])(
  'status %i is tried again when a proxy says so in the place of the server',
  (proxy) => expectTriedAgain({ proxy }),
)

test.each([400, 403, 404, 409, 410, 413])(
  'status %i is not retried, and the server’s page says why',
  async (status) => {
    world.line.fate = () => status
    const page = await visit(await aCustomer())
    const posted = page.waitForRequest((request) => request.method() === 'POST')
    await tap(page, 7)
    // The form itself is sent, so that the server's own page says why; here it takes the answer.
    await (await posted).response()
    await page.waitForLoadState('networkidle')
    await expect.poll(() => letters(page)).toEqual([])
    await page.clock.runFor(600_000)
    expect(world.line.saves).toHaveLength(1)
  },
)

test('a save that arrived after a newer one is not retried', async () => {
  world.line.fate = () => ({ status: 409, type: NEWER_SAVE_STORED })
  const page = await visit(await aCustomer())
  await tap(page, 7)
  await send(page)
  await thanked(page)
  expect(await letters(page)).toEqual([])
})

test('several tabs send stored saves once, and skip those that another tab is sending', async () => {
  const context = await aCustomer()
  const page = await visit(context)
  world.line.fate = () => 'request lost'
  await tap(page, 2)
  await notSaved(page)
  await page.close()
  world.line.fate = () => 'through'
  world.line.saves = []
  const tabs = await Promise.all([visit(context), visit(context), visit(context), visit(context)])
  await expectStored(1, tabs[0])
  for (const tab of tabs) await tab.clock.runFor(60_000)
  expect(world.line.saves).toHaveLength(1)

  world.line.fate = () => 'request lost'
  await tap(tabs[0], 3)
  await notSaved(tabs[0])
  const others = [...tabs.slice(1), await visit(context)]
  const sent: string[] = []
  for (const tab of others) tab.on('request', (request) => sent.push(request.url()))
  for (const tab of others) await tab.clock.runFor(600_000)
  expect(sent).toEqual([])
})

test('a device without storage left says so, and sends from the page', async () => {
  const page = await visit(await aCustomer())
  await page.evaluate(() => {
    for (let size = 1_000_000; size >= 1; size = Math.floor(size / 2))
      try {
        for (let part = 0; ; part++) localStorage[`${size} ${part}`] = 'x'.repeat(size)
      } catch {}
  })
  world.line.fate = () => 503
  await tap(page, 2)
  await page.getByText('Your answer is still on this page').waitFor()
  world.line.fate = () => 'through'
  await expectStored(1, page)
})

test('a save older than 30 days is dropped once it could not be sent', async () => {
  const context = await aCustomer()
  const page = await visit(context)
  world.line.fate = () => 500
  const keep = (age: number) =>
    page.evaluate(
      (url) => (localStorage[`ohlas ${url}`] = '{}'),
      `/s/${world.slug}/responses/${newId(Date.now() - age * 86_400_000)}`,
    )
  await keep(31)
  await keep(29)
  await page.reload()
  // Between two tries the page waits by its own clock, and for the line by the real one.
  await expect
    .poll(async () => {
      await page.clock.runFor(5_000)
      return { left: (await letters(page)).length, tried: new Set(world.line.saves).size }
    })
    .toEqual({ left: 1, tried: 2 })
})
