import type { BrowserContextOptions, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { faultsOn } from '../../../support/axe.ts'
import { serveExample } from '../../../support/example.ts'

const example = serveExample()

async function open(options: BrowserContextOptions = {}): Promise<Page> {
  const context = await example.newContext(options)
  const page = await context.newPage()
  await page.goto(`${example.url}/surveys/${example.survey}/trends`)
  return page
}

const groups = async (page: Page) => {
  await page.getByRole('link', { name: /^Trends$/ }).click()
  const choice = page.getByLabel('Group', { exact: true })
  // The list is there before its groups are.
  await choice.locator('optgroup').first().waitFor({ state: 'attached' })
  return choice
    .locator('optgroup')
    .evaluateAll((all) => all.map((one) => one.getAttribute('label')))
}

const scoresOf = async (page: Page, query: string) => {
  const answered = await page.request.get(
    `${example.url}/api/v1/surveys/${example.survey}/scores?${query}&from=2020-01-01`,
  )
  return answered.ok() ? ((await answered.json()) as { total: object }).total : answered.status()
}

it('hides a property from the filter by key, and counts it anew when it is shown again', async () => {
  const page = await open()
  const before = await scoresOf(page, 'channel=chat')
  expect(await groups(page)).toContain('channel')
  await page.getByRole('link', { name: 'Properties' }).click()

  await page.getByRole('button', { name: 'Hide channel' }).press('Enter')
  const show = page.getByRole('button', { name: 'Show channel' })
  await show.waitFor()
  expect(await show.evaluate((button) => button === document.activeElement)).toBe(true)
  expect(await groups(page)).not.toContain('channel')
  expect(await scoresOf(page, 'channel=chat')).toBe(400)

  await page.getByRole('link', { name: 'Properties' }).click()
  await show.press('Enter')
  await page.getByText('“channel” is shown again.').waitFor()
  await expect.poll(() => page.getByText('being counted', { exact: false }).count()).toBe(0)
  expect(await groups(page)).toContain('channel')
  expect(await scoresOf(page, 'channel=chat')).toEqual(before)
})

it('hides a value, and shows it again', async () => {
  const page = await open()
  const before = await scoresOf(page, 'channel=chat')
  await page.getByRole('link', { name: 'Properties' }).click()
  const channel = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: 'channel' }) })
  await channel.locator('summary').click()
  await channel.getByRole('button', { name: 'Hide chat' }).click()
  await channel.getByText('Hidden, counted as “other”').waitFor()
  await expect.poll(() => scoresOf(page, 'channel=chat')).toBe(400)
  await page.getByRole('button', { name: 'Undo' }).click()
  await channel.getByRole('button', { name: 'Hide chat' }).waitFor()
  await expect.poll(() => page.getByText('being counted', { exact: false }).count()).toBe(0)
  expect(await scoresOf(page, 'channel=chat')).toEqual(before)
})

it.each<[string, BrowserContextOptions]>([
  ['light', { colorScheme: 'light' }],
  ['dark at 360 px', { colorScheme: 'dark', viewport: { width: 360, height: 740 } }],
  ['in Hebrew', { locale: 'he-IL' }],
])('is free of what axe finds and fits its width: %s', async (_, options) => {
  const page = await open(options)
  await page.goto(`${example.url}/surveys/${example.survey}/properties`)
  await page.locator('.property-use__values summary').first().click()
  await page.locator('.value-uses__table').first().waitFor()
  expect(await faultsOn(page)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
})
