import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { testPass } from '../../../../api/base/testPass.ts'
import { answer } from '../../../../db/schema/index.ts'
import { saveDraft } from '../../../../db/surveys/drafts.ts'
import { createSurvey, publishSurvey, readSurvey } from '../../../../db/surveys/surveys.ts'
import { readWorkspace } from '../../../../db/people/workspace.ts'
import { TEMPLATES } from '../../../../surveys/templates/index.ts'
import { faultsOn } from '../../../support/axe.ts'
import { NOW } from '../../../support/clock.ts'
import { everyKind } from '../../../support/everyKind.ts'
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

const again = (page: Page) => page.getByRole('button', { name: 'Start again' })

test('serves one respondent after another, and saves each one’s answer', async () => {
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

test('restarts 15 seconds after the last touch, with a warning, and saves the answers', async () => {
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

test('shows nothing of a respondent when a dark screen turns on again', async () => {
  const page = await aKiosk()
  await tap(page, 3)
  // Meanwhile no timer ran.
  await page.clock.fastForward(60_000)
  expect(await chosen(page)).toBe(0)
})

test('gives a respondent ten times as long on request, and the next one the usual time', async () => {
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

test('hides what was chosen, or sent as a form, before its script ran', async () => {
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

test('has no links that leave it, not even the hidden one', async () => {
  const page = await aKiosk()
  await page.waitForLoadState('networkidle')
  const { href } = new URL(page.url())
  await page.evaluate(() => document.querySelector<HTMLElement>('.away a')!.click())
  await tap(page, 9)
  await waitFor(1)
  expect(page.url()).toBe(href)
})

test('counts a turn of the wheel as activity', async () => {
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

test('does not change the next respondent’s language for one who has left', async () => {
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
