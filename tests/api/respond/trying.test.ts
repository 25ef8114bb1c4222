import { beforeEach, describe, expect, it } from 'vitest'
import { checkScoreboard } from '../../../db/doctor.ts'
import type { SurveyDraft } from '../../../surveys/definition.ts'
import { makeApp, type TestApp } from '../../support/app.ts'
import { definition, makeSurvey } from '../../support/surveys.ts'
import { visiting } from '../../support/visiting.ts'

let app: TestApp
let id: string
const { get, open, put, post } = visiting(() => app, 'after-support')

beforeEach(async () => {
  app = await makeApp()
  ;({ id } = await makeSurvey(app.db))
})

const read = async <Answer>(path: string) =>
  (await (await app.ask('lead', `/api/v1/surveys/${id}${path}`)).json()) as Answer

async function testQuery() {
  const answer = await app.ask('admin', `/api/v1/surveys/${id}`)
  return new URL(((await answer.json()) as { testUrl: string }).testUrl).search
}

async function saveDraft(change: (draft: SurveyDraft) => void) {
  const { definition: draft, draft: saved } = await read<{
    definition: SurveyDraft
    draft: { revision: number }
  }>('')
  change(draft)
  const json = { revision: saved.revision, definition: draft }
  const answer = await app.ask('admin', `/api/v1/surveys/${id}/draft`, { method: 'PUT', json })
  expect(answer.status).toBe(200)
}

type Listed = {
  responses: { id: string; state: string; version: number; answers: { value: number }[] }[]
}

describe('a test', () => {
  it('shows the draft under a banner, while customers continue with the published version', async () => {
    await saveDraft(({ questions }) => (questions[0]!.text.en!.ask = 'As drafted?'))
    const tried = await open(await testQuery())
    expect(tried.html).toContain('As drafted?')
    expect(tried.html).toContain('This is a test. The answer is not counted.')
    const asked = await open()
    expect(asked.html).not.toContain('As drafted?')
    expect(asked.html).not.toContain('This is a test.')
  })

  it('works while the survey is closed', async () => {
    const path = `/api/v1/surveys/${id}/publication`
    const query = await testQuery()
    await app.ask('admin', path, { method: 'DELETE' })
    const page = await open(query)
    expect(page.answered.status).toBe(200)
    const saved = await put(page, { score: 2 }, { confirmed: true, complete: true })
    expect(await saved.json()).toEqual({ id: page.id, state: 'test' })
    expect((await get('after-support')).status).toBe(410)
  })

  it('is stored and never counted: in no score, list, export, follow-up or group', async () => {
    const query = `${await testQuery()}&channel=chat&customer=42&email=a@b.example`
    const page = await open(query)
    await put(page, { score: 1, why: 'Trying' }, { confirmed: true, complete: true })
    const form = await open(query)
    const thanked = await post(
      form,
      [
        ['score', '0'],
        ['asked', 'score'],
        ['asked', 'why'],
        ['asked', 'reasons'],
      ],
      query,
    )
    expect(await thanked.text()).toContain('This is a test.')

    expect(await read('/responses/count')).toEqual({ n: 0 })
    expect(await read<Listed>('/responses')).toMatchObject({ responses: [] })
    expect(await read('')).toMatchObject({ answers: 0, lastAnswerAt: null })
    expect(await read('/scores')).toMatchObject({ total: { n: 0 } })
    const file = await app.ask('lead', `/api/v1/surveys/${id}/responses.csv`)
    expect(await file.text()).not.toContain(page.id)
    const followUps = await app.ask('lead', '/api/v1/follow-ups')
    expect(await followUps.json()).toMatchObject({ followUps: [] })
    expect((await app.ask('lead', `/api/v1/surveys/${id}/responses?channel=chat`)).status).toBe(400)
    expect(await checkScoreboard(app.db)).toEqual([])

    const { responses } = await read<Listed>('/responses?state=test')
    expect(
      responses.map(({ state, version, answers }) => [state, version, answers[0]!.value]),
    ).toEqual([
      ['test', 0, 0],
      ['test', 0, 1],
    ])
    expect(responses[0]).toMatchObject({ customer: null, followUp: null })
  })

  it('is listed even if its question, and its texts, have since left the draft', async () => {
    const page = await open(await testQuery())
    await put(page, { score: 9, why: 'Well' }, { confirmed: true, complete: true })
    await saveDraft((draft) => {
      draft.questions.splice(1, 2)
      draft.questions[0]!.text = {}
    })
    expect(await read<Listed>('/responses?state=test')).toMatchObject({
      responses: [{ answers: [{ question: 'score', ask: '[…]', value: 9 }] }],
    })
  })

  it('is erased with all the others by an admin', async () => {
    for (const score of [1, 2]) {
      const page = await open(await testQuery())
      await put(page, { score }, { confirmed: true })
    }
    const counted = await open()
    await put(counted, { score: 10 }, { confirmed: true })
    const path = `/api/v1/surveys/${id}/test-responses`
    expect((await app.ask('lead', path, { method: 'DELETE' })).status).toBe(403)
    const erased = await app.ask('admin', path, { method: 'DELETE' })
    expect(await erased.json()).toEqual({ erased: 2 })
    expect(await read('/responses/count?state=test')).toEqual({ n: 0 })
    expect(await read('/responses/count')).toEqual({ n: 1 })
    expect(await checkScoreboard(app.db)).toEqual([])
  })

  it('needs a draft that could be published', async () => {
    const query = await testQuery()
    const page = await open(query)
    await saveDraft(({ questions }) => (questions[0]!.text.en!.ask = ''))
    expect((await get(`after-support${query}`)).status).toBe(400)
    expect((await put(page, { score: 3 }, { confirmed: true })).status).toBe(400)
  })

  it('is valid for a week, for one survey, and for nobody without its pass', async () => {
    await saveDraft(({ questions }) => (questions[0]!.text.en!.ask = 'As drafted?'))
    const query = await testQuery()
    const other = await makeSurvey(app.db, 'another', definition)
    expect(await (await get(`${other.slug}${query}`)).text()).not.toContain('This is a test.')
    expect((await open(`${query.slice(0, -3)}abc`)).html).not.toContain('As drafted?')
    app.clock.now += 7 * 86_400_000 + 1
    expect((await open(query)).html).not.toContain('As drafted?')
  })

  it('can’t be claimed by a token that this server did not make', async () => {
    const payload = Buffer.from(JSON.stringify({ version: 0, survey: id })).toString('base64url')
    const forged = { id: 'any', token: `${payload}.AAAA` }
    expect((await put(forged, { score: 1 }, { confirmed: true })).status).toBe(403)
    const posted = await post(forged, [['score', '1']])
    expect(await posted.text()).not.toContain('This is a test.')
    expect(await read('/responses/count?state=test')).toEqual({ n: 0 })
  })
})
