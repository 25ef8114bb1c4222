import { readFileSync } from 'node:fs'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { closeContexts, shareBrowser } from '../../support/sharedBrowser.ts'
import { sharedFile, temporaryFile } from '../../support/database.ts'
import { startServer, type Server } from '../../support/server.ts'
import { written } from '../../support/written.ts'

// Some tests change nothing that is seen afterwards, and share one server with the example data.
const file = sharedFile()
let browser: Browser
beforeAll(async () => {
  browser = await shareBrowser()
})
afterAll(() => closeContexts(browser))

const FOR_ANYONE: BrowserContextOptions = { locale: 'en-GB', reducedMotion: 'reduce' }
const PASSWORD = 'a long enough password'

async function start() {
  const server = await startServer(temporaryFile())
  onTestFinished(() => void server.end('SIGTERM'))
  return server
}

async function openPage(options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ ...FOR_ANYONE, ...options })
  context.setDefaultTimeout(15_000)
  onTestFinished(() => context.close())
  return context.newPage()
}

/** Makes the first admin on the address that the start printed. */
async function setUp(page: Page, server: Server) {
  const address = /http\S+\/setup\?token=(\S+)/.exec(server.output())!
  await page.goto(`${server.url}/setup?token=${address[1]}`)
  await page.getByLabel('Company').fill('Acme')
  await page.getByLabel('Your name').fill('Ada')
  await page.getByLabel('Your email').fill('ada@example.com')
  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Create account' }).click()
  await page.getByRole('heading', { name: 'Welcome. Where do you want to start?' }).waitFor()
  return address[1]!
}

it('leads from an empty installation to a score, a case and its export', async () => {
  const server = await start()
  const page = await openPage()
  const token = await setUp(page, server)

  await page.goto(`${server.url}/surveys/new`)
  await page.getByRole('radio', { name: /^Recommendation/ }).check({ force: true })
  await page.getByRole('checkbox', { name: 'Czech' }).check()
  await page.getByLabel('Name').fill('After support')
  await page.getByRole('button', { name: 'Create survey' }).click()
  await page.getByRole('button', { name: 'Publish' }).click()
  const last = page.getByRole('region', { name: 'Publish' })
  await last.getByRole('button', { name: 'Publish' }).click()
  const link = await page
    .getByText(/\/s\/after-support-/)
    .first()
    .textContent()
  expect(link).toContain('/s/after-support-')

  await page.goto(`${server.url}/surveys`)
  await page.getByRole('link', { name: 'After support' }).first().click()
  await page.getByText('No answers yet').waitFor()

  const customer = await openPage({ locale: 'cs-CZ', viewport: { width: 360, height: 740 } })
  await customer.goto(`${server.url}/s/${link!.split('/s/')[1]!.trim()}?channel=chat&name=Eva`)
  await customer.getByRole('radio', { name: '3', exact: true }).check()
  await customer.getByRole('textbox').fill('Čekala jsem týden')
  await written(customer)
  await customer.getByRole('button', { name: 'Odeslat' }).click()
  await customer.getByRole('heading', { name: /^Děkuj/ }).waitFor()
  // Nobody reloads: the first answer takes the place of the empty state.
  await page.getByText('1 answer').first().waitFor()

  await page.goto(`${server.url}/follow-ups`)
  await page.getByText('Čekala jsem týden').first().click()
  await page.getByText('Eva').first().waitFor()
  await page.keyboard.press('c')
  await page.getByText('Marked as contacted').waitFor()
  const note = page.getByRole('textbox', { name: 'Note' })
  await note.fill('Called, will call back')
  await page.getByText('Saved', { exact: true }).waitFor()
  await page.reload()
  await expect.poll(() => note.inputValue()).toBe('Called, will call back')

  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Export as CSV' }).click()
  const file = readFileSync(await (await download).path(), 'utf8')
  expect(file).toContain('Čekala jsem týden')
  expect(file.trim().split('\r\n')).toHaveLength(2)

  await page.goto(`${server.url}/follow-ups?state=contacted`)
  await page.getByRole('checkbox', { name: 'Select: Čekala jsem týden' }).waitFor()
  await page.getByRole('link', { name: /Čekala jsem týden/ }).focus()
  await page.keyboard.press('x')
  await page.getByText('1 selected').first().waitFor()
  await page.keyboard.press('d')
  await page.getByRole('dialog', { name: 'Dismiss' }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByText('Nothing here').waitFor()
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByRole('checkbox', { name: 'Select: Čekala jsem týden' }).waitFor()

  const late = await openPage()
  await late.goto(`${server.url}/setup?token=${token}`)
  await late.getByText('Ohlas has been set up already').waitFor()
}, 90_000)

it('distinguishes a wrong setup URL from a used one', async () => {
  const server = await start()
  const page = await openPage()
  await page.goto(`${server.url}/setup?token=another`)
  await page.getByText('This address does not open the set-up').waitFor()
  expect(await page.getByRole('link', { name: 'Sign in' }).count()).toBe(0)
})

it('explains what is wrong with an email address', async () => {
  const server = await start()
  const page = await openPage()
  await page.goto(/http\S+\/setup\?token=\S+/.exec(server.output())![0])
  await page.getByLabel('Company').fill('Acme')
  await page.getByLabel('Your name').fill('Ada')
  const email = page.getByLabel('Your email')
  await email.fill('ada@example')
  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Create account' }).click()
  await page.getByRole('alert').getByText('Enter an address such as').waitFor()
  expect(await email.getAttribute('aria-invalid')).toBe('true')
})

it('says that a password is too short before it is sent', async () => {
  const server = await start()
  const page = await openPage()
  await page.goto(/http\S+\/setup\?token=\S+/.exec(server.output())![0])
  const password = page.getByLabel('Password')
  await password.fill('short')
  await page.getByText('At least 10 characters.').waitFor()
  await page.keyboard.press('Tab')
  await page.getByRole('alert').getByText('Too short').waitFor()
  expect(await password.getAttribute('aria-invalid')).toBe('true')
  await password.fill(PASSWORD)
  await page.getByText('At least 10 characters.').waitFor()
})

describe('with the example data, the desk', () => {
  let server: Server
  let admin: Awaited<ReturnType<BrowserContext['storageState']>>
  beforeAll(async () => {
    server = await startServer(file)
    const context = await browser.newContext(FOR_ANYONE)
    const page = await context.newPage()
    await setUp(page, server)
    await page.getByRole('button', { name: 'Load example data' }).click()
    await page.getByRole('heading', { name: 'Overview' }).waitFor({ timeout: 90_000 })
    admin = await context.storageState()
    await context.close()
  })
  afterAll(() => server.end('SIGTERM'))

  it('changes many cases at once, and undoes it', async () => {
    const page = await openPage({ storageState: admin })
    const newCases = async () => {
      const answer = await page.request.get(`${server.url}/api/v1/follow-ups?state=new&limit=200`)
      return ((await answer.json()) as { followUps: { id: string }[] }).followUps.map(
        ({ id }) => id,
      )
    }
    const before = await newCases()
    expect(before.length).toBeGreaterThan(5)

    await page.goto(`${server.url}/follow-ups?state=new`)
    const boxes = page.getByRole('checkbox', { name: /^Select: / })
    await boxes.nth(1).click()
    await boxes.nth(3).click({ modifiers: ['Shift'] })
    await boxes.nth(3).click({ modifiers: ['Shift'] })
    await page.getByText('3 selected').first().waitFor()
    expect(await boxes.nth(3).isChecked()).toBe(true)
    await page.getByLabel('3 selected').click()
    expect(await page.getByLabel('Select all shown').isChecked()).toBe(false)
    await boxes.nth(1).click()
    await boxes.nth(3).click({ modifiers: ['Shift'] })
    await page
      .getByRole('group', { name: 'What to do with those selected' })
      .getByRole('button', { name: 'Dismiss' })
      .click()
    await page.getByRole('button', { name: 'Without a reason' }).click()
    await page.getByText('3 cases dismissed').waitFor()
    await expect.poll(newCases).toEqual(before.filter((_, i) => i < 1 || i > 3))
    await page.keyboard.press('u')
    await expect.poll(newCases).toEqual(before)

    await page.getByLabel('Select all shown').click()
    await page.keyboard.press('r')
    await page.getByRole('button', { name: 'Without a reason' }).click()
    await expect.poll(newCases).toEqual([])
    await page.getByText('Nothing here').waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(newCases).toEqual(before)
    await expect.poll(() => boxes.count()).toBe(before.length)
  }, 90_000)

  it('shows a case in its new place, however late the server responds', async () => {
    const page = await openPage({ storageState: admin })
    let letThrough = () => {}
    const held = new Promise<void>((resolve) => (letThrough = resolve))
    await page.route('**/api/v1/follow-ups/*', async (route) => {
      if (route.request().method() === 'PATCH') await held
      await route.continue()
    })
    await page.goto(`${server.url}/follow-ups`)
    await page.locator('.follow-up-row__words').first().click()
    await page.getByRole('textbox', { name: 'Note' }).waitFor()
    const id = new URL(page.url()).pathname.split('/').at(-1)
    await page.keyboard.press('d')
    await page.getByRole('button', { name: 'Without a reason' }).click()
    await page.getByText('Dismissed', { exact: true }).first().waitFor()
    const read = page.waitForResponse(/follow-ups\?state=closed/)
    await page.getByRole('button', { name: /^Closed \d/ }).click()
    await read
    const moved = page.locator(`[id="row-${id}"]`)
    await expect.poll(() => moved.count()).toBe(0)
    letThrough()
    await moved.waitFor()
  }, 90_000)

  it('filters by the days on which cases were opened, and so does its export', async () => {
    const page = await openPage({ storageState: admin })
    await page.goto(`${server.url}/follow-ups?view=closed`)
    await page.getByRole('button', { name: 'Filter' }).click()
    await page.getByLabel('Opened until').fill('2020-01-01')
    await page.getByText('Nothing here').waitFor()
    const file = page.getByRole('link', { name: 'Export as CSV' })
    expect(await file.getAttribute('href')).toContain('to=2020-01-01')
  }, 90_000)
})

it('asks for a sign-in, reports a wrong one, and returns to the requested page', async () => {
  const server = await start()
  await setUp(await openPage(), server)

  const page = await openPage()
  await page.goto(`${server.url}/surveys`)
  await page.getByLabel('Email').fill('ada@example.com')
  await page.getByLabel('Password').fill('not the password')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByText('Wrong email or password.').waitFor()
  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('heading', { name: 'Surveys', exact: true }).waitFor()
  expect(new URL(page.url()).pathname).toBe('/surveys')
})
