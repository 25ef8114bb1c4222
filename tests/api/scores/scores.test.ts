import { describe, expect, it } from 'vitest'
import { saveResponse } from '../../../db/responses/save.ts'
import { dayFromIso, startOf } from '../../../surveys/days.ts'
import { makeApp, type TestApp } from '../../support/app.ts'
import { aResponse, makeSurvey } from '../../support/surveys.ts'

type Score = { n: number; score: number | null; from: string; to: string; bands: object }
type Scores = {
  from: string
  to: string
  total: Score
  periods: Score[]
  segments: Record<string, Record<string, Score>>
}

/** Saves answers at noon of each day, by number of each value. */
async function withAnswers(
  { db }: TestApp,
  given: { on: string; score: number; properties?: Record<string, string> }[],
) {
  const survey = await makeSurvey(db)
  for (const { on, score, properties = {} } of given) {
    const day = dayFromIso(on)!
    const answeredAt = startOf(day, 'Europe/Prague') + 12 * 3_600_000
    await saveResponse(
      db,
      aResponse(survey.id, { answers: { score }, properties, answeredAt, day }),
    )
  }
  return survey.id
}

const read = async (app: TestApp, id: string, query = '') =>
  (await (await app.ask('viewer', `/api/v1/surveys/${id}/scores${query}`)).json()) as Scores

describe('scores', () => {
  it('are null, not 0, without an answer', async () => {
    const app = await makeApp()
    const { total, periods, segments } = await read(app, await withAnswers(app, []))
    expect(total).toMatchObject({ n: 0, score: null, low: null, high: null, evidenceLevel: 'none' })
    expect(periods).toHaveLength(1)
    expect(segments).toEqual({})
  })

  it('pool the answers of a period and leave days without answers empty', async () => {
    const app = await makeApp()
    const id = await withAnswers(app, [
      { on: '2026-11-02', score: 10 },
      { on: '2026-11-04', score: 0 },
      { on: '2026-11-04', score: 10 },
    ])
    const byDay = await read(app, id, '?by=day')
    expect(byDay.periods.map(({ n, score }) => [n, score])).toEqual([
      [1, 100],
      [0, null],
      [2, 0],
    ])
    const byWeek = await read(app, id, '?by=week&from=2026-10-26&to=2026-11-08')
    expect(byWeek.periods.map(({ from, to, n }) => [from, to, n])).toEqual([
      ['2026-10-26', '2026-11-01', 0],
      ['2026-11-02', '2026-11-08', 3],
    ])
    expect(byWeek.total.score).toBeCloseTo(100 / 3, 10)
  })

  it('work whatever a link calls its properties', async () => {
    const app = await makeApp()
    const id = await withAnswers(app, [
      {
        on: '2026-11-02',
        score: 10,
        properties: { constructor: 'prototype', channel: '__proto__' },
      },
      { on: '2026-11-02', score: 3 },
    ])
    const { segments } = await read(app, id)
    expect(segments['constructor']).toMatchObject({ prototype: { n: 1 } })
    expect(Object.keys(segments['channel']!)).toEqual(['__proto__'])
    expect((await app.ask('viewer', '/health')).status).toBe(200)

    const csv = await app.ask('lead', `/api/v1/surveys/${id}/responses.csv`)
    expect((await csv.text()).split('\r\n')).toHaveLength(4)
    const none = await app.ask('viewer', `/api/v1/surveys/${id}/responses?toString=x`)
    expect(none.status).toBe(400)
  })

  it('can be requested by day for ten years at most', async () => {
    const app = await makeApp()
    const id = await withAnswers(app, [])
    const long = `/api/v1/surveys/${id}/scores?from=1990-01-01&to=2026-11-22`
    expect((await app.ask('viewer', `${long}&by=month`)).status).toBe(200)
    const answer = await app.ask('viewer', `${long}&by=day`)
    expect(answer.status).toBe(400)
    expect(await answer.json()).toMatchObject({ errors: [{ field: 'by' }] })
  })

  it('are available for one group, and for every group of a property', async () => {
    const app = await makeApp()
    const id = await withAnswers(app, [
      { on: '2026-11-02', score: 10, properties: { channel: 'chat', state: "O'Hara % _ 東京" } },
      { on: '2026-11-03', score: 3, properties: { channel: 'mail' } },
    ])
    const chat = await read(app, id, '?channel=chat')
    expect(chat.total).toMatchObject({ n: 1, score: 100 })
    expect(Object.keys(chat.segments)).toEqual(['channel'])
    const odd = await read(app, id, `?p.state=${encodeURIComponent("O'Hara % _ 東京")}`)
    expect(odd.total.n).toBe(1)
    const all = await read(app, id)
    expect(all.segments.channel).toMatchObject({ chat: { n: 1 }, mail: { n: 1, score: -100 } })
  })

  it('count a day as the workspace’s clock has it, on the day the clocks change too', async () => {
    const app = await makeApp({ timeZone: 'America/New_York' })
    const { db } = app
    const survey = await makeSurvey(db)
    // 2026-11-01 has 25 hours in New York; it begins at 04:00 UTC and ends at 05:00 UTC.
    const instants = ['2026-11-01T04:00:00Z', '2026-11-02T04:59:59Z', '2026-11-02T05:00:00Z']
    const { dayOf } = await import('../../../surveys/days.ts')
    for (const instant of instants.map((text) => Date.parse(text)))
      await saveResponse(
        db,
        aResponse(survey.id, { answeredAt: instant, day: dayOf(instant, 'America/New_York') }),
      )
    const { periods } = await read(app, survey.id)
    expect(periods.map(({ from, n }) => [from, n])).toEqual([
      ['2026-11-01', 2],
      ['2026-11-02', 1],
    ])
  })

  it.each([
    ['?from=2026-11-05&to=2026-11-01', ['from', 'to']],
    ['?from=2026-02-30', ['from']],
    ['?to=yesterday', ['to']],
    ['?by=year', ['by']],
    ['?question=nothing', ['question']],
    ['?planet=mars', ['planet']],
    ['?=mars', ['']],
    ['?__proto__=mars', ['__proto__']],
    ['?p.__proto__=mars', ['__proto__']],
    ['?channel=chat&team=a&region=x&size=s', ['size']],
    ['?counting=people', ['counting']],
    ['?channel=chat&channel=mail', ['channel']],
    ['?from=1000-01-01&to=2026-01-01', ['from']],
  ])('answer %s with 400 and the field', async (query, fields) => {
    const app = await makeApp()
    const id = await withAnswers(app, [
      {
        on: '2026-11-02',
        score: 10,
        properties: { channel: 'chat', team: 'a', region: 'x', size: 's' },
      },
    ])
    const answer = await app.ask('viewer', `/api/v1/surveys/${id}/scores${query}`)
    expect(answer.status).toBe(400)
    const { errors } = (await answer.json()) as { errors: { field: string }[] }
    expect(errors.map(({ field }) => field)).toEqual(fields)
  })

  it('answer 404 for a survey that is not there', async () => {
    const app = await makeApp()
    const answer = await app.ask('viewer', '/api/v1/surveys/none/scores')
    expect(answer.status).toBe(404)
  })
})
