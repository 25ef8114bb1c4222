import type { APIRequestContext, Browser, BrowserContextOptions } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { faultsOn } from '../../support/axe.ts'
import { closeContexts, shareBrowser } from '../../support/sharedBrowser.ts'
import { sharedFile } from '../../support/database.ts'
import { startExample } from '../../support/example.ts'
import type { Server } from '../../support/server.ts'

const file = sharedFile()
let browser: Browser
let server: Server
let admin: Awaited<ReturnType<APIRequestContext['storageState']>>
let survey: string

beforeAll(async () => {
  browser = await shareBrowser()
  const { request } = await browser.newContext()
  const started = await startExample(request, file)
  server = started.server
  survey = `/surveys/${started.surveys[0]!.id}`
  admin = await request.storageState()
})
afterAll(async () => {
  await closeContexts(browser)
  await server.end('SIGTERM')
})

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
      const context = await browser.newContext({
        locale: 'en-GB',
        reducedMotion: 'reduce',
        storageState: admin,
        ...options,
      })
      onTestFinished(() => context.close())
      const page = await context.newPage()
      const found: unknown[] = []
      const foreign: string[] = []
      page.on('request', (request) => {
        if (!request.url().startsWith(server.url) && !request.url().startsWith('data:'))
          foreign.push(request.url())
      })
      page.on('pageerror', (error) => found.push(error.message))
      for (const path of [
        '/',
        '/surveys',
        '/surveys/new',
        `${survey}/trends`,
        `${survey}/responses`,
        '/follow-ups',
      ]) {
        await page.goto(server.url + path, { waitUntil: 'networkidle' })
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
    const context = await browser.newContext({ locale, viewport, storageState: admin })
    onTestFinished(() => context.close())
    const page = await context.newPage()
    await page.goto(`${server.url}/surveys`)
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

it('says in full on a phone that nobody verified whom a case is from, however long the name', async () => {
  const context = await browser.newContext({
    locale: 'en-GB',
    storageState: admin,
    viewport: { width: 360, height: 740 },
  })
  const page = await context.newPage()
  onTestFinished(async () => {
    await page.unrouteAll({ behavior: 'ignoreErrors' })
    await context.close()
  })
  const customer = { name: 'Maximiliana von Hohenstaufen-Wittelsbach', verified: false }
  await page.route('**/api/v1/follow-ups?*', async (route) => {
    const answer = await route.fetch()
    const list = (await answer.json()) as { followUps: { response: { customer: object } }[] }
    for (const { response } of list.followUps)
      response.customer = { ...response.customer, ...customer }
    await route.fulfill({ response: answer, json: list })
  })
  await page.goto(`${server.url}/follow-ups`)
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
