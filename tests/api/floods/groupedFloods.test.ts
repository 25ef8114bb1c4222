import { eq, like } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { checkScoreboard } from '../../../db/doctor.ts'
import { followUp, response, type Role } from '../../../db/schema/index.ts'
import { makeApp, type TestApp } from '../../support/app.ts'
import { floodKiosk } from '../../support/flood.ts'
import { fromAddress } from '../../support/fromAddress.ts'
import { makeSurvey } from '../../support/surveys.ts'
import { visiting } from '../../support/visiting.ts'

const SLUG = 'after-support'

const MINUTE = 60_000

const HOUR = 60 * MINUTE

describe('answers that came together', () => {
  let made: TestApp
  let surveyId: string
  beforeEach(async () => {
    made = await makeApp()
    surveyId = (await makeSurvey(made.db, SLUG)).id
    await floodKiosk(() => made, SLUG)
  })

  type Flood = { id: string; n: number; from: number; to: number }
  const floods = async () => {
    const answered = await made.ask('lead', `/api/v1/surveys/${surveyId}/floods`)
    return ((await answered.json()) as { floods: Flood[] }).floods
  }
  const judge = (flood: string, json: unknown, role: Role = 'lead') =>
    made.ask(role, `/api/v1/surveys/${surveyId}/floods/${flood}`, { method: 'PUT', json })
  const states = async () =>
    (await made.db.orm.select().from(response)).map(({ state }) => state).toSorted()
  const cases = async () => (await made.db.orm.select().from(followUp)).length

  test('are listed as one flood, and are counted with one request, with their cases', async () => {
    const [flood] = await floods()
    expect(flood).toMatchObject({ n: 4, from: made.clock.now, to: made.clock.now })
    expect(await cases()).toBe(20)
    const answered = await judge(flood!.id, { counted: true })
    expect(await answered.json()).toEqual({ reviewed: 4, remaining: 0 })
    expect(await states()).toEqual(Array.from({ length: 24 }, () => 'complete'))
    expect(await cases()).toBe(24)
    expect(await floods()).toEqual([])
    expect(await checkScoreboard(made.db)).toEqual([])
  })

  test('or are kept excluded, which only a person can change', async () => {
    const [flood] = await floods()
    const answered = await judge(flood!.id, { counted: false })
    expect(await answered.json()).toEqual({ reviewed: 4, remaining: 0 })
    expect((await states()).filter((state) => state === 'suspected')).toHaveLength(4)
    expect(await floods()).toEqual([])
    const path = `/api/v1/surveys/${surveyId}/responses?state=suspected`
    const { responses } = (await (await made.ask('lead', path)).json()) as {
      responses: { review: unknown; spamReason: string }[]
    }
    expect(responses).toHaveLength(4)
    expect(responses[0]).toMatchObject({
      spamReason: 'person',
      review: { by: "a lead's key", at: made.clock.now },
    })
    expect(await checkScoreboard(made.db)).toEqual([])
  })

  test.each([
    ['plain', ''],
    ['of an invalid signature', '&signed=1&customer=42'],
  ])('are also a flood if a program opened score links without a customer, %s', async (_, more) => {
    made.clock.now += HOUR
    const app = fromAddress(made.app, '10.0.0.7')
    const { open, put } = visiting(() => ({ app, clock: made.clock }), SLUG)
    for (const score of [0, 3, 6, 9]) {
      const page = await open(`?score=${score}${more}`)
      made.clock.now -= 4_000
      await put(page, { score }, { complete: true })
    }
    const [flood] = await floods()
    expect(flood).toMatchObject({ n: 4 })
    const answered = await judge(flood!.id, { counted: true })
    expect(await answered.json()).toEqual({ reviewed: 4, remaining: 0 })
    expect((await floods()).map(({ n }) => n)).toEqual([4])
    expect(await checkScoreboard(made.db)).toEqual([])
  })

  test('are two floods half an hour apart', async () => {
    await made.db.orm
      .update(response)
      .set({ answeredAt: made.clock.now - HOUR })
      .where(eq(response.spamReason, 'pace'))
    await made.db.orm
      .update(response)
      .set({ answeredAt: made.clock.now })
      .where(like(response.id, '%4'))
    expect((await floods()).map(({ n }) => n)).toEqual([1, 3])
  })

  test('can be reviewed only by leads, and only if the flood exists', async () => {
    const [flood] = await floods()
    expect((await judge(flood!.id, { counted: true }, 'viewer')).status).toBe(403)
    expect((await judge('1-2', { counted: true })).status).toBe(404)
    expect((await judge('x', { counted: true })).status).toBe(404)
    const wrong = await judge(flood!.id, { counted: 'yes' })
    expect(wrong.status).toBe(400)
    expect(await wrong.json()).toMatchObject({ errors: [{ field: 'counted' }] })
  })
})
