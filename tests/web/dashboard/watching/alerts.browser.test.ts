import { copyFileSync } from 'node:fs'
import type { APIRequestContext, Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import type { Metric } from '../../../../surveys/scoring/metrics.ts'
import * as format from '../../../../web/dashboard/base/format.ts'
import { faultsOn } from '../../../support/axe.ts'
import { closeContexts, shareBrowser } from '../../../support/sharedBrowser.ts'
import { sharedFile, temporaryFile } from '../../../support/database.ts'
import { startExample } from '../../../support/example.ts'
import { startServer } from '../../../support/server.ts'

const example = sharedFile()
let browser: Browser
let admin: Awaited<ReturnType<APIRequestContext['storageState']>>

beforeAll(async () => {
  browser = await shareBrowser()
  const { request } = await browser.newContext()
  const { server } = await startExample(request, example)
  admin = await request.storageState()
  await server.end('SIGTERM')
})
afterAll(() => closeContexts(browser))

/** The heading of the example's shift, with the figures that the API gives. */
async function headingOfShift(page: Page): Promise<string> {
  const answer = await page.request.get(new URL('/api/v1/alerts', page.url()).href)
  const { alerts } = (await answer.json()) as { alerts: { facts: Shift }[] }
  const { metric, ...moved } = alerts.find(({ facts }) => facts.kind === 'shift')!.facts
  expect(moved.direction).toBe('down')
  const most = format.atMost('en-GB', metric, moved)
  const by = format.unbroken(format.estimate('en-GB', metric, moved))
  expect(by).toMatch(/^\d+ \(.*\d.*\d.*\)$/)
  return `Score down by ${most ? `up to ${most}` : `about ${by}`} · clear change`
}

type Shift = {
  kind: string
  direction: string
  metric: Metric
  size: number
  low: number
  high: number
}

/** The overview of a workspace of its own with the example data, seen by its admin. */
async function openOverview(): Promise<Page> {
  const file = temporaryFile()
  copyFileSync(example, file)
  const server = await startServer(file)
  onTestFinished(() => void server.end('SIGTERM'))
  const context = await browser.newContext({
    locale: 'en-GB',
    reducedMotion: 'reduce',
    storageState: admin,
  })
  context.setDefaultTimeout(15_000)
  onTestFinished(() => context.close())
  const page = await context.newPage()
  await page.goto(server.url)
  return page
}

it('shows an alert once, acknowledges it for good, and restores it on undo', async () => {
  const page = await openOverview()
  const fell = page.getByRole('heading', { name: await headingOfShift(page), exact: true })
  await fell.waitFor()
  await page.getByRole('img', { name: /^Weekly score; dashed/ }).waitFor()
  expect(await faultsOn(page)).toEqual([])

  await page.getByRole('button', { name: 'Acknowledge' }).click()
  await page.getByText('No clear changes lately.').waitFor()
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('What changed')
  await page.getByRole('button', { name: 'Undo' }).click()
  await fell.waitFor()

  await page.reload()
  await fell.waitFor()
  await page.getByRole('button', { name: 'Acknowledge' }).click()
  await page.getByText('Acknowledged for everyone').waitFor()
  await page.reload()
  await page.getByText('No clear changes lately.').waitFor()
}, 90_000)

it('links to the weeks of the shift, where rules are saved and a new baseline is set', async () => {
  const page = await openOverview()
  await page.getByRole('link', { name: 'See those weeks' }).click()
  await page.getByText('Alerts', { exact: true }).click()
  await page.getByText('Compared with', { exact: true }).waitFor()

  await page.getByLabel('Too many unhappy answers').check()
  await page.getByText('Saved').waitFor()
  const bound = page.getByLabel('More than (%)')
  await bound.fill('0')
  await bound.blur()
  await page.getByText('A whole number from 1 to 99.').waitFor()
  await bound.fill('45')
  await bound.blur()
  await page.getByText('Saved').waitFor()
  expect(await faultsOn(page)).toEqual([])

  await page.getByRole('button', { name: 'Accept as the new baseline' }).click()
  await page.getByText('Learning the baseline').waitFor()
  await page.reload()
  await page.getByText('Alerts', { exact: true }).click()
  await expect.poll(() => bound.inputValue()).toBe('45')
  expect(await page.getByLabel('Too many unhappy answers').isChecked()).toBe(true)
  await page.getByText('Learning the baseline').waitFor()
}, 90_000)

it('keeps the rules of each scored question', async () => {
  const page = await openOverview()
  const api = new URL('/api/v1/surveys', page.url()).href
  const { surveys } = (await (await page.request.get(api)).json()) as { surveys: { id: string }[] }
  const address = `${api}/${surveys[0]!.id}`
  const { definition, draft } = (await (await page.request.get(address)).json()) as {
    definition: { questions: { id: string; kind: string; text: object }[] }
    draft: { revision: number }
  }
  const ask = { ask: 'How well was it solved?', low: 'Not at all', high: 'Very well' }
  definition.questions.push({ id: 'solved', kind: 'csat', text: { en: ask } })
  const saved = await page.request.put(`${address}/draft`, {
    data: { revision: draft.revision, definition },
  })
  const { revision } = (await saved.json()) as { revision: number }
  const published = await page.request.put(`${address}/publication`, { data: { revision } })
  expect(published.ok()).toBe(true)

  const watched = async (question: string) => {
    await page.goto(`${address.replace('/api/v1', '')}/trends?question=${question}`)
    await page.getByText('Alerts', { exact: true }).click()
    const shift = page.getByLabel('Score shifts')
    await shift.waitFor()
    return shift
  }
  const other = await watched('solved')
  await page.locator('.survey-watch').getByText('How well was it solved?').waitFor()
  expect(await other.isChecked()).toBe(false)
  await other.check()
  await page.getByText('Saved').waitFor()
  const main = await watched(definition.questions[0]!.id)
  expect(await main.isChecked()).toBe(true)
  await main.uncheck()
  await page.getByText('Saved').waitFor()
  expect(await (await watched('solved')).isChecked()).toBe(true)
}, 90_000)
