import { count } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { TOKEN_LIFE, readToken, signToken } from '../../../api/base/tokens.ts'
import { checkScoreboard } from '../../../db/doctor.ts'
import { dayOf } from '../../../surveys/days.ts'
import { StorageUnavailable } from '../../../surveys/errors.ts'
import { NEWER_SAVE_STORED } from '../../../surveys/problemTypes.ts'
import {
  archiveSurvey,
  publishSurvey,
  pauseSurvey,
  createSurvey,
} from '../../../db/surveys/surveys.ts'
import {
  answer,
  customer,
  followUp,
  response,
  scoreboard,
  survey,
} from '../../../db/schema/index.ts'
import type { SurveyDefinition } from '../../../surveys/definition.ts'
import { makeAsking } from '../../web/respondent/asking.ts'
import { everyKind } from '../../support/everyKind.ts'
import { definition, makeSurvey } from '../../support/surveys.ts'
import { visiting, type Opened } from '../../support/visiting.ts'

const SLUG = 'after-support'
const FORM = 'application/x-www-form-urlencoded'

let made: Awaited<ReturnType<typeof makeAsking>>
let surveyId: string

beforeEach(async () => {
  made = await makeAsking()
  surveyId = (await makeSurvey(made.db, SLUG)).id
})

const { get, open, put, putText, post, postText } = visiting(() => made, SLUG)

const stored = () => made.db.orm.select().from(response)
const storedAnswers = () => made.db.orm.select().from(answer)
const problem = async (answered: Response) =>
  (await answered.json()) as { status: number; errors?: { field: string; message: string }[] }

/** Whatever is stored of a response refers to another that is not there. */
const DANGLING_REFERENCE = `create trigger dangling after insert on response begin
  insert into addition (response_no, survey_id, at, text) values (-1, '', 0, '');
end`

async function expectNothingStored() {
  expect(await stored()).toEqual([])
  expect(await storedAnswers()).toEqual([])
  expect(await made.db.orm.select().from(followUp)).toEqual([])
  expect(await made.db.orm.select({ n: count() }).from(scoreboard)).toEqual([{ n: 0 }])
}

describe('opening the page', () => {
  test('shows the question of whoever asks and the ends of the scale', async () => {
    const { html, answered } = await open()
    expect(answered.status).toBe(200)
    expect(html).toContain('Would you recommend Acme?')
    expect(html).toContain('Not at all')
    expect(html).toContain('Very much')
    expect(html).not.toContain('{company}')
  })

  test('writes nothing, sets no cookie and loads nothing from elsewhere', async () => {
    const { html, answered } = await open('?score=9&email=anna@example.com')
    await made.app.request(`http://ohlas.test/s/${SLUG}`, { method: 'HEAD' })
    await expectNothingStored()
    expect(await made.db.orm.select().from(customer)).toEqual([])
    expect(answered.headers.get('set-cookie')).toBeNull()
    expect(html).not.toMatch(/(src|href|action)="?(https?:)?\/\//)
  })

  test('is not kept by caches, and may run and load nothing but itself', async () => {
    const { headers } = (await open()).answered
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect(headers.get('content-security-policy')).not.toContain('unsafe')
  })

  test('comes in the language of the link, else of the reader, else the first', async () => {
    expect((await open('?lang=he')).html).toContain('<html lang="he" dir="rtl">')
    const reader = { 'accept-language': 'fr;q=0.9, he-IL;q=0.8, en;q=0.1' }
    expect((await open('', reader)).html).toContain('<html lang="he" dir="rtl">')
    expect((await open('?lang=en', reader)).html).toContain('<html lang="en" dir="ltr">')
    expect((await open('', { 'accept-language': 'fr' })).html).toContain('<html lang="en"')
  })

  test('links to its other languages with everything else the link says', async () => {
    const { html } = await open('?customer=42&channel=chat')
    expect(html).toContain('href="?customer=42&amp;channel=chat&amp;lang=he"')
  })

  test('has the score of the link chosen, by either name, and only one on the scale', async () => {
    const chosen = (html: string) => /value="(\d+)"[^>]* checked/.exec(html)?.[1]
    expect(chosen((await open('?score=0')).html)).toBe('0')
    expect(chosen((await open('?score=10')).html)).toBe('10')
    for (const score of ['11', '-1', '4.5', 'x', '', '9e0', '007'])
      expect(chosen((await open(`?score=${score}`)).html)).toBeUndefined()
  })

  test('tells the token who it is for, and leaves out what cannot be used', async () => {
    const long = 'x'.repeat(201)
    const { token } = await open(
      `?customer=42&email=nobody&name=Anna&channel=chat&a%20b=c&long=${long}&empty=&lang=en&score=3`,
    )
    const claims = readToken(made.deps.workspace.secret, token, made.clock.now)
    expect(claims.customer).toEqual({ externalId: '42', name: 'Anna' })
    expect(claims.properties).toEqual({ channel: 'chat' })
    expect(claims).toMatchObject({ survey: surveyId, version: 1, language: 'en' })
  })

  test('takes at most 50 properties from a link', async () => {
    const query = Array.from({ length: 60 }, (_, index) => `p${index}=x`).join('&')
    const { token } = await open(`?${query}`)
    const { properties } = readToken(made.deps.workspace.secret, token, made.clock.now)
    expect(Object.keys(properties)).toHaveLength(50)
  })

  test('escapes what comes from the link', async () => {
    const { html } = await open('?lang=en&x="><script>alert(1)</script>')
    expect(html).not.toContain('<script>alert')
  })

  test.each([
    ['an address without a survey', 404, async () => 'nothing-here'],
    [
      'a draft that was never published',
      404,
      async () =>
        (await createSurvey(made.db, { name: 'D', slug: 'draft', definition, now: 0 })).slug,
    ],
    [
      'a paused survey',
      410,
      async () => (await pauseSurvey(made.db, surveyId, made.clock.now)).slug,
    ],
  ])('of %s says so in the reader’s language (%i)', async (_, status, slugOf) => {
    const answered = await get(await slugOf(), { 'accept-language': 'de' })
    const html = await answered.text()
    expect(answered.status).toBe(status)
    expect(answered.headers.get('content-type')).toContain('text/html')
    expect(html).toContain('<html lang="de"')
    expect(html).toContain(
      status === 404 ? 'Hier gibt es keine Umfrage' : 'Umfrage ist geschlossen',
    )
    expect(html).not.toContain('<form')
  })
})

describe('a save', () => {
  test('is stored at once under the page’s id', async () => {
    const page = await open('?channel=chat&email=Anna@Example.com')
    const answered = await put(page, { score: 3 })
    expect(answered.status).toBe(200)
    expect(await answered.json()).toEqual({ id: page.id, state: 'partial' })
    expect(await stored()).toMatchObject([
      { id: page.id, state: 'partial', band: 'unhappy', language: 'en', source: 'link' },
    ])
    expect((await stored())[0]!.properties).toEqual({ channel: 'chat' })
    expect(await made.db.orm.select().from(customer)).toMatchObject([{ email: 'anna@example.com' }])
  })

  test('sent twice counts once, and the comment joins the score', async () => {
    const page = await open()
    await put(page, { score: 3 })
    await put(page, { score: 3 })
    await put(page, { score: 3, why: 'It broke.' }, { complete: true, revision: 2 })
    await put(page, { score: 3, why: 'It broke.' }, { complete: true, revision: 2 })
    expect(await stored()).toMatchObject([{ state: 'complete', revision: 2 }])
    expect(await storedAnswers()).toHaveLength(2)
    expect(await made.db.orm.select().from(followUp)).toHaveLength(1)
  })

  test('keeps nothing of a question that the other answers do not lead to', async () => {
    await put(await open(), { score: 9, reasons: ['speed'], why: 'Fast.' })
    expect((await storedAnswers()).map(({ question }) => question).sort()).toEqual(['score', 'why'])
  })

  test('that comes late does not undo a newer one', async () => {
    const page = await open()
    await put(page, { score: 9 }, { revision: 2 })
    const late = await put(page, { score: 2 }, { revision: 1 })
    expect(late.status).toBe(409)
    expect(await late.json()).toMatchObject({ type: NEWER_SAVE_STORED })
    expect(await storedAnswers()).toMatchObject([{ value: 9 }])
  })

  test('to a survey that was taken away meanwhile is told so', async () => {
    const page = await open()
    await made.db.orm.delete(survey)
    const { status } = await problem(await put(page, { score: 9 }))
    expect([404, 409]).toContain(status)
    await expectNothingStored()
  })

  test('that fails for another reason is not taken for a newer one', async () => {
    const page = await open()
    await made.db.atomically(() => [{ toSQL: () => ({ sql: DANGLING_REFERENCE, params: [] }) }])
    const refused = await problem(await put(page, { score: 9 }))
    expect(refused).toMatchObject({ status: 409, type: 'about:blank' })
    await expectNothingStored()
  })

  test('by a link that names the customer in other words keeps that from the properties', async () => {
    const page = await open('?Customer_Email=zoe@example.com&e-mail=no&user_name=Zoe&channel=chat')
    expect((await put(page, { score: 9 })).status).toBe(200)
    expect(await stored()).toMatchObject([
      { properties: { channel: 'chat' }, claimedName: 'Zoe', claimedEmail: 'zoe@example.com' },
    ])
    expect(await made.db.orm.select().from(customer)).toMatchObject([
      { email: 'zoe@example.com', name: null, verified: false },
    ])
  })

  test('by a link whose properties are called like what every object has counts like any other', async () => {
    const page = await open('?constructor=prototype&toString=x&__proto__=y&channel=__proto__')
    expect((await put(page, { score: 9 })).status).toBe(200)
    expect(await stored()).toMatchObject([
      { properties: { constructor: 'prototype', toString: 'x', channel: '__proto__' } },
    ])
  })

  test('says whether it came by a link, a widget or a kiosk, and keeps any other "via" as a property', async () => {
    for (const query of ['', '?via=widget', '?via=kiosk', '?via=newsletter'])
      await put(await open(query), { score: 9 })
    expect((await stored()).map(({ source, properties }) => [source, properties])).toEqual([
      ['link', {}],
      ['widget', {}],
      ['kiosk', {}],
      ['link', { via: 'newsletter' }],
    ])
  })

  test('owes a let-down customer a reply within the hours that are set', async () => {
    await put(await open(), { score: 0 })
    const hours = made.deps.config.followUpHours
    expect(await made.db.orm.select().from(followUp)).toMatchObject([
      { state: 'new', dueAt: made.clock.now + hours * 3_600_000 },
    ])
  })

  test('belongs to the day on which it came, in the workspace’s time zone', async () => {
    const page = await open()
    made.clock.now = Date.parse('2026-11-20T23:30:00Z')
    await put(page, { score: 9 })
    expect((await stored())[0]!.day).toBe(Date.parse('2026-11-21') / 86_400_000)
  })

  test('answers the version that was shown, though another has been published since', async () => {
    const page = await open()
    await publishOtherVersion()
    expect((await put(page, { score: 9, why: 'Fine' })).status).toBe(200)
    expect(await stored()).toMatchObject([{ version: 1 }])
    const later = await open()
    const { errors } = await problem(await put(later, { score: 9, why: 'Fine' }))
    expect(errors?.map(({ field }) => field)).toEqual(['answers.why'])
  })

  test.each([
    ['a score off the scale', { score: 11 }, 'answers.score'],
    ['a score below the scale', { score: -1 }, 'answers.score'],
    ['half a score', { score: 7.5 }, 'answers.score'],
    ['a score as text', { score: '7' }, 'answers.score'],
    ['an unknown question', { score: 7, mood: 1 }, 'answers.mood'],
    ['an unknown option', { score: 7, reasons: ['weather'] }, 'answers.reasons.0'],
    ['a comment that is no text', { score: 7, why: 5 }, 'answers.why'],
    ['a comment beyond 5,000 characters', { score: 7, why: 'x'.repeat(5001) }, 'answers.why'],
    ['NUL characters', { score: 7, why: 'a\0b' }, 'answers.why'],
    ['broken Unicode', { score: 7, why: 'a\ud800b' }, 'answers.why'],
    ['nothing', {}, 'answers'],
    ['only empty answers', { score: null, why: '  ', reasons: [] }, 'answers'],
    ['a list instead of answers', [1], 'answers'],
  ])('of %s is refused, naming the field, and stores nothing', async (_, answers, field) => {
    const answered = await put(await open(), answers)
    expect(answered.status).toBe(400)
    expect(answered.headers.get('content-type')).toBe('application/problem+json')
    expect((await problem(answered)).errors?.map((error) => error.field)).toEqual([field])
    await expectNothingStored()
  })

  test.each([
    ['broken JSON', '{"token":', 400],
    ['JSON that is no object', '[]', 400],
    ['no token', '{"answers":{"score":9}}', 400],
    ['an unknown field', '{"token":"x","answers":{},"admin":true}', 400],
    ['a revision that is none', '{"token":"x","answers":{"score":9},"revision":0}', 400],
    ['bytes that are no UTF-8', new Uint8Array([0x22, 0xff, 0x22]), 400],
    ['an empty body', '', 400],
  ])('with %s is refused and stores nothing', async (_, body, status) => {
    const page = await open()
    expect((await putText(page.id, body)).status).toBe(status)
    await expectNothingStored()
  })

  test('in another content type is refused', async () => {
    const page = await open()
    const body = JSON.stringify({ token: page.token, answers: { score: 9 } })
    expect((await putText(page.id, body, { 'content-type': 'text/plain' })).status).toBe(415)
    await expectNothingStored()
  })

  test('beyond 64 KB is refused, whether it says its length or not', async () => {
    const page = await open()
    const body = JSON.stringify({ token: page.token, answers: { why: 'x'.repeat(70_000) } })
    const said = await putText(page.id, body, { 'content-length': `${body.length}` })
    expect(said.status).toBe(413)
    const stream = new Blob([body]).stream()
    const unsaid = await made.app.request(`http://ohlas.test/s/${SLUG}/responses/${page.id}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: stream,
      duplex: 'half',
    } as RequestInit)
    expect(unsaid.status).toBe(413)
    await expectNothingStored()
  })

  test('with a token that was tampered with, borrowed or made up is refused', async () => {
    const page = await open()
    const other = await open()
    const [payload, signature] = page.token.split('.')
    const claims = JSON.parse(Buffer.from(payload!, 'base64url').toString())
    const raised = Buffer.from(JSON.stringify({ ...claims, properties: { agent: 'x' } }))
    const wrong = [
      '',
      'x',
      '.',
      `${payload}.`,
      `${payload}.AAAA`,
      `${raised.toString('base64url')}.${signature}`,
      signToken('another secret', claims),
      other.token,
    ]
    for (const token of wrong) {
      const answered = await put({ ...page, token }, { score: 9 })
      expect(answered.status).toBe(403)
      expect((await problem(answered)).errors).toMatchObject([{ field: 'token' }])
    }
    await expectNothingStored()
  })

  test('with a token of another survey is refused', async () => {
    const page = await open()
    const claims = readToken(made.deps.workspace.secret, page.token, made.clock.now)
    const token = signToken(made.deps.workspace.secret, { ...claims, survey: 'another' })
    expect((await put({ ...page, token }, { score: 9 })).status).toBe(403)
    await expectNothingStored()
  })

  test('after 30 days is refused', async () => {
    const opened = made.clock.now
    const page = await open()
    made.clock.now = opened + TOKEN_LIFE
    expect((await put(page, { score: 9 })).status).toBe(200)
    made.clock.now += 1
    expect((await put(page, { score: 9 })).status).toBe(403)
  })

  test('to a survey that is closed or unknown is refused', async () => {
    const page = await open()
    await pauseSurvey(made.db, surveyId, made.clock.now)
    expect((await put(page, { score: 9 })).status).toBe(410)
    const elsewhere = await made.app.request(`http://ohlas.test/s/none/responses/${page.id}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: '{"token":""}',
    })
    expect(elsewhere.status).toBe(404)
    await expectNothingStored()
  })

  test('that the disk does not take is told apart, so that the page tries again', async () => {
    const page = await open()
    failStorage()
    const answered = await put(page, { score: 9 })
    expect(answered.status).toBe(503)
    expect(Number(answered.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await answered.json()).toMatchObject({
      title: 'Storage unavailable',
      detail: expect.stringContaining('Nothing was changed.'),
    })
  })
})

describe('when it was answered', () => {
  const HOUR = 3_600_000
  const answeredAt = async () => (await stored())[0]!.answeredAt

  test('is what the page says of a save that comes late, and counts on that day', async () => {
    const page = await open()
    const told = made.clock.now + HOUR
    made.clock.now += 30 * HOUR
    expect((await put(page, { score: 3 }, { answeredAt: told })).status).toBe(200)
    expect(await stored()).toMatchObject([{ answeredAt: told, day: dayOf(told, 'Europe/Prague') }])
    expect(await checkScoreboard(made.db)).toEqual([])
  })

  test('is never before the page was shown nor still to come: then the clock is wrong', async () => {
    const opened = made.clock.now
    for (const [told, trustedAnswerTime] of [
      [opened - 300_000, opened],
      [opened - HOUR, opened + HOUR],
      [opened + HOUR + 1, opened + HOUR],
      [undefined, opened + HOUR],
    ] as const) {
      made.clock.now = opened
      const page = await open()
      made.clock.now = opened + HOUR
      await put(page, { score: 3 }, { answeredAt: told })
      expect((await stored()).at(-1)!.answeredAt).toBe(trustedAnswerTime)
    }
  })

  test('decides whether the survey was still asked, however late the answer comes', async () => {
    const [page, other] = [await open(), await open()]
    const whileAsked = (made.clock.now += HOUR)
    made.clock.now += HOUR
    await pauseSurvey(made.db, surveyId, made.clock.now)
    made.clock.now += HOUR
    for (const answeredAt of [undefined, 1, made.clock.now - HOUR, made.clock.now]) {
      const answered = await put(page, { score: 3 }, { answeredAt })
      expect({ answeredAt, status: answered.status }).toEqual({ answeredAt, status: 410 })
    }
    await expectNothingStored()
    expect((await put(page, { score: 3 }, { answeredAt: whileAsked })).status).toBe(200)
    expect(await stored()).toMatchObject([{ answeredAt: whileAsked }])

    await archiveSurvey(made.db, surveyId, made.clock.now)
    expect((await put(other, { score: 3 }, { answeredAt: whileAsked })).status).toBe(200)
    const afterPause = made.clock.now - HOUR / 2
    expect((await put(other, { score: 3 }, { answeredAt: afterPause })).status).toBe(410)
    expect(await checkScoreboard(made.db)).toEqual([])
  })

  test('is a number', async () => {
    const answered = await put(await open(), { score: 3 }, { answeredAt: 'yesterday' })
    expect(answered.status).toBe(400)
    expect((await problem(answered)).errors![0]!.field).toBe('answeredAt')
    await expectNothingStored()
  })

  test('stays that of the first save', async () => {
    const page = await open()
    await put(page, { score: 3 }, { answeredAt: made.clock.now, revision: 1 })
    const first = await answeredAt()
    made.clock.now += HOUR
    await put(page, { score: 4 }, { answeredAt: made.clock.now, revision: 2 })
    expect(await answeredAt()).toBe(first)
  })
})

describe('a form, without script', () => {
  test('sent from an older page, after Back, is what the customer meant last', async () => {
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

  test('goes from the score to the question for its band, and then to the thanks', async () => {
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

  test('asks what a changed score leads to before it says thanks', async () => {
    const page = await open()
    const answered = await post(page, [
      ['score', '2'],
      ['why', 'Oh.'],
      ['asked', 'score'],
      ['asked', 'why'],
    ])
    expect(await answered.text()).toContain('What was it about?')
  })

  test('forgets what a changed score no longer asks', async () => {
    const page = await open()
    await post(page, [
      ['score', '10'],
      ['reasons', 'speed'],
      ...['score', 'why', 'reasons'].map((id): [string, string] => ['asked', id]),
    ])
    expect((await storedAnswers()).map(({ question }) => question)).toEqual(['score'])
  })

  test('comes back with each of its mistakes at its field', async () => {
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
      ['dataset', 'This does not look like an e-mail address. Please check it.'],
    ])
    await expectNothingStored()
  })

  test('without a choice asks for one, by what there is to choose', async () => {
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
    [
      'a NUL character',
      [
        ['score', '9'],
        ['why', 'a\0b'],
      ],
      'Please check this answer.',
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

  test('escapes what it gives back', async () => {
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
  ])('that is %s gets a page that says so, and stores nothing', async (_, body, type, status) => {
    const answered = await postText(body, { 'content-type': type, 'accept-language': 'cs' })
    expect(answered.status).toBe(status)
    expect(answered.headers.get('content-type')).toContain('text/html')
    expect(await answered.text()).toContain('<html lang="cs"')
    await expectNothingStored()
  })

  test('that the disk does not take comes back with the answers, to be sent again', async () => {
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

function failStorage() {
  made.deps.db.atomically = () => Promise.reject(new StorageUnavailable('disk I/O error'))
}

/** Version 2 asks for the score alone. */
async function publishOtherVersion() {
  const { survey } = await import('../../../db/schema/index.ts')
  const draft: SurveyDefinition = { ...definition, questions: definition.questions.slice(0, 1) }
  await made.db.orm.update(survey).set({ draft })
  await publishSurvey(made.db, surveyId, made.clock.now)
}
