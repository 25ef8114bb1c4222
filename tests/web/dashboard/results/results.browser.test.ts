import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import { openDatabase } from '../../../../db/open.ts'
import { saveResponse } from '../../../../db/responses/save.ts'
import { dayOf } from '../../../../surveys/days.ts'
import { makeFirstAdmin } from '../../../support/admin.ts'
import { faultsOn } from '../../../support/axe.ts'
import { temporaryFile } from '../../../support/database.ts'
import { everyKind } from '../../../support/everyKind.ts'
import { startServer } from '../../../support/server.ts'
import { closeContexts, shareBrowser } from '../../../support/sharedBrowser.ts'
import { aResponse, makeSurvey } from '../../../support/surveys.ts'

let browser: Browser
beforeAll(async () => {
  browser = await shareBrowser()
})
afterAll(() => closeContexts(browser))

it('leads from the share of an option to exactly the answers it counts', async () => {
  const file = temporaryFile()
  const { id } = await fill(file)
  const server = await startServer(file)
  onTestFinished(() => void server.end('SIGTERM'))
  const context = await browser.newContext({ locale: 'en-GB', reducedMotion: 'reduce' })
  context.setDefaultTimeout(15_000)
  onTestFinished(() => context.close())
  await makeFirstAdmin(context.request, server)
  const page = await context.newPage()
  await page.goto(`${server.url}/surveys/${id}/results?split=channel`)

  const question = page.getByRole('region', { name: 'Did we solve your problem?' })
  await question.getByText('12 of 12 answered').waitFor()
  await question.getByRole('cell', { name: '100%' }).waitFor()
  expect(await faultsOn(page)).toEqual([])
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: /CSV$/ }).click()
  expect((await download).suggestedFilename()).toMatch(/^ohlas-every-kind-results-.*\.csv$/)

  await question.getByRole('link', { name: 'No', exact: true }).click()
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.waitForURL(/\/responses\?a\.solved=no/)
  await page.getByText('4 answers', { exact: true }).waitFor()
  expect(await page.locator('.response-list > li').count()).toBe(4)

  await page.goBack()
  await question.getByRole('link', { name: '12 of 12 answered' }).click()
  await page.getByText('Did we solve your problem? Answered').waitFor()
  await page.getByText('12 answers', { exact: true }).waitFor()
}, 60_000)

/** A survey with twelve answers, of which four say no, all by phone. */
async function fill(file: string) {
  const db = await openDatabase(file)
  const survey = await makeSurvey(db, 'every-kind', everyKind)
  for (let i = 0; i < 12; i++) {
    const answeredAt = Date.now() - i * 86_400_000
    await saveResponse(
      db,
      aResponse(survey.id, {
        definition: everyKind,
        answers: { nps: i % 3 ? 10 : 2, solved: i % 3 ? 'yes' : 'no', value: 1 + (i % 10) },
        properties: { channel: i % 3 ? 'chat' : 'phone' },
        answeredAt,
        day: dayOf(answeredAt, 'UTC'),
      }),
    )
  }
  await db.close()
  return survey
}
