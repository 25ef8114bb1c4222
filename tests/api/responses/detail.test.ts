import { beforeEach, expect, it } from 'vitest'
import { eraseResponse } from '../../../db/responses/erase.ts'
import { addWords } from '../../../db/responses/additions.ts'
import { saveResponse } from '../../../db/responses/save.ts'
import { indexChanged } from '../../../db/search/indexing.ts'
import type { Role } from '../../../db/schema/index.ts'
import { makeApp } from '../../support/app.ts'
import { NOW } from '../../support/clock.ts'
import { aResponse, makeSurvey } from '../../support/surveys.ts'

let app: Awaited<ReturnType<typeof makeApp>>
let surveyId: string
let id: string

beforeEach(async () => {
  app = await makeApp()
  surveyId = (await makeSurvey(app.db)).id
  const ann = { customer: { externalId: 'ann', name: 'Ann Lee' }, customerVerified: true }
  await saveResponse(app.db, aResponse(surveyId, { ...ann, answers: { score: 9 } }))
  const given = aResponse(surveyId, {
    ...ann,
    answers: { score: 3, why: 'Late. Call 777 123 456 about order 4711' },
    answeredAt: NOW + 1,
  })
  id = given.id
  await saveResponse(app.db, given)
  await addWords(app.db, id, { text: 'or write to ann@example.com', now: NOW + 2 })
  await indexChanged(app.db)
})

const read = async (role: Role, path = `/api/v1/responses/${id}`) => {
  const answer = await app.ask(role, path)
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
}

it('shows leads a response in full, with the customer’s other ones', async () => {
  const { body } = await read('lead')
  expect(body).toMatchObject({
    id,
    surveyId,
    customer: { name: 'Ann Lee' },
    answers: [{ value: 3 }, { text: 'Late. Call 777 123 456 about order 4711' }],
    additions: [{ text: 'or write to ann@example.com' }],
    followUp: { state: 'new' },
    tags: [],
    history: [{ answers: [{ value: 9 }] }],
  })
})

it('masks comments for viewers wherever they are shown, and shows no one’s other responses', async () => {
  const { body } = await read('viewer')
  const comments = [{ text: 'Late. Call ••• about order 4711' }, { text: 'or write to •••' }]
  expect(body).toMatchObject({
    customer: null,
    answers: [{ value: 3 }, comments[0]],
    additions: [comments[1]],
    history: [],
  })
  const list = await read('viewer', `/api/v1/surveys/${surveyId}/responses?q=late`)
  expect(list.body).toMatchObject({ responses: [{ answers: [{}, comments[0]] }] })
  const overview = await read('viewer', '/api/v1/overview')
  expect(overview.body).toMatchObject({
    comments: [{ answers: [{}, comments[0]], additions: [comments[1]] }],
  })
})

it.each(['777', '777 123 456', '777123456', 'ann@example.com', 'example'])(
  'a viewer’s search for %s, which is masked, finds nothing',
  async (text) => {
    const found = async (role: Role) =>
      (
        await read(
          role,
          `/api/v1/surveys/${surveyId}/responses/count?q=${encodeURIComponent(text)}`,
        )
      ).body
    expect(await found('viewer')).toMatchObject({ n: 0 })
    expect(await found('lead')).toMatchObject({ n: 1 })
  },
)

it('finds no response that was erased or never was', async () => {
  await eraseResponse(app.db, id, NOW + 3)
  expect((await read('lead')).status).toBe(404)
  expect((await read('lead', '/api/v1/responses/none')).status).toBe(404)
})
