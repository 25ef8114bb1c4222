import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { createSurvey, publishSurvey } from '../../../db/surveys/surveys.ts'
import { definitionFrom, TEMPLATES } from '../../../surveys/templates/index.ts'
import { closeContexts, shareBrowser } from '../../support/sharedBrowser.ts'
import { NOW } from '../../support/clock.ts'
import { makeAsking } from './asking.ts'

let browser: Browser

beforeAll(async () => {
  browser = await shareBrowser()
})
afterAll(() => closeContexts(browser))

/** An NPS survey whose texts are in one language only, opened in another. */
async function open(written: string, opened: string, width: number): Promise<Page> {
  const asking = await makeAsking()
  const { languages, ...texts } = definitionFrom(TEMPLATES.nps, [written])
  const definition = { ...texts, languages: [...new Set([...languages, opened])] }
  const { id } = await createSurvey(asking.db, { name: 'NPS', slug: 'nps', definition, now: NOW })
  await publishSurvey(asking.db, id, NOW)
  const context = await browser.newContext({ viewport: { width, height: 700 } })
  onTestFinished(() => context.close())
  const page = await context.newPage()
  await page.goto(`${await asking.listen()}/s/nps?lang=${opened}`)
  return page
}

/** Distances in pixels of each end's words from the outer edge of the number that they name. */
function distances(page: Page): Promise<{ low: number; high: number }> {
  return page.evaluate(() => {
    const isLeftToRight = document.documentElement.dir === 'ltr'
    const wordsOf = (id: string) => {
      const range = document.createRange()
      range.selectNodeContents(document.getElementById(id)!)
      return range.getBoundingClientRect()
    }
    const numberAt = (value: number) =>
      document.querySelector(`label:has([value="${value}"])`)!.getBoundingClientRect()
    const edge = (from: DOMRect, side: 'left' | 'right', words: DOMRect) =>
      Math.abs(from[side] - words[side])
    return {
      low: edge(numberAt(0), isLeftToRight ? 'left' : 'right', wordsOf('nps-low')),
      high: edge(numberAt(10), isLeftToRight ? 'right' : 'left', wordsOf('nps-high')),
    }
  })
}

test.each([
  ['en', 'he', 360],
  ['en', 'he', 1000],
  ['he', 'en', 360],
  ['he', 'en', 1000],
  ['he', 'he', 360],
  ['en', 'en', 1000],
])('the words of %s stay at their numbers on a page in %s, %i px wide', async (...given) => {
  const { low, high } = await distances(await open(...given))
  expect(low).toBeLessThan(3)
  expect(high).toBeLessThan(3)
})
