import { describe, expect, test } from 'vitest'
import { pauseSurvey } from '../../../db/surveys/surveys.ts'
import { followUp } from '../../../db/schema/index.ts'
import {
  made,
  surveyId,
  open,
  post,
  stored,
  storedAnswers,
  expectNothingStored,
  surveyForEachTest,
} from './saving.ts'

surveyForEachTest()

describe('a form, without script', () => {
  test('sent from an older page, after Back, is the customer’s latest answer', async () => {
    const page = await open()
    const send = (revision: string, score: string) =>
      post(page, [
        ['revision', revision],
        ['score', score],
        ['asked', 'score'],
      ])
    await send('1', '2')
    await send('2', '2')
    expect((await send('1', '9')).status).toBe(200)
    expect(await storedAnswers()).toMatchObject([{ value: 9 }])
    expect(await made.db.orm.select().from(followUp)).toEqual([])
  })

  test('goes from the score to the question for its band, and then to the thank-you page', async () => {
    const page = await open()
    const second = await post(page, [
      ['revision', '1'],
      ['score', '3'],
      ['asked', 'score'],
    ])
    const html = await second.text()
    expect(second.status).toBe(200)
    expect(html).toContain('What went wrong?')
    expect(html).toMatch(/value="3"[^>]* checked/)
    expect(html).toContain('name="revision" value="2"')
    expect(await stored()).toMatchObject([{ id: page.id, state: 'partial' }])

    const third = await post(page, [
      ['revision', '2'],
      ['score', '3'],
      ['why', 'Slow.\r\nVery slow.'],
      ['reasons', 'speed'],
      ['reasons', 'price'],
      ...['score', 'why', 'reasons'].map((id): [string, string] => ['asked', id]),
    ])
    expect(third.status).toBe(200)
    expect(await third.text()).toContain('Thank you.')
    expect(await stored()).toMatchObject([{ id: page.id, state: 'complete' }])
    expect(
      (await storedAnswers()).map(({ question, value, text }) => [question, value ?? text]),
    ).toEqual(
      expect.arrayContaining([
        ['score', 3],
        ['why', 'Slow.\nVery slow.'],
        ['reasons', '["speed","price"]'],
      ]),
    )
  })

  test('sent twice counts once', async () => {
    const page = await open()
    await post(page, [['score', '9']])
    await post(page, [['score', '9']])
    expect(await stored()).toHaveLength(1)
  })

  test('asks the questions that a changed score leads to before thanking', async () => {
    const page = await open()
    const answered = await post(page, [
      ['score', '2'],
      ['why', 'Oh.'],
      ['asked', 'score'],
      ['asked', 'why'],
    ])
    expect(await answered.text()).toContain('What was it about?')
  })

  test('drops answers that a changed score no longer asks for', async () => {
    const page = await open()
    await post(page, [
      ['score', '10'],
      ['reasons', 'speed'],
      ...['score', 'why', 'reasons'].map((id): [string, string] => ['asked', id]),
    ])
    expect((await storedAnswers()).map(({ question }) => question)).toEqual(['score'])
  })

  test('switches its language without losing or repeating anything', async () => {
    const page = await open()
    const answered = await post(page, [
      ['score', '3'],
      ['why', 'My words'],
      ['switch', 'he'],
    ])
    const html = await answered.text()
    expect(html).toContain('<html lang="he"')
    expect(html).toContain('My words')
    expect(html).toContain(page.id)
    expect(await stored()).toMatchObject([{ id: page.id, state: 'partial' }])
  })

  test('to a closed survey gets the closed page', async () => {
    const page = await open()
    await pauseSurvey(made.db, surveyId, made.clock.now)
    const answered = await post(page, [['score', '9']])
    expect(answered.status).toBe(410)
    expect(await answered.text()).toContain('This survey is closed')
    await expectNothingStored()
  })
})
