import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import { totpAt } from '../../../../api/people/totp.ts'
import { ADMIN, makeFirstAdmin } from '../../../support/admin.ts'
import { faultsOn } from '../../../support/axe.ts'
import { temporaryFile } from '../../../support/database.ts'
import { startServer } from '../../../support/server.ts'
import { closeContexts, shareBrowser } from '../../../support/sharedBrowser.ts'

let browser: Browser
beforeAll(async () => {
  browser = await shareBrowser()
})
afterAll(() => closeContexts(browser))

async function newPage(): Promise<Page> {
  const context = await browser.newContext({ locale: 'en-GB', reducedMotion: 'reduce' })
  onTestFinished(() => context.close())
  return context.newPage()
}

/** Turns two-factor on, without a mouse; returns the app's secret and the recovery codes. */
async function turnOn(page: Page): Promise<{ secret: string; recoveryCodes: string[] }> {
  await page.getByRole('button', { name: 'Set up two-factor' }).press('Enter')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Current password').fill('a wrong password')
  await page.keyboard.press('Enter')
  await dialog.getByText('This is not your current password.').waitFor()
  await dialog.getByLabel('Current password').fill(ADMIN.password)
  await page.keyboard.press('Enter')
  await dialog.getByRole('img', { name: 'QR code for the authenticator app' }).waitFor()
  expect(await faultsOn(page)).toEqual([])
  const secret = (await dialog.locator('code').textContent())!.replaceAll(/\s/g, '')
  await dialog.getByLabel('Code from the app').fill('000000')
  await page.keyboard.press('Enter')
  await dialog.getByText('This is not the code that the app shows now.').waitFor()
  await dialog.getByLabel('Code from the app').fill(codeOf(secret))
  await page.keyboard.press('Enter')
  await dialog.getByText('Keep these recovery codes safe').waitFor()
  expect(await faultsOn(page)).toEqual([])
  const recoveryCodes = await dialog.locator('li code').allTextContents()
  await page.keyboard.press('Escape')
  await page.getByText('10 recovery codes left').waitFor()
  return { secret, recoveryCodes }
}

const codeOf = (secret: string, steps = 0) =>
  totpAt(secret, Math.floor(Date.now() / 30_000) + steps)

async function enterPassword(page: Page, url: string) {
  await page.goto(`${url}/sign-in`)
  await page.getByLabel('Email').fill(ADMIN.email)
  await page.getByLabel('Password').fill(ADMIN.password)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Enter your code' }).waitFor()
}

it('asks for a code of the app once two-factor is on, and takes a recovery code once', async () => {
  const server = await startServer(temporaryFile())
  onTestFinished(() => void server.end('SIGTERM'))
  const page = await newPage()
  await makeFirstAdmin(page.request, server)
  await page.goto(`${server.url}/account`)
  const { secret, recoveryCodes } = await turnOn(page)
  expect(recoveryCodes).toHaveLength(10)

  const phone = await newPage()
  await enterPassword(phone, server.url)
  expect(await faultsOn(phone)).toEqual([])
  await phone.keyboard.type('000000')
  await phone.keyboard.press('Enter')
  await phone.getByText('This code is wrong or was used already.').waitFor()
  // The code of this half minute was used to turn it on.
  await phone.getByLabel('Code').fill(codeOf(secret, 1))
  await phone.keyboard.press('Enter')
  await phone.getByRole('button', { name: 'Account and display' }).waitFor()

  for (const isFirst of [true, false]) {
    const borrowed = await newPage()
    await enterPassword(borrowed, server.url)
    await borrowed.getByRole('button', { name: 'Use a recovery code' }).click()
    await borrowed.getByLabel('Recovery code').fill(recoveryCodes[0]!)
    await borrowed.keyboard.press('Enter')
    const answered = isFirst
      ? borrowed.getByRole('button', { name: 'Account and display' })
      : borrowed.getByText('This code is wrong or was used already.')
    await answered.waitFor()
  }
}, 120_000)
