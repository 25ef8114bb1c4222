import { readFileSync } from 'node:fs'
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { is, sql } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { feedbackPath } from '../../../api/base/tokens.ts'
import { addWords } from '../../../db/responses/additions.ts'
import { saveResponse } from '../../../db/responses/save.ts'
import { checkScoreboard } from '../../../db/doctor.ts'
import { countExclusions } from '../../../db/scores/exclusions.ts'
import { openDatabase } from '../../../db/open.ts'
import * as schema from '../../../db/schema/index.ts'
import { scoresByPeriod } from '../../../db/scores/scores.ts'
import { dayOf } from '../../../surveys/days.ts'
import { makeApp, type TestApp } from '../../support/app.ts'
import { NOW } from '../../support/clock.ts'
import { temporaryFile } from '../../support/database.ts'
import { everyKind } from '../../support/everyKind.ts'
import { aResponse, makeSurvey } from '../../support/surveys.ts'
import { visiting } from '../../support/visiting.ts'

const SLUG = 'after-support'
const FORM = { 'content-type': 'application/x-www-form-urlencoded' }
const SECRET = 'a secret for tests only, long enough'

let made: TestApp
let surveyId: string

beforeEach(async () => {
  made = await makeApp()
  surveyId = (await makeSurvey(made.db, SLUG)).id
})

const { open, put, post } = visiting(() => made, SLUG)

const ask = (path: string, headers: Record<string, string> = {}) =>
  made.app.request(`http://ohlas.test${path}`, { headers })

const send = (path: string, fields: Record<string, string> = {}) =>
  made.app.request(`http://ohlas.test${path}`, {
    method: 'POST',
    headers: FORM,
    body: new URLSearchParams(fields).toString(),
  })

const textOf = async (path: string) => (await ask(path)).text()

/** Lets somebody answer, and says at which address they find it again. */
async function answered(
  answers: Record<string, unknown> = { score: 2, why: 'Nobody called back.' },
  query = '?customer=C-77&email=eva@example.com&name=Eva&agent=anna',
) {
  const page = await open(query)
  const saved = await put(page, answers, { complete: true })
  const { feedback } = (await saved.json()) as { feedback: string }
  return { page, feedback }
}

const caseOf = async () => (await made.db.orm.select().from(schema.followUp))[0]!
const change = async (json: object) =>
  made.ask('lead', `/api/v1/follow-ups/${(await caseOf()).id}`, { method: 'PATCH', json })

const counted = async () => {
  const today = dayOf(NOW, 'Europe/Prague')
  const range = { from: today - 1, to: today + 1 }
  const asked = { surveyId, question: 'score', metric: 'nps', range, by: 'day' } as const
  return (await scoresByPeriod(made.db, asked)).total.n
}

/** Every row of every table, as text. */
async function everything(db = made.db): Promise<string> {
  const tables = Object.values(schema).filter((each) => is(each, SQLiteTable))
  const rows = await Promise.all(
    tables.map((table) =>
      db.orm.values(sql`select * from ${sql.identifier(getTableConfig(table).name)}`),
    ),
  )
  return JSON.stringify(rows)
}

describe('a customer’s own address', () => {
  test('is told with a complete answer alone, and not at a kiosk', async () => {
    const page = await open()
    expect(await (await put(page, { score: 2 })).json()).not.toHaveProperty('feedback')
    const { id, feedback } = (await (
      await put(page, { score: 2 }, { complete: true, revision: 2 })
    ).json()) as { id: string; feedback: string }
    expect(feedback).toBe(feedbackPath(SECRET, id))
    const kiosk = await put(await open('?via=kiosk'), { score: 2 }, { complete: true })
    expect(await kiosk.json()).not.toHaveProperty('feedback')
  })

  test('stands on the thanks of a page without script', async () => {
    const page = await open()
    const thanks = await post(page, [
      ['score', '9'],
      ['asked', 'score'],
      ['asked', 'why'],
    ])
    expect(await thanks.text()).toContain(`href="${feedbackPath(SECRET, page.id)}"`)
  })

  test('shows what was said and where it stands, and nothing that is the team’s', async () => {
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

  test('says a score as it was to be seen, numbers from where the lines begin', async () => {
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
  ])('says of a case that is %s: %s', async (state, words) => {
    const { feedback } = await answered()
    await change({ state })
    expect(await textOf(feedback)).toContain(words)
  })

  test('thanks whoever was not let down', async () => {
    const { feedback } = await answered({ score: 10 })
    expect(await textOf(feedback)).toContain('We have your answer. Thank you.')
  })

  test('is written in the language of the answer, or the one that is asked for', async () => {
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

  test('is shown to nobody else: not kept, not found, not told to where a link leads', async () => {
    const { headers } = await ask((await answered()).feedback)
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(await textOf((await answered()).feedback)).toContain('content="noindex"')
  })

  test.each(['', 'x', '.', '%00', `${'a'.repeat(36)}.AAAAAAAAAAAAAAAAAAAAAA`])(
    'can’t be made up (%s)',
    async (token) => {
      for (const path of [`/f/${token}`, `/f/${token}/withdrawal`]) {
        const answer = await ask(path, { 'accept-language': 'de' })
        expect(answer.status).toBe(404)
        expect(await answer.text()).toContain('<html lang="de"')
      }
      for (const act of ['words', 'withdrawal', 'silence'])
        expect((await send(`/f/${token}/${act}`, { text: 'x', ask: 'never' })).status).toBe(404)
    },
  )

  test('is good for its own response alone, and for no page', async () => {
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

  test('changes nothing when it is merely opened', async () => {
    const { feedback } = await answered()
    const before = await everything()
    for (const path of ['', '?added', '/withdrawal', '/words', '/silence'])
      await ask(`${feedback}${path}`)
    expect(await everything()).toBe(before)
  })

  test('is told to leads, and to no viewer', async () => {
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

describe('adding a word', () => {
  test('shows it on the page, in the list and on the case, and moves no score', async () => {
    const { feedback } = await answered()
    await change({ state: 'resolved' })
    made.clock.now += 60_000
    const done = await send(`${feedback}/words`, { text: '  And it broke again.\r\nToday. ' })
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
    await send(`${feedback}/words`, { text: 'Again.' })
    await send(`${feedback}/words`, { text: 'Again.' })
    expect(await made.db.orm.select().from(schema.addition)).toHaveLength(1)
  })

  test.each([
    ['nothing', '  ', 'Please check this answer.'],
    ['too much', 'x'.repeat(5_001), 'Up to 5,000 characters fit here.'],
    ['what can’t be stored', 'a\0b', 'Please check this answer.'],
  ])('refuses %s, and keeps what was written', async (_, text, problem) => {
    const { feedback } = await answered()
    const answer = await send(`${feedback}/words`, { text })
    expect(answer.status).toBe(400)
    const html = await answer.text()
    expect(html).toContain(problem)
    expect(html).toContain(text.replace('\0', ''))
    expect(await made.db.orm.select().from(schema.addition)).toEqual([])
  })

  test('takes 5,000 characters, shows markup as what was written, and ends at 20', async () => {
    const { page, feedback } = await answered()
    const markup = `</textarea><script>alert(1)</script>${'😀'.repeat(2_400)}`
    expect((await send(`${feedback}/words`, { text: markup })).status).toBe(303)
    const html = await textOf(feedback)
    expect(html).not.toContain('<script>alert')
    expect(html).toContain('&lt;script&gt;alert(1)')
    for (let n = 1; n < 20; n++) await addWords(made.db, page.id, { text: `${n}`, now: NOW })
    expect(await textOf(feedback)).not.toContain('<textarea')
    expect((await send(`${feedback}/words`, { text: 'One more' })).status).toBe(400)
    await addWords(made.db, page.id, { text: 'One more', now: NOW })
    expect(await made.db.orm.select().from(schema.addition)).toHaveLength(20)
  })

  test('takes only a form of a size that can be read', async () => {
    const { feedback } = await answered()
    const large = await send(`${feedback}/words`, { text: 'x'.repeat(70_000) })
    expect(large.status).toBe(413)
    const json = await made.app.request(`http://ohlas.test${feedback}/words`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    })
    expect(json.status).toBe(415)
  })
})

describe('taking it back', () => {
  test('is confirmed first, and then the score is without it and nothing of it is left', async () => {
    await answered({ score: 9 }, '?agent=berta')
    const { feedback, page } = await answered({ score: 2, why: 'Nobody called back.' })
    await send(`${feedback}/words`, { text: 'A word more.' })
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

  test('leaves nothing in the file either', async () => {
    const file = temporaryFile()
    const db = await openDatabase(file)
    made = await makeApp({ db })
    surveyId = (await makeSurvey(db, SLUG)).id
    const long = 'unmistakable '.repeat(380)
    const { feedback } = await answered({ score: 2, why: long })
    await send(`${feedback}/words`, { text: `${long}!` })
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
    for (const act of ['words', 'withdrawal', 'silence'])
      expect((await send(`${feedback}/${act}`, { text: 'x', ask: 'never' })).status).toBe(410)
    expect(await everything()).toBe(before)
    expect(await checkScoreboard(made.db)).toEqual([])
  })

  test('ends a link for one answer', async () => {
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

  test('keeps the customer for whatever else is theirs', async () => {
    const { feedback } = await answered()
    await answered({ score: 9 })
    await send(`${feedback}/withdrawal`)
    expect(await made.db.orm.select().from(schema.customer)).toMatchObject([{ externalId: 'C-77' }])
    expect(await counted()).toBe(1)
  })

  test('works for what a file brought in, and for what is set aside', async () => {
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

describe('not being asked again', () => {
  const optedOutAt = async () => (await made.db.orm.select().from(schema.customer))[0]?.optedOutAt
  const EVA = { id: 'C-77', email: 'eva@example.com', name: 'Eva' }

  /** What a link says that the company signed. */
  const signed = async () => {
    const given = await made.ask('admin', `/api/v1/surveys/${surveyId}/links`, {
      method: 'POST',
      json: { links: [{ customer: EVA }] },
    })
    const { links } = (await given.json()) as { links: { url: string }[] }
    return new URL(links[0]!.url).search
  }
  const customerOf = async ({ id }: { id: string }) => {
    const list = await made.ask('lead', `/api/v1/surveys/${surveyId}/responses`)
    const { responses } = (await list.json()) as { responses: { id: string; customer: object }[] }
    return responses.find((each) => each.id === id)!.customer
  }

  test('is said and unsaid by whom a signed link names, and leads see it', async () => {
    const { feedback } = await answered({ score: 2 }, await signed())
    expect(await textOf(feedback)).toContain('Do not ask me again')
    expect((await send(`${feedback}/silence`, { ask: 'never' })).status).toBe(303)
    expect(await optedOutAt()).toBe(made.clock.now)
    const html = await textOf(feedback)
    expect(html).toContain('We will not ask you again.')
    expect(html).toContain('You may ask me again')
    const detail = await made.ask('lead', `/api/v1/follow-ups/${(await caseOf()).id}`)
    expect(await detail.json()).toMatchObject({
      response: { customer: { optedOutAt: made.clock.now } },
    })
    await send(`${feedback}/silence`, { ask: 'again' })
    expect(await optedOutAt()).toBeNull()
  })

  test('is said by whom a file names', async () => {
    const id = '0193445c-0000-7000-8000-000000000000'
    const customer = { externalId: 'C-77' }
    await saveResponse(made.db, aResponse(surveyId, { id, source: 'import', customer }))
    await send(`${feedbackPath(SECRET, id)}/silence`, { ask: 'never' })
    expect(await optedOutAt()).toBe(made.clock.now)
  })

  test('said with an unsigned link stands beside that answer, for leads to see', async () => {
    const { page, feedback } = await answered()
    const at = made.clock.now
    expect((await send(`${feedback}/silence`, { ask: 'never' })).status).toBe(303)
    expect(await textOf(feedback)).toContain('We will not ask you again.')
    expect(await optedOutAt()).toBeNull()
    expect(await customerOf(page)).toMatchObject({ optedOutAt: null, optOutAskedAt: at })
    await send(`${feedback}/silence`, { ask: 'again' })
    expect(await customerOf(page)).toMatchObject({ optedOutAt: null, optOutAskedAt: null })
  })

  test('can’t be said, unsaid or found out by a stranger who names somebody', async () => {
    const link = await signed()
    const eva = await answered({ score: 9 }, link)
    const stranger = await answered({ score: 2 }, '?email=eva@example.com')
    await send(`${stranger.feedback}/silence`, { ask: 'never' })
    expect(await optedOutAt()).toBeNull()
    expect(await textOf(eva.feedback)).toContain('Do not ask me again')
    await send(`${stranger.feedback}/silence`, { ask: 'again' })
    await send(`${eva.feedback}/silence`, { ask: 'never' })
    expect(await textOf(stranger.feedback)).toContain('Do not ask me again')
    await send(`${stranger.feedback}/silence`, { ask: 'again' })
    expect(await optedOutAt()).toBe(made.clock.now)
    // Changing the address in a signed link unsigns it.
    await send(`${eva.feedback}/silence`, { ask: 'again' })
    const forged = await answered({ score: 2 }, link.replace('eva', 'ada'))
    await send(`${forged.feedback}/silence`, { ask: 'never' })
    expect(await optedOutAt()).toBeNull()
    expect(await customerOf(forged.page)).toBeNull()
  })

  test('is offered only where the customer can be known again', async () => {
    for (const query of ['', '?name=Eva']) {
      const { feedback } = await answered({ score: 2 }, query)
      expect(await textOf(feedback)).not.toContain('ask me again')
      expect((await send(`${feedback}/silence`, { ask: 'never' })).status).toBe(404)
    }
    expect(await optedOutAt()).toBeNull()
  })

  test('outlives taking the answer back, as nothing but whom it is about', async () => {
    const { feedback } = await answered({ score: 2 }, await signed())
    await send(`${feedback}/silence`, { ask: 'never' })
    await send(`${feedback}/withdrawal`)
    expect(await made.db.orm.select().from(schema.customer)).toMatchObject([
      { email: 'eva@example.com', externalId: 'C-77', name: null, optedOutAt: made.clock.now },
    ])
  })

  test('goes with the answer where it was said with an unsigned link', async () => {
    const { feedback } = await answered()
    await send(`${feedback}/silence`, { ask: 'never' })
    await send(`${feedback}/withdrawal`)
    expect(await made.db.orm.select().from(schema.customer)).toEqual([])
    expect(await made.db.orm.select().from(schema.response)).toMatchObject([
      { state: 'erased', customerVerified: false, optOutAskedAt: null },
    ])
  })

  test.each([{}, { ask: '' }, { ask: 'maybe' }])('takes one of two words (%o)', async (fields) => {
    const { page, feedback } = await answered()
    expect((await send(`${feedback}/silence`, fields as Record<string, string>)).status).toBe(400)
    expect(await customerOf(page)).toMatchObject({ optOutAskedAt: null })
  })
})
