import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import { openDatabase } from '../../../../db/open.ts'
import { saveResponse } from '../../../../db/responses/save.ts'
import { ADMIN, makeFirstAdmin } from '../../../support/admin.ts'
import { faultsOn } from '../../../support/axe.ts'
import { temporaryFile } from '../../../support/database.ts'
import { startServer } from '../../../support/server.ts'
import { closeContexts, shareBrowser } from '../../../support/sharedBrowser.ts'
import { aResponse, makeSurvey } from '../../../support/surveys.ts'

let browser: Browser
beforeAll(async () => {
  browser = await shareBrowser()
})
afterAll(() => closeContexts(browser))

/** A server with one open case, and its first admin at their list of people. */
async function openPeople(): Promise<{ url: string; page: Page }> {
  const file = temporaryFile()
  const db = await openDatabase(file)
  const { id } = await makeSurvey(db)
  await saveResponse(db, aResponse(id, { answers: { score: 1 } }))
  await db.close()
  const server = await startServer(file)
  onTestFinished(() => void server.end('SIGTERM'))
  const page = await newPage()
  await makeFirstAdmin(page.request, server)
  await page.goto(`${server.url}/settings/people`)
  return { url: server.url, page }
}

async function newPage(): Promise<Page> {
  const context = await browser.newContext({ locale: 'en-GB', reducedMotion: 'reduce' })
  onTestFinished(() => context.close())
  return context.newPage()
}

const shownLink = async (page: Page) =>
  (await page.getByRole('dialog').locator('code').textContent())!

it(
  'lets an admin invite a lead, who joins, gets a role, forgets the password and is deactivated',
  { timeout: 120_000 },
  async () => {
    const { url, page } = await openPeople()
    await page.getByText('No open invitations.').waitFor()
    await page.getByRole('button', { name: 'Invite someone' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Email').fill('lena@example.com')
    expect(await faultsOn(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Create link' }).click()
    const invitation = await shownLink(page)
    await dialog.getByRole('button', { name: 'Close' }).click()
    await page.getByRole('button', { name: 'Withdraw lena@example.com' }).waitFor()

    const lena = await newPage()
    await lena.goto(invitation)
    await lena
      .getByRole('heading', { name: 'Join Ohlas' })
      .or(lena.getByText('Join Acme'))
      .waitFor()
    await lena.getByLabel('Your name').fill('Lena')
    await lena.getByLabel('Password').fill('password123')
    await lena.getByRole('button', { name: 'Create account' }).click()
    await lena.getByText('too easy to guess').waitFor()
    expect(await faultsOn(lena)).toEqual([])
    await lena.getByLabel('Password').fill('a long enough password')
    await lena.getByRole('button', { name: 'Create account' }).click()
    await lena.getByRole('link', { name: 'Follow-up' }).first().waitFor()
    await lena.goto(invitation)
    await lena.getByText('was used already').waitFor()

    const me = (await (await lena.request.get(`${url}/api/v1/me`)).json()) as { id: string }
    const cases = await page.request.get(`${url}/api/v1/follow-ups`)
    const { followUps } = (await cases.json()) as { followUps: { id: string }[] }
    const path = `${url}/api/v1/follow-ups/${followUps[0]!.id}`
    await page.request.patch(path, { data: { owner: me.id } })

    await page.reload()
    await page.getByRole('button', { name: 'Manage Lena' }).click()
    await dialog.getByLabel('Role').selectOption('admin')
    await dialog.getByRole('button', { name: 'Change role' }).click()
    await page.getByText('Role changed.').waitFor()
    await lena.goto(`${url}/settings/audit-log`)
    await lena.getByText('Changed a role').last().waitFor()

    await page.getByRole('button', { name: 'Manage Lena' }).click()
    await dialog.getByRole('button', { name: 'Create reset link' }).click()
    const reset = await shownLink(page)
    await dialog.getByRole('button', { name: 'Close' }).click()
    const elsewhere = await newPage()
    await elsewhere.goto(`${url}/sign-in`)
    await elsewhere.getByText('Forgot your password? Ask an admin').waitFor()
    await elsewhere.goto(reset)
    await elsewhere.getByLabel('New password').fill('quite another password')
    await elsewhere.getByRole('button', { name: 'Save and sign in' }).click()
    await elsewhere.getByRole('link', { name: 'Follow-up' }).first().waitFor()
    await lena.reload()
    await lena.getByRole('heading', { name: 'Sign in' }).waitFor()

    await page.getByRole('button', { name: 'Manage Lena' }).click()
    await dialog.getByLabel('1 open case goes to').selectOption(ADMIN.name)
    await dialog.getByRole('button', { name: 'Deactivate' }).click()
    await page.getByText('Deactivated. 1 case handed over.').waitFor()
    await page.getByRole('heading', { name: 'Deactivated' }).waitFor()
    expect(await faultsOn(page)).toEqual([])
    expect(await (await page.request.get(path)).json()).toMatchObject({
      owner: { name: ADMIN.name },
    })
    await elsewhere.reload()
    await elsewhere.getByLabel('Email').fill('lena@example.com')
    await elsewhere.getByLabel('Password').fill('quite another password')
    await elsewhere.getByRole('button', { name: 'Sign in' }).click()
    await elsewhere.getByText('Wrong email or password').waitFor()
  },
)

it('lets people change their own name and password, and sign out elsewhere', async () => {
  const { url, page } = await openPeople()
  const phone = await newPage()
  await phone.goto(`${url}/sign-in`)
  await phone.getByLabel('Email').fill(ADMIN.email)
  await phone.getByLabel('Password').fill(ADMIN.password)
  await phone.getByRole('button', { name: 'Sign in' }).click()
  await phone.getByRole('button', { name: 'Account and display' }).waitFor()

  await page.getByRole('button', { name: 'Account and display' }).click()
  await page.getByRole('link', { name: 'Account', exact: true }).last().click()
  await page.getByText('This browser').waitFor()
  expect(await faultsOn(page)).toEqual([])
  await page.getByLabel('Your name').fill('Ada Nová')
  await page.getByRole('button', { name: 'Save name' }).click()
  await page.getByText('Saved', { exact: true }).waitFor()
  await page.getByRole('button', { name: 'Sign out', exact: false }).last().waitFor()
  await page.getByRole('button', { name: 'Sign out everywhere else' }).click()
  await page.getByText('Signed out there').waitFor()
  await phone.reload()
  await phone.getByRole('heading', { name: 'Sign in' }).waitFor()

  await page.getByLabel('Current password').fill('a wrong password')
  await page.getByLabel('New password').fill('quite another password')
  await page.getByRole('button', { name: 'Change password' }).click()
  await page.getByText('This is not your current password.').waitFor()
  await page.getByLabel('Current password').fill(ADMIN.password)
  await page.getByRole('button', { name: 'Change password' }).click()
  await page.getByText('Password changed.').waitFor()
})
