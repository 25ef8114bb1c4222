import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import { openDatabase } from '../../../../db/open.ts'
import { makeFirstAdmin } from '../../../support/admin.ts'
import { faultsOn } from '../../../support/axe.ts'
import { temporaryFile } from '../../../support/database.ts'
import { startServer } from '../../../support/server.ts'
import { closeContexts, shareBrowser } from '../../../support/sharedBrowser.ts'
import { makeSurvey } from '../../../support/surveys.ts'

let browser: Browser
beforeAll(async () => {
  browser = await shareBrowser()
})
afterAll(() => closeContexts(browser))

async function openImports() {
  const file = temporaryFile()
  const db = await openDatabase(file)
  const survey = await makeSurvey(db, 'bank')
  await db.close()
  const server = await startServer(file)
  onTestFinished(() => void server.end('SIGTERM'))
  const context = await browser.newContext({ locale: 'en-GB', reducedMotion: 'reduce' })
  onTestFinished(() => context.close())
  const page = await context.newPage()
  await makeFirstAdmin(page.request, server)
  return { url: server.url, page, survey }
}

/** Drops a file onto the page, as from the desktop. */
async function drop(page: Page, name: string, text: string) {
  const data = await page.evaluateHandle(
    ([name, text]) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([text!], name!))
      return transfer
    },
    [name, text],
  )
  await page.dispatchEvent('.drop-zone', 'drop', { dataTransfer: data })
}

const FILE = [
  'id,first,second,when,comment',
  'r1,9,3,2026-10-01,Quick and friendly as always',
  'r2,2,8,2026-10-02,It took two weeks to arrive',
  'r3,10,1,2026-10-03,',
  'r4,7,1,soon,Which day was this about',
].join('\n')

it('imports a dropped file after one correction, proves it and undoes it', async () => {
  const { url, page, survey } = await openImports()
  await page.goto(`${url}/surveys/${survey.id}/trends`)
  await page.getByRole('link', { name: 'Import answers' }).click()
  await page.getByRole('button', { name: 'Choose a file' }).waitFor()
  expect(await faultsOn(page)).toEqual([])
  await drop(page, 'october.csv', FILE)

  await page.getByRole('alert').getByText('the score may be in').waitFor()
  await page.getByLabel('“first” is imported as').selectOption({ index: 1 })
  await page.getByText('3 responses to import').waitFor()
  await page.getByText('1 row can’t be imported').waitFor()
  await page.getByText('Line 5').waitFor()
  await page.getByRole('cell', { name: 'It took two weeks to arrive' }).last().waitFor()
  expect(await faultsOn(page)).toEqual([])

  await page.getByRole('button', { name: 'Import 3 responses, without rejected rows' }).click()
  await page.getByText('3 responses imported').waitFor()
  await page.getByText('Score in Ohlas').waitFor()
  expect(await faultsOn(page)).toEqual([])
  await page.getByRole('link', { name: 'See these responses' }).click()
  await page.getByText('Quick and friendly as always').waitFor()

  await page.goto(`${url}/settings/imports`)
  await page.getByRole('button', { name: 'Undo the import of october.csv' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('3 responses').waitFor()
  expect(await faultsOn(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Undo import' }).click()
  await page.getByText(/^Undone/).waitFor()
  await page.goto(`${url}/surveys/${survey.id}/responses`)
  await page.getByText('No answers yet').waitFor()
}, 120_000)

it('can be used with the keyboard alone', async () => {
  const { url, page } = await openImports()
  await page.goto(`${url}/settings/imports/new`)
  const choose = page.getByRole('button', { name: 'Choose a file' })
  await choose.focus()
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.keyboard.press('Enter'),
  ])
  const buffer = Buffer.from('score,date\n9,2026-10-01\n3,2026-10-02\n')
  await chooser.setFiles({ name: 'small.csv', mimeType: 'text/csv', buffer })
  const start = page.getByRole('button', { name: 'Import 2 responses' })
  await start.waitFor()
  const role = page.getByLabel('“score” is imported as')
  await role.focus()
  await page.keyboard.press('Tab')
  for (let presses = 0; presses < 20; presses++) {
    if (await start.evaluate((button) => button === document.activeElement)) break
    await page.keyboard.press('Tab')
  }
  await page.keyboard.press('Enter')
  await page.getByText('2 responses imported').waitFor()
  expect(await faultsOn(page)).toEqual([])
})
