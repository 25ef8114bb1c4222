import { beforeEach, expect, it } from 'vitest'
import { saveResponse } from '../../../db/responses/save.ts'
import { indexChanged } from '../../../db/search/indexing.ts'
import type { Answers } from '../../../surveys/answers.ts'
import { makeApp } from '../../support/app.ts'
import { NOW } from '../../support/clock.ts'
import { aResponse, makeSurvey } from '../../support/surveys.ts'

let app: Awaited<ReturnType<typeof makeApp>>
let path: string

beforeEach(async () => {
  app = await makeApp()
  const { id } = await makeSurvey(app.db)
  path = `/api/v1/surveys/${id}`
  const given: Answers[] = [
    { score: 6, why: 'late', reasons: ['speed'] },
    { score: 0, why: 'late too', reasons: ['speed', 'price'] },
    { score: 10 },
    { why: 'no score, late' },
    { score: 6, reasons: ['price'] },
  ]
  for (const [at, answers] of given.entries())
    await saveResponse(app.db, aResponse(id, { answers, answeredAt: NOW + at }))
  await indexChanged(app.db)
})

/** The responses by their order in time, read two at a time. */
async function list(query: string): Promise<number[]> {
  const found: number[] = []
  for (let cursor = ''; ;) {
    const answer = await app.ask('viewer', `${path}/responses?${query}&limit=2${cursor}`)
    expect(answer.status).toBe(200)
    const { responses, next } = (await answer.json()) as {
      responses: { answeredAt: number }[]
      next: string | null
    }
    found.push(...responses.map(({ answeredAt }) => answeredAt - NOW))
    if (next === null) break
    cursor = `&cursor=${next}`
  }
  const count = await app.ask('viewer', `${path}/responses/count?${query}`)
  expect(await count.json()).toMatchObject({ n: found.length })
  return found
}

it.each([
  ['sort=newest', [4, 3, 2, 1, 0]],
  ['sort=oldest', [0, 1, 2, 3, 4]],
  ['sort=lowest', [1, 4, 0, 2, 3]],
  ['sort=highest', [2, 4, 0, 1, 3]],
  ['sort=lowest&question=score', [1, 4, 0, 2]],
  ['sort=oldest&q=late', [0, 1, 3]],
  ['sort=lowest&q=late', [1, 0, 3]],
  ['sort=highest&band=unhappy', [4, 0, 1]],
  ['a.reasons=speed', [1, 0]],
  ['a.reasons=price&sort=lowest', [1, 4]],
  ['a.reasons=price&a.score=6', [4]],
  ['a.reasons=price&q=late', [1]],
])('lists by %s the responses %j, page by page', async (query, expected) => {
  expect(await list(query)).toEqual(expected)
})

it('exports in the same order', async () => {
  const file = await app.ask('lead', `${path}/responses.csv?sort=lowest&a.reasons=price`)
  const rows = (await file.text()).trim().split('\r\n').slice(1)
  expect(rows.map((row) => /unhappy,(\d+)/.exec(row)?.[1])).toEqual(['0', '6'])
})

it('lists the answers to filter by', async () => {
  const answer = await app.ask('viewer', `${path}/answer-options`)
  expect(await answer.json()).toMatchObject({
    questions: [
      { question: 'score', options: { length: 11 } },
      { question: 'why', options: [] },
      {
        question: 'reasons',
        ask: 'What was it about?',
        options: [
          { value: 'speed', text: 'Speed' },
          { value: 'price', text: 'Price' },
        ],
      },
    ],
  })
})

it.each([
  ['a.reasons=colour', 'a.reasons'],
  ['a.why=late', 'a.why'],
  ['a.score=11', 'a.score'],
  ['answered=colour', 'answered'],
  ['sort=random', 'sort'],
])('refuses %s by naming %s', async (query, field) => {
  const answer = await app.ask('viewer', `${path}/responses?${query}`)
  expect(answer.status).toBe(400)
  expect(await answer.json()).toMatchObject({ errors: [{ field }] })
})
