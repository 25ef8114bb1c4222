import { expect, it } from 'vitest'
import { saveResponse } from '../../../db/responses/save.ts'
import { makeApp, type TestApp } from '../../support/app.ts'
import { aResponse, definition, makeSurvey } from '../../support/surveys.ts'

/** Creates a survey with 21 answers whose main question has got another id since. */
async function renamed() {
  const app = await makeApp()
  const { id, draftRevision } = await makeSurvey(app.db)
  for (let score = 0; score < 21; score++)
    await saveResponse(app.db, aResponse(id, { answers: { score: score % 11, why: 'so' } }))
  const [main, ...others] = definition.questions
  const json = {
    revision: draftRevision,
    definition: {
      ...definition,
      questions: [{ ...main!, id: 'recommend' }, others[0]!],
    },
  }
  expect(
    (await app.ask('admin', `/api/v1/surveys/${id}/draft`, { method: 'PUT', json })).status,
  ).toBe(200)
  const published = await app.ask('admin', `/api/v1/surveys/${id}/publication`, {
    method: 'PUT',
    json: {},
  })
  expect(published.status).toBe(200)
  return { app, id }
}

type N = { n: number }
type Read = N & {
  total: N
  now: N
  counted: number
  responses: unknown[]
  surveys: [{ survey: object }]
}

const read = async (app: TestApp, path: string): Promise<Read> => {
  const answer = await app.ask('lead', `/api/v1${path}`)
  expect([path, answer.status]).toEqual([path, 200])
  return answer.json()
}

it('shows past questions everywhere', async () => {
  const { app, id } = await renamed()
  const survey = `/surveys/${id}`
  expect((await read(app, `${survey}/scores?question=score`)).total.n).toBe(21)
  expect((await read(app, `${survey}/change?question=score&from=2026-11-01`)).now.n).toBe(21)
  expect((await read(app, `${survey}/exclusions?question=score`)).counted).toBe(21)
  expect((await read(app, `${survey}/responses/count?question=score`)).n).toBe(21)
  expect((await read(app, `${survey}/responses?question=score&band=happy`)).responses.length).toBe(
    3,
  )
  expect(await read(app, `${survey}/shifts?question=score`)).toMatchObject({ question: 'score' })
  const csv = await (await app.ask('lead', `/api/v1${survey}/responses.csv?question=score`)).text()
  expect(csv).toContain('answer.score,answer.why')
  expect(csv.trim().split('\n').length).toBe(22)
  const unknown = await app.ask('lead', `/api/v1${survey}/scores?question=never`)
  expect(unknown.status).toBe(400)
})

it('counts a survey’s answers to all main questions, and to the current one', async () => {
  const { app, id } = await renamed()
  const expected = {
    answers: 21,
    answersNow: 0,
    past: [{ id: 'score', metric: 'nps', ask: 'Would you recommend {company}?', answers: 21 }],
  }
  expect(await read(app, `/surveys/${id}`)).toMatchObject(expected)
  expect((await read(app, '/overview')).surveys[0].survey).toMatchObject(expected)
  const answers = { recommend: 9 }
  const now = { ...definition, questions: [{ ...definition.questions[0]!, id: 'recommend' }] }
  await saveResponse(app.db, aResponse(id, { version: 2, definition: now, answers }))
  expect(await read(app, `/surveys/${id}`)).toMatchObject({ answers: 22, answersNow: 1 })
})
