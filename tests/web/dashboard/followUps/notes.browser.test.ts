import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { serveExample } from '../../../support/example.ts'

const ONE_CASE = /\/api\/v1\/follow-ups\/[\da-f-]{36}$/

const example = serveExample()

async function openPage(): Promise<Page> {
  const context = await example.newContext()
  context.setDefaultTimeout(15_000)
  const page = await context.newPage()
  return page
}

it('keeps a note and the cursor when the list no longer contains its case', async () => {
  const page = await openPage()
  let letThrough = () => {}
  const held = new Promise<void>((resolve) => (letThrough = resolve))
  await page.route(ONE_CASE, async (route) => {
    if (route.request().method() === 'GET') return route.abort()
    await held
    await route.continue()
  })
  await page.goto(`${example.url}/follow-ups`)
  await page.locator('.follow-up-row__words').first().click()
  await page.getByRole('textbox', { name: 'Note' }).waitFor()
  await page.keyboard.press('d')
  await page.getByRole('dialog', { name: 'Dismiss' }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: /^Closed \d/ }).click()
  await page.waitForURL(/view=closed/)
  await page.locator('.follow-up-row__words').first().click()
  await page.waitForURL(/follow-ups\/.+view=closed/)
  const id = new URL(page.url()).pathname.split('/').at(-1)!
  const note = page.getByRole('textbox', { name: 'Note' })
  await note.fill('Called at noon')
  await page.route('**/api/v1/follow-ups?*', async (route) => {
    const answer = await route.fetch()
    const list = (await answer.json()) as { followUps: { id: string }[] }
    const followUps = list.followUps.filter((each) => each.id !== id)
    await route.fulfill({ response: answer, json: { ...list, followUps } })
  })
  letThrough()
  await expect.poll(() => page.locator(`[id="row-${id}"]`).count()).toBe(0)
  expect(await note.inputValue()).toBe('Called at noon')
  expect(await page.evaluate('document.activeElement.id')).toBe('note')
  const saved = async () => {
    const answer = await page.request.get(`${example.url}/api/v1/follow-ups/${id}`)
    return ((await answer.json()) as { note: string | null }).note
  }
  await expect.poll(saved).toBe('Called at noon')
}, 90_000)

it('keeps an unsaved note until it is saved, whatever page is opened meanwhile', async () => {
  const page = await openPage()
  let isAway = true
  await page.route(ONE_CASE, (route) =>
    isAway && route.request().method() === 'PATCH' ? route.abort() : route.continue(),
  )
  await page.goto(`${example.url}/follow-ups`)
  await page.locator('.follow-up-row__words').first().click()
  const note = page.getByRole('textbox', { name: 'Note' })
  await note.fill('Called')
  await page.getByText('Not saved yet.').waitFor()
  const address = page.url()

  await page.getByRole('button', { name: /^Closed \d/ }).click()
  await page.waitForURL(/view=closed/)
  await page.getByRole('link', { name: 'Overview' }).click()
  await page.getByRole('heading', { name: 'Overview' }).waitFor()
  await page.getByRole('link', { name: /^Follow-up/ }).click()
  await page.locator('.follow-up-row__words').first().click()
  await page.waitForURL(address)
  expect(await note.inputValue()).toBe('Called')
  await note.press('End')
  await page.keyboard.type(' twice')
  await page.goBack()
  await page.goForward()
  await expect.poll(() => note.inputValue()).toBe('Called twice')
  await page.reload()
  await expect.poll(() => note.inputValue()).toBe('Called twice')

  isAway = false
  await note.focus()
  await page.keyboard.press('Escape')
  await page.getByText('Saved', { exact: true }).waitFor()
  const drafts = "Object.keys(localStorage).filter((key) => key.startsWith('ohlas.note.'))"
  expect(await page.evaluate(drafts)).toEqual([])
  await page.reload()
  await expect.poll(() => note.inputValue()).toBe('Called twice')
}, 90_000)
