import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import { openBrowser } from './support/browser.ts'
import { temporaryFile } from './support/database.ts'
import { startServer } from './support/server.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

it('changes the company’s name and its time zone, says what that does and that it is done', async () => {
  const server = await startServer(temporaryFile(), { TIME_ZONE: 'Europe/Prague' })
  onTestFinished(() => void server.end('SIGTERM'))
  const page = await browser.newPage({ locale: 'en-GB', reducedMotion: 'reduce' })
  onTestFinished(() => page.close())
  const token = /setup\?token=(\S+)/.exec(server.output())![1]!
  await page.request.post(`${server.url}/api/v1/setup`, {
    data: {
      token,
      company: 'Acme',
      name: 'Ada',
      email: 'ada@example.com',
      password: 'a long enough password',
    },
  })
  await page.goto(server.url)
  await page.getByRole('button', { name: 'You and the display' }).click()
  await page.getByRole('link', { name: 'Settings' }).click()

  await page.getByLabel('Company').fill('Nová')
  await page.getByLabel('Time zone').selectOption('Pacific/Auckland')
  await page.getByText('Every day is counted anew').waitFor()
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Saved', { exact: true }).waitFor()
  const workspace = await (await page.request.get(`${server.url}/api/v1/workspace`)).json()
  expect(workspace).toMatchObject({ name: 'Nová', timeZone: 'Pacific/Auckland' })

  await page.getByLabel('Company').fill(' ')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Give it a name').waitFor()
})
