import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { countAnswers } from '../../../support/countAnswers.ts'
import { saveDraft } from '../../../../db/surveys/drafts.ts'
import { pauseSurvey, publishSurvey, readSurvey } from '../../../../db/surveys/surveys.ts'
import type { SurveyDefinition } from '../../../../surveys/definition.ts'
import { TEMPLATES } from '../../../../surveys/templates/index.ts'
import { NOW } from '../../../support/clock.ts'
import { written } from '../../../support/written.ts'
import {
  TABLET,
  world,
  serveKiosk,
  aKiosk,
  number,
  tap,
  send,
  thanked,
  chosen,
  stored,
  waitFor,
} from './aKiosk.ts'

serveKiosk()

const letters = (page: Page) =>
  page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('/responses/')))

/** Publishes another version of the survey. */
async function askInstead(definition: SurveyDefinition) {
  const { draftRevision: revision } = await readSurvey(world.db, world.surveyId)
  await saveDraft(world.db, world.surveyId, { revision, definition, by: 'Ada', now: NOW })
  await publishSurvey(world.db, world.surveyId, NOW)
}

const kept = {
  'has no room for pages': () => {
    Cache.prototype.put = () => Promise.reject(new DOMException('', 'QuotaExceededError'))
  },
  'may keep none': () => {
    CacheStorage.prototype.open = () => Promise.reject(new DOMException('', 'SecurityError'))
  },
}

test('asks on without network for a day, through reloads, and sends each answer once when it is back', async () => {
  const page = await aKiosk('&lang=en')
  await page.evaluate(async () => (await navigator.serviceWorker.ready).active?.state)
  await page.waitForLoadState('networkidle')
  world.line.target = undefined
  await page.reload()
  await page.locator(number(0)).waitFor()
  for (const score of [1, 8, 10]) {
    await tap(page, score)
    await send(page)
    await page.clock.runFor(1_500)
    await thanked(page)
    await page.clock.runFor(15_000)
    expect(await chosen(page)).toBe(0)
  }
  await page.getByText('No connection right now.').waitFor()
  await page.getByRole('link', { name: 'Deutsch' }).click()
  await page.getByText('Wie wahrscheinlich').waitFor()
  await page.clock.runFor(20 * 3_600_000)
  await page.reload()
  await tap(page, 5)
  expect(await letters(page)).toHaveLength(4)
  expect(await stored()).toEqual([])
  world.line.target = world.server.url
  await waitFor(4, page)
  await expect.poll(() => letters(page)).toEqual([])
  expect(await countAnswers(world.db, { surveyId: world.surveyId, question: 'nps' })).toBe(4)
  await expect
    .poll(async () => {
      await page.clock.runFor(61_000)
      return page.getByText('No connection right now.').isVisible()
    })
    .toBe(false)
})

test('thanks at once where the network hangs', async () => {
  const page = await aKiosk()
  await page.route('**/responses/*', () => {})
  await tap(page, 9)
  await send(page)
  await page.clock.runFor(1_500)
  await thanked(page)
  expect(await letters(page)).toHaveLength(1)
})

test('says when the survey is paused, asks nobody meanwhile, and goes on by itself', async () => {
  const page = await aKiosk()
  await page.waitForLoadState('networkidle')
  await pauseSurvey(world.db, world.surveyId, NOW)
  await expect
    .poll(async () => {
      await page.clock.runFor(301_000)
      return page.getByText('This survey is closed').isVisible()
    })
    .toBe(true)
  await publishSurvey(world.db, world.surveyId, NOW)
  await expect
    .poll(async () => {
      await page.clock.runFor(61_000)
      return page.locator(number(0)).isVisible()
    })
    .toBe(true)
  await tap(page, 9)
  await waitFor(1)
})

test('asks on while a proxy answers in the place of its server, through reloads', async () => {
  const page = await aKiosk()
  await page.evaluate(async () => (await navigator.serviceWorker.ready).active?.state)
  await page.waitForLoadState('networkidle')
  world.line.target = { proxy: 404 }
  await page.clock.runFor(301_000)
  await page.locator('.offline span').waitFor()
  await page.reload()
  await page.locator(number(7)).waitFor()
  world.line.target = world.server.url
  await tap(page, 7)
  await waitFor(1, page)
})

test('updates its other languages if one of them fails', async () => {
  const page = await aKiosk()
  await page.waitForLoadState('networkidle')
  await page.route(/lang=cs/, (route) => route.fulfill({ status: 500 }))
  await askInstead(TEMPLATES.csat.definition)
  await expect
    .poll(async () => {
      await page.clock.runFor(301_000)
      return page.locator(number(0)).count()
    })
    .toBe(0)
  await page.getByRole('link', { name: 'Deutsch' }).click()
  await page.getByText('Wie zufrieden').waitFor()
})

test('solves a required proof of work while its customer is thanked', async () => {
  await askInstead({ ...TEMPLATES.nps.definition, proof: 'always' })
  const page = await aKiosk()
  await tap(page, 9)
  await written(page)
  await send(page)
  await thanked(page)
  await page.clock.runFor(16_000)
  await page.locator(number(0)).waitFor()
  await waitFor(1, page)
  await expect.poll(async () => (await stored()).map(({ state }) => state)).toEqual(['complete'])
})

test('keeps its worker from affecting other pages', async () => {
  const page = await aKiosk()
  await page.evaluate(async () => (await navigator.serviceWorker.ready).active?.state)
  await page.goto(`${world.line.url}/s/${world.slug}`)
  await page.locator(number(3)).click()
  await waitFor(1)
  expect((await stored())[0]!.source).toBe('link')
})

test('is requested once if there is nothing to ask and no page was cached', async () => {
  // The page itself looks for no news, so that each visit is the worker's.
  const page = await aKiosk('', TABLET, () => {
    globalThis.fetch = () => Promise.reject(new TypeError('no network'))
  })
  await page.evaluate(async () => (await navigator.serviceWorker.ready).active?.state)
  await pauseSurvey(world.db, world.surveyId, NOW)
  await expect.poll(async () => (await fetch(`${world.server.url}/s/${world.slug}`)).ok).toBe(false)
  await page.goto(`${world.line.url}/s/${world.slug}?via=kiosk&store=new`)
  await page.getByText('This survey is closed').waitFor()
  expect(world.line.visits.filter((url) => url.includes('store=new'))).toHaveLength(1)
})

test.each(Object.entries(kept))('fetches pages anew on a device that %s', async (_, before) => {
  const page = await aKiosk('', TABLET, before)
  const asked = page.waitForResponse(/lang=he/)
  await (await asked).finished()
  await page.waitForLoadState('networkidle')
  expect(await page.locator('.offline span').isVisible()).toBe(false)
  await tap(page, 3)
  await page.getByRole('link', { name: 'Deutsch' }).click()
  await page.getByText('Wie wahrscheinlich').waitFor()
})

test('does not reload repeatedly for what a browser or a proxy adds to its pages', async () => {
  const page = await aKiosk('', TABLET, () =>
    addEventListener('DOMContentLoaded', () =>
      document.head.append(document.createElement('style')),
    ),
  )
  let loads = 0
  page.on('load', () => loads++)
  await page.route('**/s/**', async (route) => {
    const response = await route.fetch()
    const added = `<script>${Math.random()}</script>`
    await route.fulfill({ response, body: (await response.text()) + added })
  })
  const news = page.waitForResponse((response) => response.request().resourceType() === 'fetch')
  await page.reload()
  await (await news).finished()
  await page.clock.runFor(2_000)
  expect(loads).toBe(1)
  await tap(page, 9)
  await waitFor(1)
  // The page may still be fetching through the route when the test closes it.
  await page.unrouteAll({ behavior: 'ignoreErrors' })
})

test('lets a newer worker take over at once', async () => {
  const page = await aKiosk()
  await page.evaluate(async () => (await navigator.serviceWorker.ready).active?.state)
  // What it still had to fetch when its page went would keep the older one for up to five minutes.
  await page.waitForLoadState('networkidle')
  await page.reload()
  await page.waitForLoadState('networkidle')
  await page.evaluate(() =>
    navigator.serviceWorker.register('/kiosk.js?newer', { scope: location.pathname }),
  )
  await expect
    .poll(() =>
      page.evaluate(
        async () => (await navigator.serviceWorker.getRegistration())?.active?.scriptURL,
      ),
    )
    .toContain('newer')
})

test('keeps a respondent whose answer is refused, and starts afresh for the next one', async () => {
  const page = await aKiosk()
  world.line.fate = (save) => (save ? 'through' : 403)
  await tap(page, 2)
  await page.getByText('Something went wrong here.').waitFor()
  expect(new URL(page.url()).search).toBe('?via=kiosk')
  await page.clock.runFor(20_000)
  await tap(page, 9)
  await waitFor(1)
  expect((await stored())[0]!.band).toBe('happy')
})
