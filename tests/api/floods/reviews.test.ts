import { asc, eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { changeEach } from '../../../db/floods/changeEach.ts'
import { eraseResponse } from '../../../db/responses/erase.ts'
import { suspectAgain } from '../../../db/responses/review.ts'
import { checkScoreboard } from '../../../db/doctor.ts'
import { followUp, review, response, type Role } from '../../../db/schema/index.ts'
import { makeApp, type TestApp } from '../../support/app.ts'
import { floodKiosk } from '../../support/flood.ts'
import { makeSurvey } from '../../support/surveys.ts'

const SLUG = 'after-support'
const HOUR = 3_600_000

let made: TestApp
let surveyId: string
/** A flood of four answers, besides twenty that count. */
let flood: string

beforeEach(async () => {
  made = await makeApp()
  surveyId = (await makeSurvey(made.db, SLUG)).id
  await floodKiosk(() => made, SLUG)
  flood = (await floods())[0]!.id
})

const ask = async (role: Role, path: string, method = 'GET', json?: unknown) =>
  made.ask(role, `/api/v1/surveys/${surveyId}/${path}`, { method, json })
const floods = async () => {
  const answered = await ask('viewer', 'floods')
  return ((await answered.json()) as { floods: { id: string; n: number }[] }).floods
}
const judge = (counted: boolean) => ask('lead', `floods/${flood}`, 'PUT', { counted })
const undo = () => ask('lead', `floods/${flood}/review`, 'DELETE')
const stored = () =>
  made.db.orm
    .select({ id: response.id, state: response.state, spamReason: response.spamReason })
    .from(response)
    .orderBy(asc(response.no))
const cases = async () => (await made.db.orm.select().from(followUp)).map(({ id }) => id).toSorted()
const score = async () => (await ask('viewer', 'scores?by=day')).json()
const listed = async (path: string) =>
  ((await (await ask('viewer', path)).json()) as { responses: { id: string }[] }).responses

describe.each([
  ['counted', true],
  ['excluded', false],
])('undoing that a flood was %s', (_, counted) => {
  test('leaves everything as it was: answers, reasons, cases and score', async () => {
    const before = [await stored(), await cases(), await score(), await floods()]
    await judge(counted)
    expect(await floods()).toEqual([])
    const answered = await undo()
    expect(await answered.json()).toEqual({ undone: 4, remaining: 0 })
    expect([await stored(), await cases(), await score(), await floods()]).toEqual(before)
    expect(await made.db.orm.select().from(review)).toEqual([])
    expect(await checkScoreboard(made.db)).toEqual([])
  })

  test('lets the flood be reviewed again', async () => {
    await judge(counted)
    await undo()
    expect(await (await judge(!counted)).json()).toEqual({ reviewed: 4, remaining: 0 })
    expect(await (await undo()).json()).toEqual({ undone: 4, remaining: 0 })
    expect((await undo()).status).toBe(404)
  })
})

describe('undoing a decision', () => {
  const suspected = async () =>
    (await stored()).filter(({ state }) => state === 'suspected').map(({ id }) => id)

  test('keeps reviews of single answers, made before it or since', async () => {
    const [first, second] = await suspected()
    await made.ask('lead', `/api/v1/responses/${first}/exclusion`, { method: 'DELETE' })
    const [rest] = await floods()
    flood = rest!.id
    await judge(false)
    await made.ask('lead', `/api/v1/responses/${second}/exclusion`, { method: 'DELETE' })
    expect(await (await undo()).json()).toEqual({ undone: 2, remaining: 0 })
    const counts = (await stored()).filter(({ id }) => id === first || id === second)
    expect(counts.map(({ state }) => state)).toEqual(['complete', 'complete'])
    expect(await checkScoreboard(made.db)).toEqual([])
  })

  test('keeps a case that someone has worked on, with its answer excluded', async () => {
    const before = await cases()
    await judge(true)
    const opened = (await cases()).find((id) => !before.includes(id))!
    const path = `/api/v1/follow-ups/${opened}`
    await made.ask('lead', path, { method: 'PATCH', json: { note: 'Called' } })
    await undo()
    expect(await cases()).toEqual([...before, opened].toSorted())
    expect(await checkScoreboard(made.db)).toEqual([])
  })

  test('skips a response that was erased since it was listed', async () => {
    await judge(true)
    const decided = await made.db.orm
      .select({ id: response.id })
      .from(review)
      .innerJoin(response, eq(response.no, review.responseNo))
    const ids = decided.slice(0, 2).map(({ id }) => id)
    await eraseResponse(made.db, ids[0]!, made.clock.now)
    await changeEach(ids, (id) => suspectAgain(made.db, id, { flood, now: made.clock.now }))
    expect((await stored()).find(({ id }) => id === ids[1])!.state).toBe('suspected')
  })

  test('changes only its own flood', async () => {
    await judge(false)
    made.clock.now += 2 * HOUR
    expect((await ask('lead', `floods/${flood}0/review`, 'DELETE')).status).toBe(404)
    expect((await ask('lead', 'floods/x/review', 'DELETE')).status).toBe(404)
  })
})

describe('the answers of a flood', () => {
  test('are listed and counted by its id, exactly those that its notice names', async () => {
    const suspected = await made.db.orm
      .select({ id: response.id })
      .from(response)
      .where(eq(response.spamReason, 'pace'))
    const found = (await listed(`responses?flood=${flood}`)).map(({ id }) => id)
    expect(found.toSorted()).toEqual(suspected.map(({ id }) => id).toSorted())
    for (const state of ['', '&state=excluded', '&state=suspected']) {
      const answered = await ask('viewer', `responses/count?flood=${flood}${state}`)
      expect(await answered.json()).toEqual({ n: 4 })
    }
    expect(await listed('responses?flood=1-2')).toEqual([])
  })

  test('are no longer listed once someone has reviewed them', async () => {
    await judge(false)
    expect(await listed(`responses?flood=${flood}`)).toEqual([])
    expect(await listed('responses?state=suspected')).toHaveLength(4)
  })

  test.each(['x', '1', '1-', '-1-2', '1-2-3', '1e3-2'])('are not those of “%s”', async (id) => {
    const answered = await ask('viewer', `responses?flood=${encodeURIComponent(id)}`)
    expect(answered.status).toBe(400)
    expect(await answered.json()).toMatchObject({ errors: [{ field: 'flood' }] })
  })
})
