import { describe, expect, test } from 'vitest'
import { readToken, signToken } from '../../../api/base/tokens.ts'
import { TOKEN_LIFE } from '../../../surveys/durations.ts'
import { NEWER_SAVE_STORED } from '../../../surveys/problemTypes.ts'
import { publishSurvey, pauseSurvey } from '../../../db/surveys/surveys.ts'
import { customer, followUp, survey } from '../../../db/schema/index.ts'
import type { SurveyDefinition } from '../../../surveys/definition.ts'
import { definition } from '../../support/surveys.ts'
import {
  SLUG,
  made,
  surveyId,
  put,
  open,
  putText,
  stored,
  storedAnswers,
  problem,
  expectNothingStored,
  failStorage,
  surveyForEachTest,
} from './saving.ts'

/** Makes every stored response refer to another that doesn't exist. */
const DANGLING_REFERENCE = `create trigger dangling after insert on response begin
  insert into addition (response_no, survey_id, at, text) values (-1, '', 0, '');
end`

/** Version 2 asks for the score alone. */
async function publishOtherVersion() {
  const { survey } = await import('../../../db/schema/index.ts')
  const draft: SurveyDefinition = { ...definition, questions: definition.questions.slice(0, 1) }
  await made.db.orm.update(survey).set({ draft })
  await publishSurvey(made.db, surveyId, made.clock.now)
}

surveyForEachTest()

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

  test('stores nothing for a question that the other answers don’t lead to', async () => {
    await put(await open(), { score: 9, reasons: ['speed'], why: 'Fast.' })
    expect((await storedAnswers()).map(({ question }) => question).sort()).toEqual(['score', 'why'])
  })

  test('that arrives late does not undo a newer one', async () => {
    const page = await open()
    await put(page, { score: 9 }, { revision: 2 })
    const late = await put(page, { score: 2 }, { revision: 1 })
    expect(late.status).toBe(409)
    expect(await late.json()).toMatchObject({ type: NEWER_SAVE_STORED })
    expect(await storedAnswers()).toMatchObject([{ value: 9 }])
  })

  test('to a survey that was deleted meanwhile is refused with that reason', async () => {
    const page = await open()
    await made.db.orm.delete(survey)
    const { status } = await problem(await put(page, { score: 9 }))
    expect([404, 409]).toContain(status)
    await expectNothingStored()
  })

  test('that fails for another reason is not reported as outdated', async () => {
    const page = await open()
    await made.db.atomically(() => [{ toSQL: () => ({ sql: DANGLING_REFERENCE, params: [] }) }])
    const refused = await problem(await put(page, { score: 9 }))
    expect(refused).toMatchObject({ status: 409, type: 'about:blank' })
    await expectNothingStored()
  })

  test('by a link that names the customer by other parameters doesn’t store those as properties', async () => {
    const page = await open('?Customer_Email=zoe@example.com&e-mail=no&user_name=Zoe&channel=chat')
    expect((await put(page, { score: 9 })).status).toBe(200)
    expect(await stored()).toMatchObject([
      { properties: { channel: 'chat' }, claimedName: 'Zoe', claimedEmail: 'zoe@example.com' },
    ])
    expect(await made.db.orm.select().from(customer)).toMatchObject([
      { email: 'zoe@example.com', name: null, verified: false },
    ])
  })

  test('by a link whose properties are named like members of every object counts like any other', async () => {
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

  test('opens a follow-up due within the configured hours', async () => {
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

  test('belongs to the version that was shown, even if another was published since', async () => {
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

  test('keeps everything of a text except NUL characters and broken Unicode', async () => {
    const text = 'Fine \0and\ud800 🙂'
    expect((await put(await open(), { score: 7, why: text })).status).toBe(200)
    expect((await storedAnswers()).map((row) => row.text)).toContain('Fine and 🙂')
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

  test('beyond 64 KB is refused, whether it declares its length or not', async () => {
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

  test('that can’t be stored gets a 503, so that the page retries', async () => {
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
