import type { APIRequestContext, Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, it, onTestFinished } from 'vitest'
import { checkScoreboard } from '../../../../db/doctor.ts'
import { openDatabase } from '../../../../db/open.ts'
import { makeFirstAdmin } from '../../../support/admin.ts'
import { faultsOn } from '../../../support/axe.ts'
import { closeContexts, shareBrowser } from '../../../support/sharedBrowser.ts'
import { run } from '../../../support/command.ts'
import { temporaryFile } from '../../../support/database.ts'
import { startServer, type Server } from '../../../support/server.ts'

// Of 24 answers that one kiosk page gives at the same moment twenty count, and four look automatic.

let browser: Browser
let file: string
let server: Server
let request: APIRequestContext
let survey: string
let page: Page

beforeAll(async () => {
  browser = await shareBrowser()
})
afterAll(() => closeContexts(browser))

beforeEach(async () => {
  file = temporaryFile()
  server = await startServer(file)
  onTestFinished(() => void server.end('SIGTERM'))
  page = await openPage()
  request = page.context().request
  await makeFirstAdmin(request, server)
  const made = await request.post(`${server.url}/api/v1/surveys`, {
    data: { template: 'nps', name: 'After support' },
  })
  const { id, url } = (await made.json()) as { id: string; url: string }
  survey = id
  await request.put(`${server.url}/api/v1/surveys/${id}/publication`)
  await floodKiosk(url)
})

async function openPage(): Promise<Page> {
  const context = await browser.newContext({ locale: 'en-GB', reducedMotion: 'reduce' })
  context.setDefaultTimeout(15_000)
  onTestFinished(() => context.close())
  return context.newPage()
}

async function floodKiosk(url: string) {
  const html = await (await request.get(`${url}?via=kiosk`)).text()
  const field = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)![1]!
  const answeredAt = Date.now()
  for (let nth = 0; nth < 24; nth++) {
    const id = field('response').slice(0, -12) + nth.toString(16).padStart(12, '0')
    const data = { token: field('token'), answers: { nps: 9 }, complete: true, answeredAt }
    const saved = await request.put(`${url}/responses/${id}`, { data })
    expect(saved.status()).toBe(200)
  }
}

const open = (view: string) => page.goto(`${server.url}/surveys/${survey}/${view}`)
const notice = () => page.getByRole('region', { name: 'Answers that look automatic' })
const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
const says = (text: string) => page.getByText(text, { exact: true }).waitFor()
const counted = async () => {
  const path = `/api/v1/surveys/${survey}/responses/count`
  return ((await (await request.get(server.url + path)).json()) as { n: number }).n
}

it('is announced on Trends, and links to exactly its answers', async () => {
  await open('trends')
  await notice()
    .getByText(/^4 answers (at|between) \d\d:\d\d.* look automatic$/)
    .waitFor()
  expect(await faultsOn(page)).toEqual([])
  await notice().getByRole('link', { name: 'Review' }).click()
  await says('4 answers')
  expect(await notice().getByRole('link', { name: 'Review' }).count()).toBe(0)
  expect(await page.getByRole('button', { name: 'Include' }).count()).toBe(4)
  expect(await faultsOn(page)).toEqual([])

  await page.getByRole('button', { name: 'Include' }).first().click()
  await notice()
    .getByText(/^3 answers /)
    .waitFor()
  await says('3 answers')
  expect(await counted()).toBe(21)
})

it('can be counted or kept excluded at once, and either can be undone', async () => {
  await open('responses')
  await notice().getByRole('button', { name: 'Count all' }).press('Enter')
  await says('4 answers count now')
  await says('24 answers')
  expect(await counted()).toBe(24)
  expect(await notice().count()).toBe(0)
  await press('Undo')
  await notice()
    .getByText(/^4 answers /)
    .waitFor()
  await says('20 answers')
  expect(await counted()).toBe(20)

  await notice().getByRole('link', { name: 'Review' }).click()
  await says('4 answers')
  await press('Keep excluded')
  await says('4 answers stay excluded')
  await says('All of these answers have been reviewed')
  expect(await counted()).toBe(20)
  await press('Undo')
  await says('4 answers')
  await press('Keep excluded')
  await says('All of these answers have been reviewed')

  await server.end('SIGTERM')
  const db = await openDatabase(file)
  onTestFinished(() => db.close())
  expect(await checkScoreboard(db)).toEqual([])
})

it('reports a failure, changes nothing, and reloads on request', async () => {
  await page.route('**/floods/*', (route) => route.abort())
  await open('responses')
  await press('Count all')
  await says('Not saved. Try again.')
  await notice()
    .getByText(/^4 answers /)
    .waitFor()
  expect(await counted()).toBe(20)

  await page.route('**/floods', (route) => route.abort())
  await page.reload()
  await page.getByText('Could not check for answers that look automatic.').waitFor()
  await page.unroute('**/floods')
  await press('Try again')
  await notice().waitFor()
})

it('is shown to viewers, who are offered no decision', async () => {
  const account = ['add', '--email', 'vera@example.com', '--role', 'viewer']
  const password = 'a long enough password'
  await run('account', account, { DATABASE_URL: file }, password)
  page = await openPage()
  await page.context().request.post(`${server.url}/api/auth/sign-in/email`, {
    data: { email: 'vera@example.com', password },
    headers: { origin: server.url },
  })
  await open('trends')
  await notice().getByRole('link', { name: 'Review' }).waitFor()
  expect(await page.getByRole('button', { name: 'Count all' }).count()).toBe(0)
  await notice().getByRole('link', { name: 'Review' }).click()
  await says('4 answers')
})
