import { describe, expect, it } from 'vitest'
import { watchSurveys } from '../../../api/jobs/watch.ts'
import { raiseAlert } from '../../../db/watching/alerts.ts'
import { openDatabase } from '../../../db/open.ts'
import { pauseSurvey, publishSurvey } from '../../../db/surveys/surveys.ts'
import { makeApp } from '../../support/app.ts'
import { makeDatabase, temporaryFile } from '../../support/database.ts'
import {
  DAY,
  THIS_WEEK,
  USUAL,
  WORSE,
  withWeeks,
  answer,
  calm,
  bad,
  read,
  alertsOf,
  put,
  RULES,
  type Shifts,
  type Alert,
} from './weeks.ts'

const MEDIOCRE = [10, 10, 8, 3, 3]

describe('an alert', () => {
  it('about a shift is raised once, with facts and chart, and survives a restart', async () => {
    const file = temporaryFile()
    const first = await openDatabase(file)
    const before = await makeApp({ db: first })
    const { id } = await withWeeks(before, [...calm(15), ...bad(3)])
    await watchSurveys(before.deps)
    await first.close()

    const app = await makeApp({ db: await makeDatabase(file) })
    await watchSurveys(app.deps)
    app.clock.now += 7 * DAY
    await watchSurveys(app.deps)
    const alerts = await alertsOf(app)
    expect(alerts).toHaveLength(1)
    expect(alerts[0]).toMatchObject({
      survey: { id, name: 'After support' },
      facts: {
        kind: 'shift',
        direction: 'down',
        since: '2026-10-26',
        onset: { from: '2026-10-26', to: '2026-10-26' },
        before: 40,
      },
    })
    const { facts } = alerts[0]!
    const { shifts } = await read<Shifts>(app, `/surveys/${id}/shifts`)
    const { size, low, high } = shifts[0]!
    expect(facts).toMatchObject({ size, low, high, after: 40 + size })
    const scores = alerts[0]!.weeks.map(({ score }) => score)
    expect(scores).toEqual([...Array<number>(15).fill(40), -40, -40, -40])
  })

  it('that was raised before onset and size had limits is still shown', async () => {
    const app = await makeApp()
    const { id } = await withWeeks(app, calm(1))
    const facts = {
      kind: 'shift',
      metric: 'nps',
      direction: 'down',
      since: '2026-10-26',
      at: '2026-11-02',
      before: 40,
      after: 20,
      size: -20,
      n: 80,
      baseline: { from: '2026-07-13', to: '2026-10-11', n: 520 },
    } as const
    await raiseAlert(app.db, { surveyId: id, question: 'score', facts, weeks: [], now: 1 })
    expect((await alertsOf(app))[0]!.facts).toEqual(facts)
  })

  it('stays one if more answers of those weeks arrive late', async () => {
    const app = await makeApp()
    const { id } = await withWeeks(app, [...calm(15), MEDIOCRE, MEDIOCRE, MEDIOCRE])
    await watchSurveys(app.deps)
    const [{ facts }] = (await alertsOf(app)) as [Alert]
    expect(facts.at).toBe('2026-11-02')
    await answer(
      app,
      id,
      Array.from({ length: 400 }, () => [THIS_WEEK - 21, 0]),
    )
    expect((await read<Shifts>(app, `/surveys/${id}/shifts`)).shifts[0]!.at).toBe('2026-10-26')
    await watchSurveys(app.deps)
    expect(await alertsOf(app)).toHaveLength(1)
  })

  it('is not raised about imported old answers, although their shift is shown', async () => {
    const app = await makeApp()
    const { id } = await withWeeks(app, [...calm(15), ...bad(4), ...bad(4)])
    await watchSurveys(app.deps)
    expect((await read<Shifts>(app, `/surveys/${id}/shifts`)).shifts).toHaveLength(1)
    expect(await alertsOf(app)).toEqual([])
  })

  it('is raised for live surveys only, and only for rules that are on', async () => {
    const app = await makeApp()
    const { id } = await withWeeks(app, [...calm(15), ...bad(3)])
    await put(app, `/surveys/${id}/watch`, RULES)
    await watchSurveys(app.deps)
    await put(app, `/surveys/${id}/watch`, { ...RULES, shift: { on: true } })
    await pauseSurvey(app.db, id, app.clock.now)
    await watchSurveys(app.deps)
    expect(await alertsOf(app)).toEqual([])
    await publishSurvey(app.db, id, app.clock.now)
    await watchSurveys(app.deps)
    expect(await alertsOf(app)).toHaveLength(1)
  })

  it('about many unhappy answers is raised if even the share’s lower limit is over the bound', async () => {
    const app = await makeApp()
    const { id } = await withWeeks(app, [USUAL, USUAL, WORSE, WORSE])
    const share = { on: true, days: 14 }
    await put(app, `/surveys/${id}/watch`, { ...RULES, share: { ...share, over: 55 } })
    await watchSurveys(app.deps)
    expect(await alertsOf(app)).toEqual([])
    await put(app, `/surveys/${id}/watch`, { ...RULES, share: { ...share, over: 40 } })
    await watchSurveys(app.deps)
    app.clock.now += DAY
    await watchSurveys(app.deps)
    const alerts = await alertsOf(app)
    expect(alerts.map(({ facts }) => facts)).toEqual([
      {
        kind: 'share',
        metric: 'nps',
        from: '2026-11-06',
        to: '2026-11-19',
        unhappy: 24,
        n: 40,
        low: expect.closeTo(44.6, 1) as number,
        over: 40,
      },
    ])
    expect(alerts[0]!.weeks).toHaveLength(12)
  })

  it('about a silence is raised once per silence, counted from when answers were possible', async () => {
    const app = await makeApp()
    const { id } = await withWeeks(app, calm(3))
    await answer(app, id, [[THIS_WEEK, 9]])
    await put(app, `/surveys/${id}/watch`, { ...RULES, silence: { on: true, days: 5 } })
    await watchSurveys(app.deps)
    expect(await alertsOf(app)).toEqual([])
    // It was published on 20 November; the five whole days are over on the 25th.
    app.clock.now += 4 * DAY
    await watchSurveys(app.deps)
    expect(await alertsOf(app)).toEqual([])
    app.clock.now += DAY
    await watchSurveys(app.deps)
    await watchSurveys(app.deps)
    const alerts = await alertsOf(app)
    expect(alerts.map(({ facts }) => facts)).toMatchObject([
      { kind: 'silence', from: '2026-11-20', to: '2026-11-24', days: 5 },
    ])
    await answer(app, id, [[THIS_WEEK + 10, 9]])
    app.clock.now += 7 * DAY
    await watchSurveys(app.deps)
    expect(await alertsOf(app)).toHaveLength(2)
  })

  it('can be acknowledged by a lead for everyone, restored, and is never raised again', async () => {
    const app = await makeApp()
    await withWeeks(app, [...calm(15), ...bad(3)])
    await watchSurveys(app.deps)
    const [{ id }] = (await alertsOf(app)) as [Alert]
    expect((await put(app, `/alerts/${id}/acknowledgement`, undefined, 'viewer')).status).toBe(403)
    const acknowledged = await put(app, `/alerts/${id}/acknowledgement`)
    expect(await acknowledged.json()).toMatchObject({
      acknowledged: { by: "a lead's key", at: app.clock.now },
    })
    await watchSurveys(app.deps)
    expect(await alertsOf(app)).toEqual([])
    await app.ask('lead', `/api/v1/alerts/${id}/acknowledgement`, { method: 'DELETE' })
    expect(await alertsOf(app)).toHaveLength(1)
    expect((await put(app, '/alerts/nothing/acknowledgement')).status).toBe(404)
  })
})
