import { eq } from 'drizzle-orm'
import type { Page } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import { testPass } from '../../../../api/base/testPass.ts'
import { answer, response } from '../../../../db/schema/index.ts'
import { countAnswers } from '../../../../db/scores/summaries.ts'
import { saveDraft } from '../../../../db/surveys/drafts.ts'
import {
  createSurvey,
  pauseSurvey,
  publishSurvey,
  readSurvey,
} from '../../../../db/surveys/surveys.ts'
import { readWorkspace } from '../../../../db/people/workspace.ts'
import type { SurveyDefinition } from '../../../../surveys/definition.ts'
import { TEMPLATES } from '../../../../surveys/templates/index.ts'
import { faultsOn } from '../../../support/axe.ts'
import { NOW } from '../../../support/clock.ts'
import { everyKind } from '../../../support/everyKind.ts'
import { listening } from '../../../support/listening.ts'
import { written } from '../../../support/written.ts'

const TABLET = { width: 1024, height: 768 }

const world = listening()

/** @param before runs in the browser before the page does */
async function aKiosk(query = '', viewport = TABLET, before?: () => void): Promise<Page> {
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

const number = (score: number) => `.first label:has([value="${score}"])`
const tap = (page: Page, score: number) => page.locator(number(score)).click()
const send = (page: Page) => page.locator('.end-row button').click()
const thanked = (page: Page) => page.locator('.thanks h1').waitFor()
const chosen = (page: Page) => page.locator(':checked').count()
const again = (page: Page) => page.getByRole('button', { name: 'Start again' })
const letters = (page: Page) =>
  page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('/responses/')))
const stored = () =>
  world.db.orm.select().from(response).where(eq(response.surveyId, world.surveyId))
const waitFor = (n: number, page?: Page) =>
  expect
    .poll(async () => {
      await page?.clock.runFor(5_000)
      return (await stored()).length
    })
    .toBe(n)

/** Publishes another version of the survey. */
async function askInstead(definition: SurveyDefinition) {
  const { draftRevision: revision } = await readSurvey(world.db, world.surveyId)
  await saveDraft(world.db, world.surveyId, { revision, definition, by: 'Ada', now: NOW })
  await publishSurvey(world.db, world.surveyId, NOW)
}

test('asks one after another, and keeps each one’s answer', async () => {
  const page = await aKiosk('&store=prague')
  for (const score of [2, 9]) {
    await tap(page, score)
    await page.getByRole('textbox').fill('Because.')
    await written(page)
    await send(page)
    await thanked(page)
    await again(page).click()
    await page.locator(number(0)).waitFor()
    expect(await chosen(page)).toBe(0)
    expect(await page.getByRole('textbox').count()).toBe(0)
  }
  await waitFor(2)
  const rows = await stored()
  expect(rows.map(({ band, state }) => [band, state])).toEqual([
    ['unhappy', 'complete'],
    ['happy', 'complete'],
  ])
  expect(rows.map(({ source }) => source)).toEqual(['kiosk', 'kiosk'])
})

test('starts again 15 seconds after the last touch, says so before, and keeps what was there', async () => {
  const page = await aKiosk()
  const said = page.locator('.left span:visible')
  await tap(page, 3)
  await page.getByRole('textbox').pressSequentially('Half a wo')
  await page.clock.runFor(4_000)
  expect(await said.count()).toBe(0)
  await page.clock.runFor(2_000)
  await page.getByText('This page starts again in 10 seconds.').waitFor()
  await page.getByRole('textbox').press('r')
  expect(await said.count()).toBe(0)
  await page.clock.runFor(14_000)
  expect(await chosen(page)).toBe(1)
  await page.getByText('This page starts again in 5 seconds.').waitFor()
  await page.clock.runFor(2_000)
  expect(await chosen(page)).toBe(0)
  await expect
    .poll(async () => (await world.db.orm.select().from(answer)).map(({ text }) => text))
    .toContain('Half a wor')
  expect(await stored()).toMatchObject([{ state: 'partial', band: 'unhappy' }])
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0)
})

test('has nothing of a customer left when a screen that went dark is light again', async () => {
  const page = await aKiosk()
  await tap(page, 3)
  // Meanwhile no timer ran.
  await page.clock.fastForward(60_000)
  expect(await chosen(page)).toBe(0)
})

test('gives whoever asks for it ten times as long, and the next one the usual time', async () => {
  const page = await aKiosk()
  await tap(page, 3)
  await page.getByRole('button', { name: 'I need more time' }).click()
  await page.clock.runFor(140_000)
  expect(await chosen(page)).toBe(1)
  await page.clock.runFor(11_000)
  expect(await chosen(page)).toBe(0)
  await tap(page, 4)
  await page.clock.runFor(16_000)
  expect(await chosen(page)).toBe(0)
})

test('goes on in another language with the same answer, and comes back to its own', async () => {
  const page = await aKiosk()
  await page.waitForLoadState('networkidle')
  await tap(page, 3)
  await waitFor(1)
  await page.getByRole('link', { name: 'עברית' }).click()
  await page.getByText('מה הסיכוי').waitFor()
  expect(await page.evaluate(() => document.documentElement.dir)).toBe('rtl')
  expect(await page.locator('.first :checked').inputValue()).toBe('3')
  await send(page)
  await thanked(page)
  await page.clock.runFor(16_000)
  await page.getByText('How likely are you').waitFor()
  await expect.poll(async () => (await stored()).map(({ state }) => state)).toEqual(['complete'])
})

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
  expect(
    await countAnswers(world.db, { surveyId: world.surveyId, question: 'nps', until: Infinity }),
  ).toBe(4)
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

test('has the news of its other languages when one of them fails', async () => {
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

test('works for an answer that has to be worked for, while its customer is thanked', async () => {
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

test('tries a draft like the survey itself, and counts none of its answers', async () => {
  const workspace = (await readWorkspace(world.db))!
  const pass = testPass({ workspace, now: Date.now }, world.slug)
  const { draftRevision: revision } = await readSurvey(world.db, world.surveyId)
  const definition = TEMPLATES.csat.definition
  await saveDraft(world.db, world.surveyId, { revision, definition, by: 'Ada', now: NOW })
  const page = await aKiosk(`&test=${pass}`)
  await tap(page, 5)
  await written(page)
  await send(page)
  await thanked(page)
  await again(page).click()
  await tap(page, 1)
  await waitFor(2, page)
  expect((await stored()).map(({ state }) => state)).toEqual(['test', 'test'])
})

test('is full screen again after somebody has left it', async () => {
  const page = await aKiosk('', TABLET, () => {
    const asked = Object.assign(globalThis, { asked: 0 })
    Element.prototype.requestFullscreen = () => Promise.resolve(void asked.asked++)
  })
  await tap(page, 3)
  await tap(page, 4)
  expect(await page.evaluate(() => (globalThis as { asked?: number }).asked)).toBe(2)
})

test('lets its worker be in the way of no other page', async () => {
  const page = await aKiosk()
  await page.evaluate(async () => (await navigator.serviceWorker.ready).active?.state)
  await page.goto(`${world.line.url}/s/${world.slug}`)
  await page.locator(number(3)).click()
  await waitFor(1)
  expect((await stored())[0]!.source).toBe('link')
})

test('is asked for once where there is nothing to ask and no page was kept', async () => {
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

const kept = {
  'has no room for pages': () => {
    Cache.prototype.put = () => Promise.reject(new DOMException('', 'QuotaExceededError'))
  },
  'may keep none': () => {
    CacheStorage.prototype.open = () => Promise.reject(new DOMException('', 'SecurityError'))
  },
}
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

test('is not loaded again and again for what a browser or a proxy adds to its pages', async () => {
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

test('shows nobody what was chosen, or sent as a form, before its script ran', async () => {
  const page = await aKiosk('', TABLET, () => {
    globalThis.fetch = () => Promise.reject(new TypeError('no network'))
    addEventListener('DOMContentLoaded', () => {
      document.querySelector<HTMLInputElement>('.first [value="3"]')!.checked = true
    })
  })
  await page.locator('.offline span').waitFor()
  expect(await chosen(page)).toBe(0)
  await tap(page, 2)
  await page.getByRole('textbox').fill('Mine alone')
  await page.evaluate(() => {
    for (const field of document.querySelectorAll('.more [name=asked]')) field.remove()
    HTMLFormElement.prototype.submit.call(document.forms.namedItem('survey'))
  })
  await waitFor(1)
  await page.locator('.offline span').waitFor()
  expect(await page.locator('[type=hidden][name=lang]').count()).toBe(0)
  expect(await chosen(page)).toBe(0)
})

test('leads nowhere, not even by the link that nobody sees', async () => {
  const page = await aKiosk()
  await page.waitForLoadState('networkidle')
  const { href } = new URL(page.url())
  await page.evaluate(() => document.querySelector<HTMLElement>('.away a')!.click())
  await tap(page, 9)
  await waitFor(1)
  expect(page.url()).toBe(href)
})

test('takes a turn of the wheel for somebody who is there', async () => {
  const page = await aKiosk()
  await tap(page, 3)
  await page.clock.runFor(7_000)
  const warning = page.locator('.left span:visible')
  await warning.waitFor()
  await page.mouse.wheel(0, 50)
  await warning.waitFor({ state: 'hidden' })
  await page.clock.runFor(10_000)
  expect(await chosen(page)).toBe(1)
})

test('does not change the language of the next one for who has gone', async () => {
  const page = await aKiosk('', TABLET, () => {
    CacheStorage.prototype.open = () => Promise.reject(new DOMException('', 'SecurityError'))
  })
  let answer = () => {}
  const late = new Promise<void>((resolve) => (answer = resolve))
  await page.route(/lang=/, async (route) => {
    await late
    await route.continue()
  })
  await page.reload()
  await tap(page, 3)
  await page.getByRole('link', { name: 'Deutsch' }).click()
  await again(page).click()
  await tap(page, 4)
  answer()
  await page.waitForLoadState('networkidle')
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('en')
  expect(await page.locator('.first :checked').inputValue()).toBe('4')
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

test('keeps whoever is there when their answer is refused, and asks the next one anew', async () => {
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

test.each([
  ['a tablet', 1024, 768, 64, 72],
  ['a tablet held upright', 768, 1024, 64, 72],
  ['a phone', 360, 640, 40, 44],
  ['a large screen', 1920, 1080, 64, 80],
])(
  'has room for a finger on %s, and needs no scrolling to the side',
  async (_, width, height, leastWidth, leastHeight) => {
    const page = await aKiosk('', { width, height })
    // At once: while they are measured one by one, the page may be drawn anew.
    const least = (selector: string, side: 'width' | 'height') =>
      page
        .locator(selector)
        .evaluateAll(
          (all, which) => Math.min(...all.map((each) => each.getBoundingClientRect()[which])),
          side,
        )
    expect(await least('.first .row span', 'height')).toBeGreaterThanOrEqual(leastHeight)
    expect(await least('.first .row span', 'width')).toBeGreaterThanOrEqual(leastWidth)
    await tap(page, 3)
    await again(page).waitFor()
    expect(await least('button:visible', 'height')).toBeGreaterThanOrEqual(44)
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
  },
)

test.each([
  [360, 640],
  [768, 1024],
  [1024, 768],
])(
  'hides nothing that has the focus behind its foot, and nothing at the side: %d × %d',
  async (width, height) => {
    const { id, slug } = await createSurvey(world.db, {
      name: 'All',
      slug: `all-${width}`,
      definition: everyKind,
      now: NOW,
    })
    await publishSurvey(world.db, id, NOW)
    const page = await aKiosk('', { width, height })
    await page.goto(`${world.line.url}/s/${slug}?via=kiosk`)
    await tap(page, 3)
    await page.getByRole('button', { name: 'I need more time' }).click()
    await page.locator('.first :checked').focus()
    const hidden = []
    for (let step = 0; step < 12; step++) {
      await page.keyboard.press('Tab')
      hidden.push(
        ...(await page.evaluate(() => {
          const foot = document.querySelector('footer')!
          const focused = document.activeElement as HTMLInputElement
          const target = focused.closest('label') ?? focused
          const isFree =
            foot.contains(target) ||
            target === document.body ||
            target.getBoundingClientRect().bottom < foot.getBoundingClientRect().top + 1
          return isFree ? [] : [focused.name || focused.textContent]
        })),
      )
    }
    expect(hidden).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
  },
)

test.each(['en', 'he'])('is free of what axe finds at every step: %s', async (language) => {
  const page = await aKiosk(`&lang=${language}`)
  expect(await faultsOn(page)).toEqual([])
  await tap(page, 3)
  await page.clock.runFor(6_000)
  expect(await faultsOn(page)).toEqual([])
  await send(page)
  await thanked(page)
  expect(await faultsOn(page)).toEqual([])
  world.line.target = undefined
  await page.clock.runFor(400_000)
  await page.locator('.offline span').waitFor()
  expect(await faultsOn(page)).toEqual([])
})
