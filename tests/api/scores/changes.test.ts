import { describe, expect, it } from 'vitest'
import { saveResponse } from '../../../db/responses/save.ts'
import { makeApp, type TestApp } from '../../support/app.ts'
import { aResponse, makeSurvey } from '../../support/surveys.ts'

type Side = { from: string; to: string; n: number; score: number | null }
type Group = { value: string | null; before: Side; now: Side; mix: number; within: number }
type Change = {
  now: Side
  before: Side
  change: { difference: number | null; verdict: string; detectable: number | null }
  periods: Side[]
  causes: Record<string, { mix: number; within: number; groups: Group[] }>
}

/** `count` answers with one score on a day, all with the same properties. */
type Given = [on: string, count: number, score: number, properties?: Record<string, string>]

async function withAnswers({ db }: TestApp, given: Given[]) {
  const survey = await makeSurvey(db)
  const answers = given.flatMap(([on, count, score, properties = {}]) =>
    Array.from({ length: count }, () =>
      aResponse(survey.id, {
        answers: { score },
        answeredAt: Date.parse(`${on}T12:00:00Z`),
        properties,
      }),
    ),
  )
  await Promise.all(answers.map((each) => saveResponse(db, each)))
  return `/api/v1/surveys/${survey.id}/change`
}

const read = async (app: TestApp, path: string) => {
  const answer = await app.ask('viewer', path)
  expect(answer.status).toBe(200)
  return (await answer.json()) as Change
}

const OCTOBER = 'from=2026-10-01&to=2026-10-31'

describe('a score against an earlier one', () => {
  it('is compared with as many days before, and the verdict is that of the test', async () => {
    const app = await makeApp()
    const path = await withAnswers(app, [
      ['2026-09-10', 40, 10],
      ['2026-09-20', 60, 3],
      ['2026-10-10', 70, 10],
      ['2026-10-11', 30, 3],
    ])
    const { now, before, change, periods } = await read(app, `${path}?${OCTOBER}&by=month`)
    expect(before).toMatchObject({ from: '2026-08-31', to: '2026-09-30', n: 100, score: -20 })
    expect(now).toMatchObject({ from: '2026-10-01', to: '2026-10-31', n: 100, score: 40 })
    expect(change).toMatchObject({ difference: 60, verdict: 'up' })
    expect(periods.map(({ from, n }) => [from, n])).toEqual([
      ['2026-08-31', 0],
      ['2026-09-01', 100],
    ])
  })

  it('says what difference could have been detected if chance explains this one', async () => {
    const app = await makeApp()
    const path = await withAnswers(app, [
      ['2026-09-10', 20, 10],
      ['2026-09-20', 20, 3],
      ['2026-10-10', 22, 10],
      ['2026-10-11', 18, 3],
    ])
    const { change } = await read(app, `${path}?${OCTOBER}`)
    expect(change.verdict).toBe('no-change')
    expect(change.detectable).toBeGreaterThan(change.difference!)
  })

  it('is compared with the same dates a year before, leap day and all', async () => {
    const app = await makeApp()
    const path = await withAnswers(app, [
      ['2023-02-28', 1, 3],
      ['2024-02-29', 1, 10],
    ])
    const { before } = await read(app, `${path}?from=2024-02-29&to=2024-02-29&against=year`)
    expect(before).toMatchObject({ from: '2023-02-28', to: '2023-02-28', n: 1 })
  })

  it('splits into who answered and what changed within each group, which add up', async () => {
    const app = await makeApp()
    const path = await withAnswers(app, [
      ['2026-09-10', 30, 10, { channel: 'chat' }],
      ['2026-09-10', 10, 3, { channel: 'mail' }],
      ['2026-10-10', 10, 10, { channel: 'chat' }],
      ['2026-10-10', 20, 3, { channel: 'mail' }],
      ['2026-10-10', 10, 10, { channel: 'mail' }],
      ['2026-10-12', 5, 3],
    ])
    const { change, causes } = await read(app, `${path}?${OCTOBER}`)
    const { mix, within, groups } = causes.channel!
    expect(mix + within).toBeCloseTo(change.difference!, 10)
    expect(groups.map(({ value, before, now }) => [value, before.n, now.n])).toEqual([
      ['chat', 30, 10],
      ['mail', 10, 30],
      [null, 0, 5],
    ])
    expect(groups[0]!.within).toBe(0)
    expect(groups[1]!.within).toBeGreaterThan(0)
    const parts = groups.reduce((sum, group) => sum + group.mix + group.within, 0)
    expect(parts).toBeCloseTo(change.difference!, 10)
  })

  it('is split into groups whose answers are listed and exported, those without the property too', async () => {
    const app = await makeApp()
    const path = await withAnswers(app, [
      ['2026-09-10', 8, 10, { team: 'north' }],
      ['2026-09-11', 5, 3],
      ['2026-10-10', 7, 10, { team: 'north', channel: 'chat' }],
      ['2026-10-11', 6, 3, { team: 'south' }],
      ['2026-10-12', 4, 3],
    ])
    const change = await read(app, `${path}?${OCTOBER}`)
    const rows = path.replace(/change$/, 'responses')
    for (const [property, { groups }] of Object.entries(change.causes))
      for (const { value, ...group } of groups)
        for (const when of ['before', 'now'] as const) {
          const { from, to } = change[when]
          const named = value === null ? `without=${property}` : `p.${property}=${value}`
          const query = `question=score&from=${from}&to=${to}&${named}`
          const counted = await (await app.ask('viewer', `${rows}/count?${query}`)).json()
          const file = await (await app.ask('lead', `${rows}.csv?${query}`)).text()
          expect([query, counted]).toEqual([query, { n: group[when].n }])
          expect(file.trim().split('\r\n').length - 1).toBe(group[when].n)
        }
    const unknown = await app.ask('viewer', `${rows}?without=planet`)
    expect(unknown.status).toBe(400)
    expect(await unknown.json()).toMatchObject({ errors: [{ field: 'without' }] })
  })

  it('has no difference and no causes if one side has no answers', async () => {
    const app = await makeApp()
    const path = await withAnswers(app, [['2026-10-10', 5, 10, { channel: 'chat' }]])
    const { change, causes } = await read(app, `${path}?${OCTOBER}`)
    expect(change).toMatchObject({ difference: null, verdict: 'too-few' })
    expect(causes).toEqual({})
  })

  it('works with properties and values called like object members', async () => {
    const app = await makeApp()
    const odd = { constructor: '__proto__', toString: 'valueOf' }
    const path = await withAnswers(app, [
      ['2026-09-10', 5, 10, odd],
      ['2026-10-10', 5, 3, odd],
    ])
    const { causes } = await read(app, `${path}?${OCTOBER}`)
    expect(causes['constructor']!.groups).toMatchObject([{ value: '__proto__', now: { n: 5 } }])
    expect(Object.keys(causes).toSorted()).toEqual(['constructor', 'language', 'toString'])
    expect(({} as Record<number, unknown>)[10]).toBeUndefined()
  })

  it.each([
    [`${OCTOBER}&against=yesterday`, ['against']],
    [`${OCTOBER}&against=custom`, ['beforeFrom', 'beforeTo']],
    [`${OCTOBER}&against=custom&beforeFrom=2026-09-10&beforeTo=2026-09-01`, ['beforeFrom']],
    [`${OCTOBER}&against=custom&beforeFrom=2026-09-10&beforeTo=2026-10-01`, ['beforeTo']],
    [`${OCTOBER}&against=custom&beforeFrom=2026-09-31&beforeTo=2026-10-01`, ['beforeFrom']],
    ['against=year&from=2024-01-01&to=2026-10-31', ['against']],
    [`${OCTOBER}&against=custom&beforeFrom=0000-01-01&beforeTo=2026-01-01`, ['beforeFrom']],
    [`${OCTOBER}&by=day&against=custom&beforeFrom=2000-01-01&beforeTo=2026-01-01`, ['by']],
    [`${OCTOBER}&colour=red`, ['colour']],
  ])('refuses %s and says which field and why', async (query, fields) => {
    const app = await makeApp()
    const path = await withAnswers(app, [['2026-10-10', 1, 10]])
    const answer = await app.ask('viewer', `${path}?${query}`)
    expect(answer.status).toBe(400)
    const { errors } = (await answer.json()) as { errors: { field: string }[] }
    expect(errors.map(({ field }) => field)).toEqual(fields)
  })
})
