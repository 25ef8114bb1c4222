import { describe, expect, test } from 'vitest'
import { TOKEN_LIFE } from '../../../surveys/durations.ts'
import { everyKind } from '../../support/everyKind.ts'
import { makeSurvey } from '../../support/surveys.ts'
import type { Opened } from '../../support/visiting.ts'
import {
  made,
  open,
  get,
  post,
  postText,
  stored,
  expectNothingStored,
  failStorage,
  surveyForEachTest,
} from './saving.ts'

const FORM = 'application/x-www-form-urlencoded'

surveyForEachTest()

describe('a form with mistakes', () => {
  test('is shown again with each mistake at its field', async () => {
    await makeSurvey(made.db, 'every', everyKind)
    const page = await (await get('every')).text()
    const field = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)![1]!
    const body = new URLSearchParams({
      token: field('token'),
      response: field('response'),
      nps: '3',
      solved: 'no',
      reason: 'other',
      reason_other: 'x'.repeat(201),
      word: 'x'.repeat(201),
      dataset: 'anna@',
    })
    const answered = await made.app.request('http://ohlas.test/s/every', {
      method: 'POST',
      headers: { 'content-type': FORM },
      body: body.toString(),
    })
    expect(answered.status).toBe(400)
    const html = await answered.text()
    const told = [...html.matchAll(/id="(\w+)-wrong" role="alert">([^<]*)</g)]
    expect(told.map(([, name, text]) => [name, text])).toEqual([
      ['reason_other', 'This is a little too long. Up to 200 characters fit here.'],
      ['word', 'This is a little too long. Up to 200 characters fit here.'],
      ['dataset', 'This does not look like an email address. Please check it.'],
    ])
    await expectNothingStored()
  })

  test('without a choice asks for one, by the kind of choice', async () => {
    const [, stars, ...rest] = everyKind.questions
    await makeSurvey(made.db, 'stars', { ...everyKind, questions: [stars!, ...rest] })
    const page = await (await get('stars')).text()
    const field = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)![1]!
    const answered = await made.app.request('http://ohlas.test/s/stars', {
      method: 'POST',
      headers: { 'content-type': FORM },
      body: new URLSearchParams({ token: field('token'), response: field('response') }).toString(),
    })
    expect(await answered.text()).toContain('Please choose an answer first.')
  })

  test('without a number asks for one, in the reader’s language', async () => {
    const page = await open('?lang=he')
    const answered = await post(page, [['asked', 'score']], '?lang=he')
    expect(answered.status).toBe(400)
    expect(await answered.text()).toContain('נא לבחור קודם מספר.')
    await expectNothingStored()
  })

  test.each([
    ['a score off the scale', [['score', '11']], 'Please pick a number first.'],
    ['a score that is no number', [['score', 'ten']], 'Please pick a number first.'],
    [
      'an unknown question',
      [
        ['score', '9'],
        ['mood', 'x'],
      ],
      'answers.mood',
    ],
    [
      'an unknown option',
      [
        ['score', '2'],
        ['reasons', 'x'],
      ],
      'Please check this answer.',
    ],
    [
      'a long comment',
      [
        ['score', '9'],
        ['why', 'x'.repeat(5001)],
      ],
      '5,000',
    ],
    [
      'a broken revision',
      [
        ['score', '9'],
        ['revision', 'x'],
      ],
      'revision',
    ],
  ] as [string, [string, string][], string][])(
    'with %s comes back with what was given and what to do',
    async (_, fields, words) => {
      const page = await open()
      const hasWords = fields.some(([name]) => name === 'why')
      const answered = await post(page, hasWords ? fields : [['why', 'My words'], ...fields])
      const html = await answered.text()
      expect(answered.status).toBe(400)
      expect(html).toContain(words)
      expect(html).toContain(page.token)
      if (!hasWords) expect(html).toContain('My words')
      await expectNothingStored()
    },
  )

  test.each([
    ['forged', (page: Opened) => ({ ...page, token: `${page.token}x` })],
    ['expired', (page: Opened) => ((made.clock.now += TOKEN_LIFE + 1), page)],
    ['missing', (page: Opened) => ({ ...page, token: '' })],
  ])('with a token that is %s comes back with a new one and the answers', async (_, spoil) => {
    const page = spoil(await open())
    const answered = await post(
      page,
      [
        ['score', '3'],
        ['why', 'My words'],
      ],
      '?channel=chat',
    )
    const html = await answered.text()
    expect(answered.status).toBe(403)
    expect(html).toContain('Please send your answer once more.')
    expect(html).toContain('My words')
    await expectNothingStored()

    const token = /name="token" value="([^"]*)"/.exec(html)![1]!
    const id = /name="response" value="([^"]*)"/.exec(html)![1]!
    expect(id).not.toBe(page.id)
    expect((await post({ ...page, token, id }, [['score', '3']])).status).toBe(200)
    expect((await stored())[0]!.properties).toEqual({ channel: 'chat' })
  })

  test('escapes what it shows again', async () => {
    const page = await open()
    const answered = await post(page, [
      ['score', '99'],
      ['why', '</textarea><script>alert(1)'],
    ])
    expect(await answered.text()).not.toContain('<script>alert')
  })

  test.each([
    ['not UTF-8', 'score=%FF', FORM, 400],
    ['a stray percent sign', 'score=%', FORM, 400],
    ['another content type', 'score=9', 'multipart/form-data', 415],
    ['more than 64 KB', `why=${'x'.repeat(70_000)}`, FORM, 413],
  ])(
    'that is %s gets a page that explains it, and stores nothing',
    async (_, body, type, status) => {
      const answered = await postText(body, { 'content-type': type, 'accept-language': 'cs' })
      expect(answered.status).toBe(status)
      expect(answered.headers.get('content-type')).toContain('text/html')
      expect(await answered.text()).toContain('<html lang="cs"')
      await expectNothingStored()
    },
  )

  test('that can’t be stored is shown again with its answers, to be resent', async () => {
    const page = await open()
    failStorage()
    const answered = await post(page, [
      ['score', '3'],
      ['why', 'My words'],
    ])
    const html = await answered.text()
    expect(answered.status).toBe(503)
    expect(answered.headers.get('retry-after')).not.toBeNull()
    expect(html).toContain('My words')
    expect(html).toContain(page.token)
    expect(html).not.toContain('disk I/O')
  })
})
