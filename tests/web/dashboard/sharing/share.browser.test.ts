import { readFile } from 'node:fs/promises'
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

it('offers every channel of a survey, accessibly and in both directions', async () => {
  const server = await startServer(temporaryFile())
  onTestFinished(() => void server.end('SIGTERM'))
  const context = await browser.newContext({ locale: 'en-GB', reducedMotion: 'reduce' })
  onTestFinished(() => context.close())
  const page = await context.newPage()
  const refused: string[] = []
  page.on('console', (said) => said.type() === 'error' && refused.push(said.text()))
  await makeFirstAdmin(page.request, server)
  const made = await page.request.post(`${server.url}/api/v1/surveys`, {
    data: { template: 'nps', name: 'After support', languages: ['en', 'he'] },
  })
  const { id, url } = (await made.json()) as { id: string; url: string }
  await page.goto(`${server.url}/surveys/${id}/share`)
  await page.getByText('Publish it first').waitFor()

  await page.request.put(`${server.url}/api/v1/surveys/${id}/publication`)
  await page.goto(`${server.url}/surveys/${id}/trends`)
  await page.getByRole('link', { name: 'Share', exact: true }).click()
  await page.getByLabel('Name').fill('table')
  await page.getByLabel('Value').fill('by the "door"')
  const address = `${url}?table=by%20the%20%22door%22`
  await page.getByRole('img', { name: address }).waitFor()
  expect(await page.locator('.mail-preview a').last().getAttribute('href')).toBe(
    `${address}&customer={{id}}&set={{mail}}&lang=en&score=10`,
  )

  await page.getByRole('button', { name: 'Add parameter' }).click()
  await expect
    .poll(() =>
      page
        .getByLabel('Name')
        .nth(1)
        .evaluate((input) => input.matches(':focus')),
    )
    .toBe(true)

  const kiosk = page.getByRole('region', { name: 'Kiosk on a tablet' })
  await kiosk.getByLabel('Language').selectOption('he')
  const screen = kiosk.getByRole('link', { name: 'Open' })
  expect(await screen.getAttribute('href')).toBe(`${address}&lang=he&via=kiosk`)

  await page.getByRole('button', { name: 'Create signed links' }).click()
  const signed = page.getByRole('textbox', { name: 'Signed links' })
  await signed.waitFor()
  expect(await signed.inputValue()).toMatch(
    new RegExp(`^${url}\\?signed=1&table=[^&]+&once=[\\w-]+&sig=[\\w-]+$`),
  )

  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save as PNG' }).click()
  const file = await readFile(await (await saving).path())
  expect(file.subarray(1, 4).toString()).toBe('PNG')
  expect([file.readUInt32BE(16), file.readUInt32BE(20)]).toEqual([1024, 1024])

  await page.getByText('Dialog').click()
  await page.getByText('data-as="dialog"').waitFor()
  expect(await faultsOn(page)).toEqual([])

  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('.print-card').innerText()).toContain(new URL(url).pathname)
  expect(await page.getByRole('heading').count()).toBe(0)

  await page.emulateMedia({ media: 'screen', colorScheme: 'dark' })
  await page.setViewportSize({ width: 360, height: 740 })
  await page.evaluate(() => localStorage.setItem('ohlas.language', 'he'))
  await page.reload()
  await page.getByText('קוד QR', { exact: true }).waitFor()
  const mail = page.getByRole('region', { name: 'שאלה בדוא״ל' })
  await mail.getByLabel('שפה').selectOption('he')
  await mail.getByRole('link', { name: '10' }).waitFor()
  await page.locator('.code-picture').first().waitFor()
  expect(await faultsOn(page)).toEqual([])
  const overflow = () => document.documentElement.scrollWidth - innerWidth
  expect(await page.evaluate(overflow)).toBe(0)
  expect(refused).toEqual([])
})
