import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import { makeFirstAdmin } from '../../../support/admin.ts'
import { faultsOn } from '../../../support/axe.ts'
import { closeContexts, shareBrowser } from '../../../support/sharedBrowser.ts'
import { temporaryFile } from '../../../support/database.ts'
import { startServer } from '../../../support/server.ts'

let browser: Browser
beforeAll(async () => {
  browser = await shareBrowser()
})
afterAll(() => closeContexts(browser))

it('changes the company’s name and time zone, with an explanation and a confirmation', async () => {
  const server = await startServer(temporaryFile(), { TIME_ZONE: 'Europe/Prague' })
  onTestFinished(() => void server.end('SIGTERM'))
  const context = await browser.newContext({ locale: 'en-GB', reducedMotion: 'reduce' })
  onTestFinished(() => context.close())
  const page = await context.newPage()
  await makeFirstAdmin(page.request, server)
  await page.goto(server.url)
  await page.getByRole('button', { name: 'Account and display' }).click()
  await page.getByRole('link', { name: 'Settings' }).click()

  await page.getByLabel('Company').fill('Nová')
  await page.getByLabel('Time zone').selectOption('Pacific/Auckland')
  await page.getByText('Every day is recounted').waitFor()
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Saved', { exact: true }).waitFor()
  const workspace = await (await page.request.get(`${server.url}/api/v1/workspace`)).json()
  expect(workspace).toMatchObject({ name: 'Nová', timeZone: 'Pacific/Auckland' })

  await page.getByLabel('Company').fill(' ')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Give it a name').waitFor()
  expect(await faultsOn(page)).toEqual([])
})
