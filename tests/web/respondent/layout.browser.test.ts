import type { BrowserContextOptions } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { pauseSurvey } from '../../../db/surveys/surveys.ts'
import { TEMPLATES } from '../../../surveys/templates/index.ts'
import { NOW } from '../../support/clock.ts'
import { everyKind } from '../../support/everyKind.ts'
import {
  PHONE,
  asking,
  publish,
  visit,
  number,
  expectNoFaults,
  MANY,
  serveEachTest,
} from './visitPage.ts'

serveEachTest()

describe('the layout', () => {
  test.each(['nps', 'csat', 'ces'])(
    'of %s shows all numbers at 360 px, each at least 44 px large',
    async (slug) => {
      for (const language of TEMPLATES.nps.definition.languages) {
        const page = await visit(`${slug}?lang=${language}`, PHONE)
        const { wide, lowest, smallest } = await page.evaluate(() => {
          const boxes = [...document.querySelectorAll('.row span')].map((box) =>
            box.getBoundingClientRect(),
          )
          return {
            wide: document.documentElement.scrollWidth,
            lowest: Math.max(...boxes.map(({ bottom }) => bottom)),
            smallest: Math.min(...boxes.flatMap(({ width, height }) => [width, height])),
          }
        })
        expect(wide).toBeLessThanOrEqual(360)
        expect(lowest).toBeLessThanOrEqual(640)
        expect(smallest).toBeGreaterThanOrEqual(44)
        await page.context().close()
      }
    },
  )

  test.each(['en', 'he', 'ar'])(
    'has targets of at least 44 px, on the smallest phones too, in %s',
    async (language) => {
      await publish('every', everyKind)
      const page = await visit(`every?email=eva@example.com&lang=${language}`, {
        viewport: { width: 320, height: 568 },
      })
      const tooSmall = () =>
        page
          .locator('a, button, .row label, .option, textarea, [type=email], .other, [name=word]')
          .filter({ visible: true })
          .evaluateAll((all) =>
            all
              .map((one) => [one.outerHTML.slice(0, 60), one.getBoundingClientRect()] as const)
              .filter(([, { width, height }]) => width < 44 || height < 44)
              .map(([html]) => html),
          )
      await number(page, 3).click()
      await page.locator('[name=solved][value=no]').check()
      await page.locator('[name=reason][value=other]').check()
      expect(await tooSmall()).toEqual([])
      await page.locator('.end-row button').click()
      await page.locator('.thanks h1').waitFor()
      expect(await tooSmall()).toEqual([])
      await page.locator('.thanks p a').click()
      await page.locator('textarea').waitFor()
      expect(await tooSmall()).toEqual([])
      await expectNoFaults(page)
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
    },
  )

  test.each([
    [320, 2],
    [360, 2],
    [480, 2],
    [560, 1],
    [600, 1],
    [1280, 1],
  ])(
    'puts eleven numbers where they fit: %i px wide in %i, each filled from edge to edge',
    async (width, count) => {
      const page = await visit('nps', { viewport: { width, height: 800 } })
      const boxes = await page.locator('.row label').evaluateAll((all) =>
        all.map((label) => {
          const { top, left, right } = label.getBoundingClientRect()
          return { top, left, right }
        }),
      )
      const scale = (await page.locator('.scale').boundingBox())!
      const tops = [...new Set(boxes.map(({ top }) => top))]
      const rows = tops.map((top) => boxes.filter((box) => box.top === top))
      expect(rows.map((row) => row.length)).toEqual(count === 1 ? [11] : [6, 5])
      for (const row of rows) {
        expect(row[0]!.left).toBeCloseTo(scale.x, 0)
        expect(row.at(-1)!.right).toBeCloseTo(scale.x + scale.width, 0)
        for (const { left, right } of row) expect(right - left).toBeGreaterThanOrEqual(44)
      }
    },
  )

  test('runs right to left in Hebrew, with 0 on the right and its words beside it', async () => {
    const page = await visit('nps?lang=he')
    const left = async (selector: string) => (await page.locator(selector).boundingBox())!.x
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl')
    expect(await left('label:has([value="0"])')).toBeGreaterThan(
      await left('label:has([value="10"])'),
    )
    expect(await left('#nps-low')).toBeGreaterThan(await left('#nps-high'))
  })

  test('fills what is chosen', async () => {
    const page = await visit('nps')
    const background = (value: number) =>
      number(page, value)
        .locator('span')
        .evaluate((box) => getComputedStyle(box).backgroundColor)
    await number(page, 3).click()
    await page.mouse.move(0, 0)
    expect(await background(3)).not.toBe(await background(4))
  })
})

describe('axe finds nothing', () => {
  const looks: [string, BrowserContextOptions][] = [
    ['in the light', { colorScheme: 'light' }],
    ['in the dark', { colorScheme: 'dark' }],
  ]
  test.each(looks)('%s, from the question to the thanks', async (_, options) => {
    const page = await visit('nps', options)
    await expectNoFaults(page)
    await number(page, 3).click()
    await page.getByRole('textbox').fill('Slow')
    await expectNoFaults(page)
    await page.locator('.end-row button').click()
    await page.locator('.thanks h1').waitFor()
    await expectNoFaults(page)
  })

  test.each(everyKind.languages)('in any kind of question, asked in %s', async (language) => {
    await publish('every', everyKind)
    const page = await visit(`every?lang=${language}`, PHONE)
    await number(page, 3).click()
    await page.locator('[name=value][value="9"]').check()
    await page.locator('[name=solved][value=no]').check()
    await page.locator('[name=reason][value=other]').check()
    expect(await page.locator('fieldset:visible').count()).toBe(everyKind.questions.length)
    expect(await page.locator('[name=uses_other]').isVisible()).toBe(false)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
    await expectNoFaults(page)
  })

  test('where something is wrong, closed or not there', async () => {
    await pauseSurvey(asking.db, await publish('closed', TEMPLATES.nps.definition), NOW)
    await publish('many', MANY)
    for (const path of ['closed', 'nothing', 'many?score=2'])
      await expectNoFaults(await visit(path))
    const page = await visit('nps')
    await page.evaluate(() => HTMLFormElement.prototype.submit.call(document.forms[0]))
    await page.getByText('Please pick a number first.').waitFor()
    await expectNoFaults(page)
  })
})
