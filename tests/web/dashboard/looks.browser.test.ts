import type { BrowserContextOptions } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { faultsOn } from '../../support/axe.ts'
import { serveExample } from '../../support/example.ts'

const example = serveExample()

describe('every page', () => {
  const LOOKS: [string, BrowserContextOptions, string][] = [
    ['light', { colorScheme: 'light' }, 'en'],
    ['dark', { colorScheme: 'dark' }, 'en'],
    ['in Hebrew', { colorScheme: 'light', locale: 'he-IL' }, 'he'],
    ['at 360 px', { colorScheme: 'dark', viewport: { width: 360, height: 740 } }, 'en'],
  ]

  it.each(LOOKS)(
    'is free of what axe finds, fits its width, and loads nothing from elsewhere: %s',
    async (_look, options, language) => {
      const context = await example.newContext(options)
      const page = await context.newPage()
      const found: unknown[] = []
      const foreign: string[] = []
      page.on('request', (request) => {
        if (!request.url().startsWith(example.url) && !request.url().startsWith('data:'))
          foreign.push(request.url())
      })
      page.on('pageerror', (error) => found.push(error.message))
      for (const path of [
        '/',
        '/surveys',
        '/surveys/new',
        `/surveys/${example.survey}/trends`,
        `/surveys/${example.survey}/responses`,
        '/follow-ups',
      ]) {
        await page.goto(example.url + path, { waitUntil: 'networkidle' })
        await page.locator('h1').first().waitFor()
        expect(await page.locator('html').getAttribute('lang')).toBe(language)
        found.push(...(await faultsOn(page)).map((fault) => [path, ...fault]))
        const wider = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        )
        if (wider > 0) found.push([path, `is ${wider} px too wide`])
      }
      expect(foreign).toEqual([])
      expect(found).toEqual([])
    },
    180_000,
  )
})

it.each(['cs-CZ', 'sk-SK', 'pl-PL', 'de-DE', 'he-IL'])(
  'fits the list of surveys into a narrow phone: %s',
  async (locale) => {
    const viewport = { width: 360, height: 740 }
    const context = await example.newContext({ locale, viewport })
    const page = await context.newPage()
    await page.goto(`${example.url}/surveys`)
    await page.locator('.survey-row').first().waitFor()
    const outside = await page.locator('.survey-row__actions > *').evaluateAll((buttons) =>
      buttons.flatMap((button) => {
        const { left, right } = button.getBoundingClientRect()
        return left < 0 || right > innerWidth ? [button.textContent] : []
      }),
    )
    expect(outside).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  },
)

it('shows "not verified" in full on a phone, however long the customer’s name', async () => {
  const context = await example.newContext({
    viewport: { width: 360, height: 740 },
  })
  const page = await context.newPage()
  const customer = { name: 'Maximiliana von Hohenstaufen-Wittelsbach', verified: false }
  await page.route('**/api/v1/follow-ups?*', async (route) => {
    const answer = await route.fetch()
    const list = (await answer.json()) as { followUps: { response: { customer: object } }[] }
    for (const { response } of list.followUps)
      response.customer = { ...response.customer, ...customer }
    await route.fulfill({ response: answer, json: list })
  })
  await page.goto(`${example.url}/follow-ups`)
  const flags = page.locator('.follow-up-row').getByText('Not verified')
  await flags.first().waitFor()
  const beyond = await flags.evaluateAll((all) =>
    all.filter((flag) => {
      const words = document.createRange()
      words.selectNodeContents(flag)
      return (
        words.getBoundingClientRect().right >
        flag.closest('.metadata')!.getBoundingClientRect().right
      )
    }),
  )
  expect(beyond).toEqual([])
})
