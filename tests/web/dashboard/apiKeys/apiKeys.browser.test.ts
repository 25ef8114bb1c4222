import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import type { Browser } from 'playwright-core'
import { makeFirstAdmin } from '../../../support/admin.ts'
import { faultsOn } from '../../../support/axe.ts'
import { temporaryFile } from '../../../support/database.ts'
import { startServer } from '../../../support/server.ts'
import { closeContexts, shareBrowser } from '../../../support/sharedBrowser.ts'

let browser: Browser
beforeAll(async () => {
  browser = await shareBrowser()
})
afterAll(() => closeContexts(browser))

it('lets an admin create a key, use it and revoke it, with the keyboard alone', async () => {
  const server = await startServer(temporaryFile())
  onTestFinished(() => void server.end('SIGTERM'))
  const context = await browser.newContext({ locale: 'en-GB', reducedMotion: 'reduce' })
  onTestFinished(() => context.close())
  const page = await context.newPage()
  await makeFirstAdmin(page.request, server)
  await page.goto(`${server.url}/settings/api-keys`)
  await page.getByText('No API keys').waitFor()
  expect(await faultsOn(page)).toEqual([])

  await page.getByRole('button', { name: 'Create key' }).press('Enter')
  const dialog = page.getByRole('dialog')
  await page.keyboard.press('Enter')
  await dialog.getByText('Enter a name.').waitFor()
  expect(await faultsOn(page)).toEqual([])
  await dialog.getByLabel('Name').focus()
  await page.keyboard.type('Help desk')
  await page.keyboard.press('Enter')
  const key = (await dialog.locator('code').textContent())!.trim()
  await dialog.getByText(/Valid until \d+ \w+ \d{4}/).waitFor()
  await page.keyboard.press('Escape')
  await page.getByText('Never used').waitFor()

  const status = async (path: string, method = 'GET') => {
    const headers = { Authorization: `Bearer ${key}` }
    return (await fetch(`${server.url}/api/v1${path}`, { method, headers })).status
  }
  expect([await status('/surveys'), await status('/api-keys')]).toEqual([200, 403])

  await page.getByRole('button', { name: 'Revoke Help desk' }).press('Enter')
  await page.getByRole('dialog').getByText('are refused at once').waitFor()
  expect(await faultsOn(page)).toEqual([])
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).press('Enter')
  await page.getByRole('heading', { name: 'Revoked and expired' }).waitFor()
  expect(await status('/surveys')).toBe(401)
})
