import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import type { AddressInfo } from 'node:net'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, onTestFinished } from 'vitest'
import { response } from '../../../db/schema/index.ts'
import { createSurvey, publishSurvey } from '../../../db/surveys/surveys.ts'
import { TEMPLATES } from '../../../surveys/templates/index.ts'
import { closeContexts, shareBrowser } from '../../support/sharedBrowser.ts'
import { NOW } from '../../support/clock.ts'
import { makeAsking } from '../respondent/asking.ts'

// The survey's server is at 127.0.0.1, the site that embeds it at localhost: another site altogether.

let browser: Browser

export let asking: Awaited<ReturnType<typeof makeAsking>>

export let house: string

export let host: string

/** The page of the embedding site. */
export let body: string

/** What README.md tells a strict site to allow, and styles that would spoil a careless widget. */
const page = () => `<!doctype html><html lang="en"><head><title>Shop</title>
<meta http-equiv="content-security-policy" content="default-src 'none'; script-src ${house}; frame-src ${house}; style-src 'sha256-${STYLE_HASH}'">
<style>${STYLE}</style></head><body><main><h1>Shop</h1><button>Buy</button>${body}</main></body></html>`

const STYLE = 'div,iframe,dialog{display:none!important}'

const STYLE_HASH = await crypto.subtle
  .digest('SHA-256', new TextEncoder().encode(STYLE))
  .then((hash) => Buffer.from(hash).toString('base64'))

export const embed = (attributes: string) =>
  (body = `<script src="${house}/widget.js" ${attributes}></script>`)

function listen(app: Hono): Promise<number> {
  return new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, port: 0 }, ({ port }: AddressInfo) => resolve(port))
    onTestFinished(async () => {
      if ('closeAllConnections' in server) server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    })
  })
}

export async function publish(slug: string, sites: string[], asked = TEMPLATES.nps.definition) {
  const definition = { ...asked, sites }
  const { id } = await createSurvey(asking.db, { name: slug, slug, definition, now: NOW })
  await publishSurvey(asking.db, id, NOW)
}

export async function visit(options: BrowserContextOptions = {}, before = ''): Promise<Page> {
  const context = await browser.newContext({ locale: 'en', reducedMotion: 'reduce', ...options })
  onTestFinished(() => context.close())
  if (before) await context.addInitScript(before)
  const page = await context.newPage()
  await page.goto(host)
  return page
}

export const survey = (page: Page) => page.frameLocator('iframe')

export const score = (page: Page, value: number) =>
  survey(page).locator(`.first label:has([value="${value}"])`)

export const asks = (page: Page) => page.evaluate(`ohlas.ask()`)

export const stored = () => asking.db.orm.select().from(response)

/** Waits until the browser shows its own page in the frame, in place of the one that refuses to be in it. */
export const refused = (page: Page) =>
  expect.poll(() => page.frames().at(-1)!.url()).toMatch(/^chrome-error:/)

/** The frames on the page that have been shown. */
export const frames = (page: Page) => page.locator('iframe').count()

/** A site of its own for each test, and one browser for all. */
export function serveEachTest(): void {
  beforeAll(async () => {
    browser = await shareBrowser()
  })
  afterAll(() => closeContexts(browser))
  beforeEach(async () => {
    asking = await makeAsking()
    house = `http://127.0.0.1:${await listen(asking.app)}`
    host = `http://localhost:${await listen(new Hono().get('/', (context) => context.html(page())))}`
    await publish('allowed', [host])
    await publish('elsewhere', ['https://shop.example.com'])
  })
}

/** Puts more on the site's page, after what it has. */
export const addToBody = (html: string) => (body += html)
