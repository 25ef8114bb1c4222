import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { serveExample } from '../../../support/example.ts'

const example = serveExample()

it.each([
  ['cs', 'Průzkumy'],
  ['he', 'סקרים'],
])(
  'changes to %s on every page at once, with the same texts as after a reload',
  async (language, surveys) => {
    const context = await example.newContext()
    const page = await context.newPage()
    const views = ['trends', 'responses', 'share', 'properties', 'edit']
    for (const path of [
      '/',
      '/surveys',
      '/surveys/new',
      '/follow-ups',
      '/settings',
      ...views.map((view) => `/surveys/${example.survey}/${view}`),
    ]) {
      await choose(page, 'en')
      await page.goto(example.url + path, { waitUntil: 'networkidle' })
      const english = await headingsOf(page)
      await choose(page, language)
      await page.locator(`html[lang=${language}]`).waitFor()
      const changed = await headingsOf(page)
      await page.reload({ waitUntil: 'networkidle' })
      expect({ path, texts: await headingsOf(page) }).toEqual({ path, texts: changed })
      expect(changed).not.toEqual(english)
      expect(changed.map(isEmpty)).toEqual(english.map(isEmpty))
    }

    await page.goto(example.url, { waitUntil: 'networkidle' })
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
