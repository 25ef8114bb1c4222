import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { QUESTION_KINDS } from '../../../surveys/questions.ts'
import { makeFirstAdmin } from '../../support/admin.ts'
import { faultsOn } from '../../support/axe.ts'
import { closeContexts, shareBrowser } from '../../support/sharedBrowser.ts'
import { sharedFile } from '../../support/database.ts'
import { everyKind } from '../../support/everyKind.ts'
import { startServer, type Server } from '../../support/server.ts'
import { walk } from '../../support/walking.ts'

// What a survey's writer works with, for hands without a mouse, eyes that need it larger, and readers
// of either direction. What customers get has its tests in tests/web/respondent.

const KINDS = ['nps', 'stars', 'solved', 'reason', 'word']
const SMALLEST = { width: 320, height: 568 }

const file = sharedFile()
let browser: Browser
let server: Server
let admin: Awaited<ReturnType<BrowserContext['storageState']>>
let survey: string

beforeAll(async () => {
  ;[browser, server] = await Promise.all([shareBrowser(), startServer(file)])
  const { request } = await browser.newContext()
  await makeFirstAdmin(request, server)
  const api = `${server.url}/api/v1/surveys`
  const made = await request.post(api, { data: { template: 'nps', name: 'After support' } })
  const { id, url } = (await made.json()) as { id: string; url: string }
  const questions = everyKind.questions.filter((question) => KINDS.includes(question.id))
  await request.put(`${api}/${id}/draft`, {
    data: { revision: 0, definition: { ...everyKind, questions } },
  })
  await request.put(`${api}/${id}/publication`)
  // Whoever only opens a link with a score is set aside.
  for (const score of [3, 9]) {
    const page = await browser.newPage()
    const kept = page.waitForResponse((response) => response.request().method() === 'PUT')
    await page.goto(`${url}?lang=en&score=${score}`)
    await kept
    await page.close()
  }
  const page = await browser.newPage()
  await page.goto(`${url}?lang=en`)
  const counted = page.waitForResponse((response) => response.request().method() === 'PUT')
  await page.getByRole('radio', { name: '9', exact: true }).check()
  await counted
  await page.close()
  survey = `${server.url}/surveys/${id}`
  admin = await request.storageState()
})
afterAll(async () => {
  await closeContexts(browser)
  await server.end('SIGTERM')
})

async function open(
  path: string,
  { language = 'en', ...options }: BrowserContextOptions & { language?: 'en' | 'he' } = {},
): Promise<Page> {
  const context = await browser.newContext({
    storageState: admin,
    reducedMotion: 'reduce',
    ...options,
  })
  context.setDefaultTimeout(20_000)
  onTestFinished(() => context.close())
  await context.addInitScript(`localStorage.setItem('ohlas.language', '${language}')`)
  const page = await context.newPage()
  await page.goto(`${survey}/${path}`, { waitUntil: 'networkidle' })
  return page
}

/** The editor with the survey's Arabic, which lacks an option, and the question that lacks it. */
async function openArabic(options: Parameters<typeof open>[1] = {}): Promise<Page> {
  const page = await open('edit', options)
  await page.getByRole('button', { name: 'العربية' }).click()
  await page.getByRole('button', { name: /ما الذي أعاق الأمر/ }).click()
  return page
}

const wider = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth)

describe('with the keyboard alone', () => {
  it.each([
    ['what is set aside', () => open('responses?state=excluded'), 12],
    ['share, right to left at 320 px', () => open('share', inHebrew(SMALLEST)), 35],
    ['the editor of Arabic words', () => openArabic(), 40],
    ['the same, right to left at 320 px', () => openArabic(inHebrew(SMALLEST)), 40],
  ])('everything can be reached, left and seen while focused: %s', async (_, open, least) => {
    const page = await open()
    const forth = await walk(page, 'Tab')
    const back = await walk(page, 'Shift+Tab')
    expect([...forth.faults, ...back.faults]).toEqual([])
    expect(back.stops.length).toBeGreaterThan(least)
    expect(await wider(page)).toBeLessThanOrEqual(0)
  })

  it('excluded answers can be counted one after another, and undo waits for slow hands', async () => {
    const page = await open('responses?state=excluded')
    await page.clock.install()
    const count = page.getByRole('button', { name: 'Include' })
    await count.first().press('Enter')
    await expect.poll(() => count.count()).toBe(1)
    expect(await count.evaluate((button) => button === document.activeElement)).toBe(true)
    const undo = page.getByRole('button', { name: 'Undo' })
    await undo.focus()
    await page.clock.runFor(60_000)
    await undo.press('Enter')
    await expect.poll(() => count.count()).toBe(2)
  })
})

const inHebrew = (viewport: { width: number; height: number }) => ({
  language: 'he' as const,
  viewport,
})

describe('axe finds nothing', () => {
  it.each(['en', 'he'] as const)(
    'in any part of the editor, with Arabic words and a dashboard in %s',
    async (language) => {
      const page = await openArabic({ language, ...(language === 'he' && { colorScheme: 'dark' }) })
      await page.locator('.language-tabs__tab').last().click()
      await page.locator('.add-question .button').click()
      expect(await faultsOn(page)).toEqual([])
      for (const part of await page.locator('.survey-editor__sections .tab').all()) {
        if (!(await part.isVisible())) continue
        await part.click()
        await expect.poll(() => page.locator('.survey-editor__form .skeleton').count()).toBe(0)
        expect(await faultsOn(page)).toEqual([])
      }
    },
  )
})

describe('every text has its own language and direction', () => {
  it('in the editor: those of the survey, what is yet to be translated, and what is ours', async () => {
    const page = await openArabic({ language: 'he' })
    const asked = page.locator('.question-card__ask')
    const directions = () =>
      asked.evaluateAll((all) =>
        all.map((one) => [one.getAttribute('lang'), one.getAttribute('dir')]),
      )
    expect(await directions()).toEqual(KINDS.map(() => ['ar', 'rtl']))
    const missing = page.locator('.localized-text[data-missing=true]')
    expect(await missing.locator('.input').getAttribute('dir')).toBe('rtl')
    expect(await missing.locator('[lang=en]').getAttribute('dir')).toBe('ltr')

    await page.locator('.add-question .button').click()
    await page.locator('.add-question__kind').first().click()
    // What it asks is at hand in English alone, and a question of one's own has no words at all yet.
    expect((await directions()).at(-1)).toEqual(['en', 'ltr'])
    await page.locator('.add-question .button').click()
    await page.locator('.add-question__kind').nth(QUESTION_KINDS.indexOf('yesno')).click()
    expect((await directions()).at(-1)).toEqual([null, null])
  })
})

describe('text size', () => {
  it('is 12 px at least, and follows the browser’s font size', async () => {
    const page = await open('edit')
    const smallest = () =>
      page
        .locator('#app :not(:has(*), .visually-hidden)')
        .filter({ visible: true, hasText: /./ })
        .evaluateAll((all) =>
          Math.min(...all.map((one) => parseFloat(getComputedStyle(one).fontSize))),
        )
    expect(await smallest()).toBe(12)
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '32px'))
    expect(await smallest()).toBe(24)
  })
})

describe('in forced colours', () => {
  it('what is selected still differs from what is not', async () => {
    const page = await open('edit', { forcedColors: 'active' })
    const ground = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((one) => [
          getComputedStyle(one).backgroundColor,
          getComputedStyle(one).borderBlockEndColor,
        ])
    for (const [chosen, other] of [
      ['.segmented__option:has(:checked)', '.segmented__option:not(:has(:checked))'],
      ['.language-tabs__tab[aria-pressed=true]', '.language-tabs__tab[aria-pressed=false]'],
      [
        '.survey-editor__sections .tab[aria-pressed=true]',
        '.survey-editor__sections .tab[aria-pressed=false]',
      ],
      ['.nav__survey.active', '.nav__link:not(.active)'],
    ] as const)
      expect([chosen, await ground(chosen)]).not.toEqual([chosen, await ground(other)])
  })
})

describe('with wider spacing of letters, words and lines', () => {
  it.each(['share', 'responses?state=excluded', 'edit'])('nothing is cut off: %s', async (path) => {
    const page = await open(path, { viewport: SMALLEST, locale: 'de' })
    const cut = await page.evaluate(() => {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(
        `* { letter-spacing: .12em !important; word-spacing: .16em !important;
             line-height: 1.5 !important } p { margin-block-end: 2em !important }`,
      )
      document.adoptedStyleSheets = [sheet]
      return [...document.querySelectorAll<HTMLElement>('body :not(input, .visually-hidden)')]
        .filter((one) => {
          const { overflowX, overflowY, textOverflow } = getComputedStyle(one)
          // What ends in "…" is there in full once it is opened.
          if (textOverflow === 'ellipsis') return false
          return (
            (/hidden|clip/.test(overflowX) && one.scrollWidth > one.clientWidth + 1) ||
            (/hidden|clip/.test(overflowY) && one.scrollHeight > one.clientHeight + 1)
          )
        })
        .filter((one) => one.offsetWidth > 1)
        .map((one) => one.outerHTML.slice(0, 80))
    })
    expect(cut).toEqual([])
    expect(await wider(page)).toBeLessThanOrEqual(0)
  })
})
