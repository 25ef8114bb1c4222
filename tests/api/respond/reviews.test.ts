import { describe, expect, test } from 'vitest'
import { response, type Role } from '../../../db/schema/index.ts'
import {
  made,
  surveyId,
  put,
  open,
  cases,
  state,
  putUnasked,
  counted,
  expectTruth,
  surveyForEachTest,
} from './robotAnswers.ts'

const judge = (method: 'PUT' | 'DELETE', { id }: { id: string }, role: Role | null = 'lead') =>
  made.ask(role, `/api/v1/responses/${id}/exclusion`, { method })

surveyForEachTest()

describe('a lead', () => {
  async function aRobots() {
    const page = await open()
    await put(page, { score: 1, why: 'Bad' }, { complete: true, topic: 'x' })
    return page
  }

  test('restores what was suspected: it counts, and its follow-up is due from then', async () => {
    const page = await aRobots()
    const answered = await judge('DELETE', page)
    expect(answered.status).toBe(200)
    expect(await answered.json()).toMatchObject({
      response: {
        id: page.id,
        state: 'complete',
        spamReason: 'honeypot',
        answers: [{ value: 1 }, {}],
      },
    })
    expect(await counted()).toBe(1)
    const dueAt = made.clock.now + made.deps.config.followUpHours * 3_600_000
    expect(await cases()).toMatchObject([{ state: 'new', dueAt }])
    await judge('DELETE', page)
    expect(await counted()).toBe(1)
    await expectTruth()
  })

  test('is not overridden: restored responses are not suspected again', async () => {
    const page = await aRobots()
    await judge('DELETE', page)
    await put(page, { score: 0 }, { revision: 2, topic: 'x' })
    expect(await state(page)).toBe('complete')
    expect(await counted()).toBe(1)
    expect(await cases()).toHaveLength(1)
    await expectTruth()
  })

  const casesListed = async () => {
    const answered = await made.ask('lead', '/api/v1/follow-ups')
    return ((await answered.json()) as { followUps: { id: string }[] }).followUps
  }

  test('excludes a counted response, which leaves the score, and its case leaves every list', async () => {
    const page = await open()
    await put(page, { score: 1 })
    const answered = await judge('PUT', page)
    expect(await answered.json()).toMatchObject({
      response: {
        state: 'suspected',
        spamReason: 'person',
        review: { by: "a lead's key", at: made.clock.now },
      },
    })
    expect(await counted()).toBe(0)
    expect(await casesListed()).toEqual([])
    await expectTruth()
  })

  test('restores it in its previous state, with the same due time of its case', async () => {
    const page = await open()
    await put(page, { score: 1 })
    await made.ask('lead', `/api/v1/follow-ups/${page.id}`, {
      method: 'PATCH',
      json: { note: 'Called' },
    })
    const [before] = await cases()
    await judge('PUT', page)
    made.clock.now += 3_600_000
    await judge('DELETE', page)
    expect(await state(page)).toBe('partial')
    expect(await cases()).toEqual([before])
    expect(await casesListed()).toMatchObject([{ id: page.id, note: 'Called' }])
    await put(page, { score: 1 }, { revision: 2, complete: true })
    await judge('PUT', page)
    await judge('DELETE', page)
    expect(await state(page)).toBe('complete')
    expect(await counted()).toBe(1)
    await expectTruth()
  })

  test('is named at the response that they reviewed, but not to viewers', async () => {
    const page = await open()
    await put(page, { score: 9 })
    await judge('PUT', page)
    const judgedFor = async (role: Role) => {
      const path = `/api/v1/surveys/${surveyId}/responses?state=excluded`
      const { responses } = (await (await made.ask(role, path)).json()) as {
        responses: { review: unknown }[]
      }
      return responses[0]!.review
    }
    expect(await judgedFor('lead')).toEqual({ by: "a lead's key", at: made.clock.now })
    expect(await judgedFor('viewer')).toBeNull()
  })

  test('can count an unconfirmed response', async () => {
    const page = await open('?score=9')
    await putUnasked(page, 9)
    await judge('DELETE', page)
    expect(await state(page)).toBe('partial')
    expect(await counted()).toBe(1)
    await expectTruth()
  })

  test('can’t count a test response, nor review an unknown one', async () => {
    const page = await aRobots()
    await made.db.orm.update(response).set({ state: 'test' })
    expect((await judge('DELETE', page)).status).toBe(409)
    expect((await judge('PUT', page)).status).toBe(409)
    await made.db.orm.update(response).set({ state: 'erased' })
    expect((await judge('DELETE', page)).status).toBe(404)
    expect((await judge('PUT', { id: 'none' })).status).toBe(404)
  })

  test('may review, and no lower role', async () => {
    const page = await aRobots()
    for (const [role, status] of [
      [null, 401],
      ['viewer', 403],
    ] as const) {
      expect((await judge('DELETE', page, role)).status).toBe(status)
      expect((await judge('PUT', page, role)).status).toBe(status)
    }
    expect(await state(page)).toBe('suspected')
  })
})
