import type { APIRequestContext, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { serveExample } from '../../../support/example.ts'
import type { FollowUp } from '../../../../web/dashboard/followUps/model/api.ts'

const example = serveExample()

async function openDesk(): Promise<Page> {
  const context = await example.newContext()
  context.setDefaultTimeout(15_000)
  const page = await context.newPage()
  await page.goto(`${example.url}/follow-ups`)
  await page.locator('.follow-up-row').first().waitFor()
  return page
}

const ids = (page: Page) =>
  page
    .locator('.follow-up-row')
    .evaluateAll((rows) => rows.map((row) => (row as { id: string }).id.replace('row-', '')))

async function change(request: APIRequestContext, id: string, data: object) {
  const answer = await request.patch(`${example.url}/api/v1/follow-ups/${id}`, { data })
  expect(answer.status()).toBe(200)
}

async function stored(page: Page, id: string) {
  const answer = await page.request.get(`${example.url}/api/v1/follow-ups/${id}`)
  return (await answer.json()) as FollowUp
}

async function comeBack(page: Page) {
  const read = page.waitForResponse(/\/follow-ups\?/)
  await page.evaluate("document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))")
  await read
}

it('shows a colleague’s changes when the page is visible again, and moves no row', async () => {
  const { request } = await example.newContext()
  const list = await request.get(`${example.url}/api/v1/follow-ups?state=open`)
  const { followUps } = (await list.json()) as { followUps: { id: string }[] }
  const [above, first, second] = followUps.map(({ id }) => id)
  await change(request, above!, { state: 'resolved' })
  await change(request, first!, { owner: null })
  const page = await openDesk()
  const before = await ids(page)
  await page.locator(`[id="row-${second}"]`).focus()

  const { id: owner } = (await (await request.get(`${example.url}/api/v1/me`)).json()) as FollowUp
  await change(request, above!, { state: 'new' })
  await change(request, first!, { owner })
  await comeBack(page)
  await page.locator(`[id="row-${first}"]`, { hasText: 'Ada' }).waitFor()
  expect((await ids(page)).slice(0, 20)).toEqual(before.slice(0, 20))
  expect(await page.evaluate('document.activeElement.id')).toBe(`row-${second}`)

  await change(request, first!, { state: 'resolved' })
  await comeBack(page)
  await page.locator(`[id="row-${first}"]`).waitFor({ state: 'detached' })
  await page.reload()
  await expect.poll(async () => (await ids(page))[0]).toBe(above!)
}, 90_000)

it('returns a case whose change failed, and reports it', async () => {
  const page = await openDesk()
  let refuse = () => {}
  const held = new Promise<void>((resolve) => (refuse = resolve))
  await page.route('**/api/v1/follow-ups/*', async (route) => {
    if (route.request().method() !== 'PATCH') return route.continue()
    await held
    await route.fulfill({ status: 500, json: {} })
  })
  const before = await ids(page)
  const [first] = before
  await page.locator('.follow-up-row').first().click()
  await page.getByRole('textbox', { name: 'Note' }).waitFor()
  await page.keyboard.press('r')
  await page.getByRole('dialog', { name: 'Mark resolved' }).waitFor()
  await page.keyboard.press('Enter')
  await page.locator(`[id="row-${first}"]`).waitFor({ state: 'detached' })
  refuse()
  await page.getByText('Not saved').waitFor()
  await page.locator(`[id="row-${first}"]`).waitFor()
  expect(await ids(page)).toEqual(before)
  expect(await stored(page, first!)).toMatchObject({ state: 'new' })
}, 90_000)

it('ends in the second of two quick changes, however late the first is sent', async () => {
  const page = await openDesk()
  let letThrough = () => {}
  const held = new Promise<void>((resolve) => (letThrough = resolve))
  let isFirst = true
  await page.route('**/api/v1/follow-ups/*', async (route) => {
    if (route.request().method() === 'PATCH' && isFirst) {
      isFirst = false
      await held
    }
    await route.continue()
  })
  const [first] = await ids(page)
  await page.goto(`${example.url}/follow-ups/${first}?view=closed`)
  const group = page.getByRole('group', { name: 'Status' })
  await group.getByRole('button', { name: /^Mark contacted/ }).click()
  await group.getByRole('button', { name: /^Mark resolved/ }).click()
  await page.getByRole('button', { name: 'Without a reason' }).click()
  letThrough()
  await expect.poll(() => stored(page, first!)).toMatchObject({ state: 'resolved' })
  const pressed = group.locator('[aria-pressed="true"]')
  expect(await pressed.allTextContents()).toMatchObject([expect.stringContaining('Mark resolved')])
}, 90_000)

it('closes a case for a reason, logs a contact, and undoes, with the keyboard alone', async () => {
  const page = await openDesk()
  const [first] = await ids(page)
  await page.locator(`[id="row-${first}"]`).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: 'Note' }).waitFor()
  await page.keyboard.press('r')
  await page.getByRole('dialog', { name: 'Mark resolved' }).waitFor()
  await page.keyboard.press('2')
  await page.locator(`[id="row-${first}"]`).waitFor({ state: 'detached' })
  await expect
    .poll(() => stored(page, first!))
    .toMatchObject({ state: 'resolved', reason: 'refunded' })
  await page.keyboard.press('u')
  await expect.poll(() => stored(page, first!)).toMatchObject({ state: 'new', reason: null })

  await page.goto(`${example.url}/follow-ups/${first}`)
  await page.getByRole('button', { name: 'Log a contact' }).focus()
  await page.keyboard.press('Enter')
  await page.getByLabel('What was discussed').fill('Will get a new one')
  await page.getByRole('button', { name: 'Log contact', exact: true }).press('Enter')
  await page.getByText('logged a contact · Phone: Will get a new one').waitFor()
  const found = await stored(page, first!)
  expect(found.state).toBe('contacted')
  expect(found.contactedAt).not.toBeNull()
}, 90_000)

it('selects all matching cases, asks for confirmation with their number, and undoes the change', async () => {
  const page = await openDesk()
  const counts = async () =>
    (await (await page.request.get(`${example.url}/api/v1/follow-up-counts`)).json()) as {
      open: number
      closed: number
      cursor: string
    }
  const { cursor: _, ...before } = await counts()
  expect(before.open).toBeGreaterThan(50)
  await expect.poll(() => page.title()).toBe(`(${before.open}) Follow-up · Ohlas`)
  await page.getByLabel('Select all shown').check()
  await page.getByRole('button', { name: `Select all ${before.open}` }).click()
  await page.getByText(`${before.open} selected`).first().waitFor()
  await page.keyboard.press('d')
  await page.getByRole('dialog', { name: `Dismiss ${before.open} cases?` }).waitFor()
  await page.keyboard.press('4')
  await page.getByText(`${before.open} cases dismissed`).waitFor()
  expect(await counts()).toMatchObject({ open: 0, closed: before.closed + before.open })
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(counts).toMatchObject(before)
}, 90_000)

it('keeps the view and its filter in the address, and shows the filter as chips', async () => {
  const page = await openDesk()
  await page.goto(`${example.url}/follow-ups?view=closed&state=dismissed&unreachable=true`)
  const chips = page.getByRole('list', { name: 'Filters in use' })
  await chips.getByText('Dismissed').waitFor()
  await chips.getByText('No contact details').waitFor()
  await chips.getByRole('button').first().click()
  await page.waitForURL(/view=closed&unreachable=true$/)
  await page.getByRole('button', { name: /^Overdue/ }).click()
  await page.waitForURL(/view=overdue&unreachable=true$/)
  expect(await chips.getByRole('listitem').allTextContents()).toEqual(['No contact details'])
}, 90_000)

it('announces a case in all tabs over one stream, and moves no row until it is shown', async () => {
  const page = await openDesk()
  const streams: string[] = []
  page.context().on('request', (request) => {
    if (request.url().includes('/follow-up-events')) streams.push(request.url())
  })
  const other = await page.context().newPage()
  await other.goto(`${example.url}/follow-ups`)
  await other.locator('.follow-up-row').first().waitFor()
  const list = await page.request.get(`${example.url}/api/v1/follow-ups?state=closed&limit=1`)
  const { followUps } = (await list.json()) as { followUps: { id: string }[] }
  const [before, count] = [await ids(page), Number(await page.locator('.nav__count').innerText())]

  await change(page.request, followUps[0]!.id, { state: 'new' })
  for (const tab of [page, other]) {
    await tab.getByRole('button', { name: 'Show 1 new case' }).waitFor()
    await expect.poll(() => tab.title()).toContain(`(${count + 1})`)
  }
  expect(await ids(page)).toEqual(before)
  expect(streams.length).toBeLessThanOrEqual(1)
  await change(page.request, followUps[0]!.id, { state: 'resolved' })
  await page.getByRole('button', { name: 'Show 1 new case' }).waitFor({ state: 'detached' })
}, 90_000)
