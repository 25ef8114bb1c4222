import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { feedbackPath } from '../../../api/base/tokens.ts'
import { saveResponse } from '../../../db/responses/save.ts'
import { checkScoreboard } from '../../../db/doctor.ts'
import { countExclusions } from '../../../db/scores/exclusions.ts'
import { openDatabase } from '../../../db/open.ts'
import * as schema from '../../../db/schema/index.ts'
import { makeApp } from '../../support/app.ts'
import { temporaryFile } from '../../support/database.ts'
import { aResponse } from '../../support/surveys.ts'
import {
  SECRET,
  made,
  surveyId,
  put,
  open,
  post,
  ask,
  send,
  textOf,
  answered,
  change,
  counted,
  everything,
  surveyForEachTest,
  startOver,
} from './feedbackPage.ts'

surveyForEachTest()

describe('withdrawing a response', () => {
  test('is confirmed first, and then removes it from the score and erases it', async () => {
    await answered({ score: 9 }, '?agent=berta')
    const { feedback, page } = await answered({ score: 2, why: 'Nobody called back.' })
    await send(`${feedback}/additions`, { text: 'A word more.' })
    await change({ note: 'A difficult one' })
    for (const method of ['PUT', 'DELETE'])
      await made.ask('lead', `/api/v1/responses/${page.id}/exclusion`, { method })
    expect(await counted()).toBe(2)

    const asked = await textOf(`${feedback}/withdrawal`)
    expect(asked).toContain('Everything you told us here will be erased, for good.')
    expect(await counted()).toBe(2)

    const done = await send(`${feedback}/withdrawal`)
    expect(done.status).toBe(303)
    const gone = await ask(done.headers.get('location')!)
    expect(gone.status).toBe(410)
    expect(await gone.text()).toContain('Your answer has been erased.')

    expect(await counted()).toBe(1)
    expect(await checkScoreboard(made.db)).toEqual([])
    const left = await everything()
    for (const said of ['called', 'word more', 'difficult', 'eva@', 'Eva', 'C-77', 'anna'])
      expect(left).not.toContain(said)
    expect(
      await countExclusions(made.db, { surveyId, question: 'score', counting: 'answers' }),
    ).toMatchObject({ counted: 1, erased: 1 })
    expect(await made.db.orm.select().from(schema.review)).toEqual([])
  })

  test('leaves nothing in the database file either', async () => {
    const file = temporaryFile()
    const db = await openDatabase(file)
    await startOver(await makeApp({ db }))
    const long = 'unmistakable '.repeat(380)
    const { feedback } = await answered({ score: 2, why: long })
    await send(`${feedback}/additions`, { text: `${long}!` })
    await send(`${feedback}/withdrawal`)
    await db.close()
    const bytes = readFileSync(file, 'latin1')
    for (const said of ['unmistakable', 'eva@example.com', 'anna'])
      expect(bytes).not.toContain(said)
  })

  test('can’t be undone by a save that comes late', async () => {
    const { feedback, page } = await answered()
    await send(`${feedback}/withdrawal`)
    const before = await everything()
    for (const revision of [1, 2, 99]) {
      const late = await put(page, { score: 2, why: 'Nobody called back.' }, { revision })
      expect(late.status).toBe(410)
    }
    const form = await post(page, [
      ['score', '2'],
      ['why', 'Nobody called back.'],
    ])
    expect(form.status).toBe(410)
    expect(await form.text()).toContain('Your answer has been erased.')
    expect(await everything()).toBe(before)
    for (const act of ['additions', 'withdrawal', 'opt-out'])
      expect((await send(`${feedback}/${act}`, { text: 'x', ask: 'never' })).status).toBe(410)
    expect(await everything()).toBe(before)
    expect(await checkScoreboard(made.db)).toEqual([])
  })

  test('uses up a single-use link', async () => {
    const given = await made.ask('admin', `/api/v1/surveys/${surveyId}/links`, {
      method: 'POST',
      json: { links: [{ singleUse: true }] },
    })
    const { links } = (await given.json()) as { links: { url: string }[] }
    const link = new URL(links[0]!.url).search
    const { feedback, page } = await answered({ score: 2 }, link)
    await send(`${feedback}/withdrawal`)
    const again = await open(link)
    expect(again.answered.status).toBe(410)
    expect(again.html).toContain('Your answer has been erased.')
    expect((await put(page, { score: 2 }, { complete: true, revision: 9 })).status).toBe(410)
  })

  test('lets the next answer with the same properties count in their groups', async () => {
    const { feedback } = await answered({ score: 2 }, '?agent=anna')
    await send(`${feedback}/withdrawal`)
    await answered({ score: 2 }, '?agent=anna')
    const list = await made.ask('lead', `/api/v1/surveys/${surveyId}/responses?agent=anna`)
    expect(((await list.json()) as { responses: unknown[] }).responses).toHaveLength(1)
    expect(await checkScoreboard(made.db)).toEqual([])
  })

  test('keeps the customer if they have other data', async () => {
    const { feedback } = await answered()
    await answered({ score: 9 })
    await send(`${feedback}/withdrawal`)
    expect(await made.db.orm.select().from(schema.customer)).toMatchObject([{ externalId: 'C-77' }])
    expect(await counted()).toBe(1)
  })

  test('works for imported and for excluded responses', async () => {
    const id = '0193445c-0000-7000-8000-000000000000'
    await saveResponse(made.db, aResponse(surveyId, { id, source: 'import' }))
    const aside = await open('?score=1')
    await put(aside, { score: 1 }, { confirmed: false })
    for (const each of [id, aside.id])
      expect((await send(`${feedbackPath(SECRET, each)}/withdrawal`)).status).toBe(303)
    const states = await made.db.orm.select({ state: schema.response.state }).from(schema.response)
    expect(states).toEqual([{ state: 'erased' }, { state: 'erased' }])
    expect(await checkScoreboard(made.db)).toEqual([])
  })
})
