import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import { checkScoreboard } from '../../../../db/doctor.ts'
import { openDatabase } from '../../../../db/open.ts'
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

it('excludes an answer, undoes that, and explains that nothing of a survey counts', async () => {
  const file = temporaryFile()
  const server = await startServer(file)
  onTestFinished(() => void server.end('SIGTERM'))
  const context = await browser.newContext({ locale: 'en-GB', reducedMotion: 'reduce' })
  context.setDefaultTimeout(15_000)
  onTestFinished(() => context.close())
  await makeFirstAdmin(context.request, server)
  const api = `${server.url}/api/v1`
  const made = await context.request.post(`${api}/surveys`, {
    data: { template: 'nps', name: 'After support' },
  })
  const { id, url } = (await made.json()) as { id: string; url: string }
  await context.request.put(`${api}/surveys/${id}/publication`)
  const customer = await browser.newPage()
  onTestFinished(() => customer.close())
  await customer.goto(url)
  const kept = customer.waitForResponse((response) => response.request().method() === 'PUT')
  await customer.getByRole('radio', { name: '3', exact: true }).check()
  expect((await kept).status()).toBe(200)
  const page = await context.newPage()
  await page.goto(`${server.url}/surveys/${id}/responses`)
  await page.getByText('1 answer').first().waitFor()

  const excludeResponse = page.getByRole('button', { name: 'Exclude', exact: true })
  const told = (await excludeResponse.getAttribute('aria-describedby'))!.split(' ')
  const heard = await Promise.all(told.map((id) => page.locator(`[id="${id}"]`).textContent()))
  expect(heard.join(' ')).toMatch(/No comment.*\d\d:\d\d/)
  await excludeResponse.click()
  await page.getByText('No answer counts yet').waitFor()
  await page.getByText('1 answer is excluded and does not count.').waitFor()
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByText('1 answer').first().waitFor()
  await page.getByRole('link', { name: 'Follow-up: New' }).waitFor()

  await excludeResponse.click()
  await page.getByText('No answer counts yet').waitFor()
  await page.goto(server.url)
  await page.getByText('1 answer is excluded and does not count.').waitFor()
  await page.goto(`${server.url}/surveys/${id}/trends`)
  await page.getByRole('link', { name: 'See why' }).click()
  await page.getByText(/^Excluded by Ada, /).waitFor()
  expect(await faultsOn(page)).toEqual([])
  await page.getByRole('button', { name: 'Include' }).click()
  await page.getByText('Nothing is excluded').waitFor()
  await page.getByText('Counted', { exact: true }).click()
  await page.getByText('1 answer').first().waitFor()

  await server.end('SIGTERM')
  const db = await openDatabase(file)
  onTestFinished(() => db.close())
  expect(await checkScoreboard(db)).toEqual([])
}, 60_000)
