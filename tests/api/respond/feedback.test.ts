import { describe, expect, test } from 'vitest'
import { feedbackPath } from '../../../api/base/tokens.ts'
import { addWords } from '../../../db/responses/additions.ts'
import { checkScoreboard } from '../../../db/doctor.ts'
import * as schema from '../../../db/schema/index.ts'
import { NOW } from '../../support/clock.ts'
import { everyKind } from '../../support/everyKind.ts'
import { makeSurvey } from '../../support/surveys.ts'
import { visiting } from '../../support/visiting.ts'
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
  caseOf,
  change,
  counted,
  everything,
  surveyForEachTest,
} from './feedbackPage.ts'

surveyForEachTest()

describe('a customer’s own address', () => {
  test('is returned with a complete answer only, and not at a kiosk', async () => {
    const page = await open()
    expect(await (await put(page, { score: 2 })).json()).not.toHaveProperty('feedback')
    const { id, feedback } = (await (
      await put(page, { score: 2 }, { complete: true, revision: 2 })
    ).json()) as { id: string; feedback: string }
    expect(feedback).toBe(feedbackPath(SECRET, id))
    const kiosk = await put(await open('?via=kiosk'), { score: 2 }, { complete: true })
    expect(await kiosk.json()).not.toHaveProperty('feedback')
  })

  test('is on the thank-you page without script', async () => {
    const page = await open()
    const thanks = await post(page, [
      ['score', '9'],
      ['asked', 'score'],
      ['asked', 'why'],
    ])
    expect(await thanks.text()).toContain(`href="${feedbackPath(SECRET, page.id)}"`)
  })

  test('shows the answers and the status, and nothing internal', async () => {
    const { feedback } = await answered({
      score: 2,
      why: 'Nobody called back.\nTwice.',
      reasons: ['speed'],
    })
    await change({ note: 'A difficult one', state: 'contacted' })
    const html = await textOf(feedback)
    for (const shown of [
      'Would you recommend Acme?',
      '>2<',
      'What went wrong?',
      'Nobody called back.<br>Twice.',
      'Speed',
      'On November 20, 2026',
      'We have been in touch with you about this.',
    ])
      expect(html).toContain(shown)
    for (const ours of ['difficult', 'anna', 'C-77', 'eva@example.com', 'lead', 'unhappy"'])
      expect(html).not.toContain(ours)
  })

  test('shows a score as the page showed it, aligned with the text', async () => {
    const { slug } = await makeSurvey(made.db, 'every', everyKind)
    const page = await visiting(() => made, slug).open('?lang=he')
    const saved = await visiting(() => made, slug).put(
      page,
      { nps: 2, stars: 2, faces: 5, word: 'Slow' },
      { complete: true },
    )
    const { feedback } = (await saved.json()) as { feedback: string }
    const html = await textOf(feedback)
    expect(html).toMatch(/<p\s*>2</)
    for (const shown of ['שני כוכבים', 'מרוצים מאוד', 'Slow'])
      expect(html).toMatch(new RegExp(`<p dir="auto"\\s*>${shown}<`))
  })

  test.each([
    ['new', 'We have your answer and will look into it.'],
    ['contacted', 'We have been in touch with you about this.'],
    ['resolved', 'This has been dealt with.'],
    ['dismissed', 'We have read this and closed it.'],
  ])('shows of a case that is %s: %s', async (state, words) => {
    const { feedback } = await answered()
    await change({ state })
    expect(await textOf(feedback)).toContain(words)
  })

  test('thanks customers who were not let down', async () => {
    const { feedback } = await answered({ score: 10 })
    expect(await textOf(feedback)).toContain('We have your answer. Thank you.')
  })

  test('is written in the language of the answer, or the requested one', async () => {
    const { feedback } = await answered({ score: 2 }, '?lang=he')
    const hebrew = await (await ask(feedback, { 'accept-language': 'de' })).text()
    expect(hebrew).toContain('<html lang="he" dir="rtl"')
    expect(hebrew).toContain('האם תמליצו על')
    const arabic = await textOf(`${feedback}?lang=ar`)
    expect(arabic).toContain('<html lang="ar" dir="rtl"')
    expect(arabic).toContain(`${feedback}/withdrawal?lang=ar`)
    expect(await textOf(`${feedback}?lang=fa`)).toContain('>۲<')
    expect(await textOf(`${feedback}?lang=cs`)).toContain('20. listopadu 2026')
  })

  test('is private: not cached, not indexed, not sent as a referrer', async () => {
    const { headers } = await ask((await answered()).feedback)
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(await textOf((await answered()).feedback)).toContain('content="noindex"')
  })

  test.each(['', 'x', '.', '%00', `${'a'.repeat(36)}.AAAAAAAAAAAAAAAAAAAAAA`])(
    'can’t be guessed (%s)',
    async (token) => {
      for (const path of [`/f/${token}`, `/f/${token}/withdrawal`]) {
        const answer = await ask(path, { 'accept-language': 'de' })
        expect(answer.status).toBe(404)
        expect(await answer.text()).toContain('<html lang="de"')
      }
      for (const act of ['additions', 'withdrawal', 'opt-out'])
        expect((await send(`/f/${token}/${act}`, { text: 'x', ask: 'never' })).status).toBe(404)
    },
  )

  test('is valid for its own response only, and for no page', async () => {
    const one = await answered()
    const other = await answered()
    const signature = one.feedback.split('.')[1]!
    expect((await ask(`/f/${other.page.id}.${signature}`)).status).toBe(404)
    expect((await ask(`/f/${one.page.token}`)).status).toBe(404)
  })

  test('shows nothing of an import that is not finished', async () => {
    const { feedback } = await answered()
    await made.db.orm.update(schema.response).set({ state: 'staged' })
    expect((await ask(feedback)).status).toBe(404)
  })

  test('changes nothing when merely opened', async () => {
    const { feedback } = await answered()
    const before = await everything()
    for (const path of ['', '?added', '/withdrawal', '/additions', '/opt-out'])
      await ask(`${feedback}${path}`)
    expect(await everything()).toBe(before)
  })

  test('is shown to leads, and to no viewer', async () => {
    const { feedback } = await answered()
    const of = async (role: 'lead' | 'viewer') => {
      const list = await made.ask(role, `/api/v1/surveys/${surveyId}/responses`)
      return ((await list.json()) as { responses: { feedbackUrl: string }[] }).responses[0]!
        .feedbackUrl
    }
    expect(await of('lead')).toBe(`http://ohlas.test${feedback}`)
    expect(await of('viewer')).toBeNull()
    const detail = await made.ask('lead', `/api/v1/follow-ups/${(await caseOf()).id}`)
    expect(await detail.json()).toMatchObject({
      response: { feedbackUrl: `http://ohlas.test${feedback}` },
    })
  })
})

describe('adding text', () => {
  test('shows it on the page, in the list and with the follow-up, and changes no score', async () => {
    const { feedback } = await answered()
    await change({ state: 'resolved' })
    made.clock.now += 60_000
    const done = await send(`${feedback}/additions`, { text: '  And it broke again.\r\nToday. ' })
    expect(done.status).toBe(303)
    const html = await textOf(done.headers.get('location')!)
    expect(html).toContain('And it broke again.<br>Today.')
    expect(html).toContain('Thank you. We have added it.')
    expect(html).toContain('This has been dealt with.')

    const at = made.clock.now
    const addition = { at, text: 'And it broke again.\nToday.' }
    const list = await made.ask('viewer', `/api/v1/surveys/${surveyId}/responses`)
    expect(await list.json()).toMatchObject({ responses: [{ additions: [addition] }] })
    const detail = await made.ask('lead', `/api/v1/follow-ups/${(await caseOf()).id}`)
    expect(await detail.json()).toMatchObject({
      state: 'resolved',
      timeline: [{ kind: 'state' }, { ...addition, kind: 'addition', by: 'Eva' }],
    })
    const file = await made.ask('lead', `/api/v1/surveys/${surveyId}/responses.csv`)
    expect(await file.text()).toContain('"And it broke again.\nToday."')
    expect(await counted()).toBe(1)
    expect(await checkScoreboard(made.db)).toEqual([])
  })

  test('twice is adding it once', async () => {
    const { feedback } = await answered()
    await send(`${feedback}/additions`, { text: 'Again.' })
    await send(`${feedback}/additions`, { text: 'Again.' })
    expect(await made.db.orm.select().from(schema.addition)).toHaveLength(1)
  })

  test('keeps everything of a text except what can’t be stored', async () => {
    const { feedback } = await answered()
    await send(`${feedback}/additions`, { text: 'a\0b' })
    const added = await made.db.orm.select().from(schema.addition)
    expect(added).toMatchObject([{ text: 'ab' }])
  })

  test.each([
    ['nothing', '  ', 'Please check this answer.'],
    ['too much', 'x'.repeat(5_001), 'Up to 5,000 characters fit here.'],
    ['only what can’t be stored', '\0', 'Please check this answer.'],
  ])('refuses %s, and keeps what was written', async (_, text, problem) => {
    const { feedback } = await answered()
    const answer = await send(`${feedback}/additions`, { text })
    expect(answer.status).toBe(400)
    const html = await answer.text()
    expect(html).toContain(problem)
    expect(html).toContain(text.replace('\0', ''))
    expect(await made.db.orm.select().from(schema.addition)).toEqual([])
  })

  test('accepts 5,000 characters, escapes markup, and ends at 20 additions', async () => {
    const { page, feedback } = await answered()
    const markup = `</textarea><script>alert(1)</script>${'😀'.repeat(2_400)}`
    expect((await send(`${feedback}/additions`, { text: markup })).status).toBe(303)
    const html = await textOf(feedback)
    expect(html).not.toContain('<script>alert')
    expect(html).toContain('&lt;script&gt;alert(1)')
    for (let n = 1; n < 20; n++) await addWords(made.db, page.id, { text: `${n}`, now: NOW })
    expect(await textOf(feedback)).not.toContain('<textarea')
    expect((await send(`${feedback}/additions`, { text: 'One more' })).status).toBe(400)
    await addWords(made.db, page.id, { text: 'One more', now: NOW })
    expect(await made.db.orm.select().from(schema.addition)).toHaveLength(20)
  })

  test('accepts only a form of a limited size', async () => {
    const { feedback } = await answered()
    const large = await send(`${feedback}/additions`, { text: 'x'.repeat(70_000) })
    expect(large.status).toBe(413)
    const json = await made.app.request(`http://ohlas.test${feedback}/additions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    })
    expect(json.status).toBe(415)
  })
})
