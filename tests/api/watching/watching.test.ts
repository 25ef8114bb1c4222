import { describe, expect, it } from 'vitest'
import { runEvery } from '../../../api/jobs/every.ts'
import { watchSurveys } from '../../../api/jobs/watch.ts'
import { listAlerts } from '../../../db/watching/alerts.ts'
import { survey, surveyVersion } from '../../../db/schema/index.ts'
import { publishSurvey } from '../../../db/surveys/surveys.ts'
import { dayFromIso } from '../../../surveys/days.ts'
import { makeApp } from '../../support/app.ts'
import { makeSurvey } from '../../support/surveys.ts'
import {
  DAY,
  THIS_WEEK,
  WORSE,
  withWeeks,
  answer,
  calm,
  bad,
  read,
  put,
  type Shifts,
} from './weeks.ts'

describe('the shifts of a survey', () => {
  it('are reported with size and weeks, compared with the first thirteen weeks', async () => {
    const app = await makeApp()
    const { id } = await withWeeks(app, [...calm(15), ...bad(3)])
    const { baseline, waiting, shifts } = await read<Shifts>(app, `/surveys/${id}/shifts`)
    expect(baseline).toMatchObject({ from: '2026-07-13', to: '2026-10-11', n: 520, by: null })
    expect(waiting).toBeNull()
    expect(shifts).toMatchObject([
      {
        since: '2026-10-26',
        at: '2026-10-26',
        onset: { from: '2026-10-26', to: '2026-10-26' },
        direction: 'down',
        n: 40,
      },
    ])
    const [{ low, size, high }] = shifts as [Shifts['shifts'][number]]
    expect(low).toBeLessThan(-80)
    expect(size).toBeGreaterThan(-90)
    expect(size).toBeLessThan(-60)
    expect(high).toBeLessThan(-30)
  })

  it('are limited to the requested days', async () => {
    const app = await makeApp()
    const { id } = await withWeeks(app, [...calm(15), ...bad(3)])
    const within = async (query: string) =>
      (await read<Shifts>(app, `/surveys/${id}/shifts?${query}`)).shifts.length
    expect(await within('from=2026-11-01')).toBe(1)
    expect(await within('from=2026-11-02')).toBe(0)
    expect(await within('to=2026-10-25')).toBe(0)
    expect(await within('to=2026-10-26')).toBe(1)
  })

  it('leave out the incomplete first week', async () => {
    const app = await makeApp()
    const { id } = await makeSurvey(app.db)
    const monday = THIS_WEEK - 7 * 15
    const days = [monday + 4, ...Array.from({ length: 14 }, (_, week) => monday + 7 * (week + 1))]
    await answer(
      app,
      id,
      days.flatMap((day) => Array.from({ length: 10 }, () => [day, 9] as const)),
    )
    const { baseline } = await read<Shifts>(app, `/surveys/${id}/shifts`)
    expect(dayFromIso(baseline!.from)).toBe(monday + 7)
    expect(baseline!.n).toBe(130)
  })

  it('wait for enough answers, and say how many there are', async () => {
    const app = await makeApp()
    const { id } = await withWeeks(app, calm(3))
    expect(await read<Shifts>(app, `/surveys/${id}/shifts`)).toMatchObject({
      baseline: null,
      waiting: { weeks: 3, answers: 120, needs: { weeks: 13, answers: 100 } },
      shifts: [],
    })
  })

  it('leave out the current week', async () => {
    const app = await makeApp()
    const { id } = await withWeeks(app, calm(15))
    await answer(
      app,
      id,
      Array.from({ length: 40 }, () => [THIS_WEEK, 0]),
    )
    expect((await read<Shifts>(app, `/surveys/${id}/shifts`)).shifts).toEqual([])
    app.clock.now += 3 * DAY
    expect((await read<Shifts>(app, `/surveys/${id}/shifts`)).shifts).toHaveLength(1)
  })

  it.each(['from=yesterday', 'from=2026-11-02&to=2026-11-01', 'channel=chat', 'question=colour'])(
    'refuse %s and name the field',
    async (query) => {
      const app = await makeApp()
      const { id } = await withWeeks(app, calm(1), 1)
      const answer = await app.ask('viewer', `/api/v1/surveys/${id}/shifts?${query}`)
      expect(answer.status).toBe(400)
      const { errors } = (await answer.json()) as { errors: { field: string }[] }
      expect(errors[0]!.field).toBe(query.split('=')[0])
    },
  )
})

describe('a baseline', () => {
  it('stays as learnt, whatever answers follow', async () => {
    const app = await makeApp()
    const { id } = await withWeeks(app, calm(15))
    expect((await read<Shifts>(app, `/surveys/${id}/baseline`)).baseline!.setAt).toBeNull()
    await watchSurveys(app.deps)
    await watchSurveys(app.deps)
    const settled = await read<Shifts & { log: unknown[] }>(app, `/surveys/${id}/baseline`)
    expect(settled.baseline).toMatchObject({ from: '2026-08-03', setAt: app.clock.now, by: null })
    expect(settled.log).toHaveLength(1)

    await answer(
      app,
      id,
      Array.from({ length: 200 }, () => [THIS_WEEK - 700, 0]),
    )
    const later = await read<Shifts>(app, `/surveys/${id}/shifts`)
    expect(later.baseline).toEqual(settled.baseline)
    expect(later.shifts).toEqual([])
  })

  it('is set again by a lead, and the log says who did it and when', async () => {
    const app = await makeApp()
    const { id } = await withWeeks(app, [...calm(15), ...bad(3)])
    await watchSurveys(app.deps)
    const days = { from: '2026-10-26', to: '2026-11-08' }
    expect((await put(app, `/surveys/${id}/baseline`, days)).status).toBe(200)
    const { baseline, shifts } = await read<Shifts>(app, `/surveys/${id}/shifts`)
    expect(baseline).toMatchObject({ ...days, n: 80, by: "a lead's key" })
    expect(shifts).toEqual([])
    const { log } = await read<{ log: unknown[] }>(app, `/surveys/${id}/baseline`)
    expect(log).toMatchObject([days, { from: '2026-07-13', by: null }])
  })

  it('starts again if the question changes its scale, without the old answers', async () => {
    const app = await makeApp()
    const { id, draft } = await withWeeks(app, calm(15))
    await watchSurveys(app.deps)
    const questions = draft.questions.map((question) =>
      question.id === 'score' ? { ...question, kind: 'csat' } : question,
    ) as typeof draft.questions
    await app.db.orm.update(survey).set({ draft: { ...draft, questions } })
    await publishSurvey(app.db, id, app.clock.now)
    await watchSurveys(app.deps)
    expect(await read<Shifts>(app, `/surveys/${id}/shifts`)).toMatchObject({
      metric: 'csat',
      baseline: null,
      waiting: { weeks: 0, answers: 0 },
    })
  })

  it('without an end is learnt automatically from the weeks after a day', async () => {
    const app = await makeApp()
    const { id } = await withWeeks(app, [...calm(15), ...bad(12)])
    await put(app, `/surveys/${id}/baseline`, { from: '2026-08-24' })
    const waiting = await read<Shifts>(app, `/surveys/${id}/shifts`)
    expect(waiting).toMatchObject({ baseline: null, waiting: { weeks: 12 }, shifts: [] })
    await answer(
      app,
      id,
      Array.from({ length: 8 }, () => WORSE.map((score) => [THIS_WEEK, score] as const)).flat(),
    )
    app.clock.now += 3 * DAY
    await watchSurveys(app.deps)
    const { baseline, log } = await read<Shifts & { log: unknown[] }>(
      app,
      `/surveys/${id}/baseline`,
    )
    expect(baseline).toMatchObject({ from: '2026-08-24', to: '2026-11-22', by: null })
    expect(log).toHaveLength(2)
  })

  it.each([
    [{ from: '2026-11-08', to: '2026-11-01' }, 'from'],
    [{ from: '2026-11-01', to: '2026-11-20' }, 'to'],
    [{ from: '2026-11-21' }, 'from'],
    [{ from: '2024-01-01', to: '2024-03-01' }, 'to'],
    [{ from: '2026-02-30', to: '2026-11-01' }, 'from'],
    [{ from: '2026-11-01', why: 'so' }, 'why'],
    [{ to: '2026-11-01' }, 'from'],
    [{ from: '2026-09-01', to: '2026-11-01', question: 'colour' }, 'question'],
  ])('refuses %j and names the field', async (body, field) => {
    const app = await makeApp()
    const { id } = await withWeeks(app, calm(2), 1)
    const answer = await put(app, `/surveys/${id}/baseline`, body)
    expect(answer.status).toBe(400)
    const { errors } = (await answer.json()) as { errors: { field: string }[] }
    expect(errors.map((error) => error.field)).toContain(field)
  })
})

describe('a job', () => {
  it('logs failures by name, and ends before it reports that it has stopped', async () => {
    const { deps } = await makeApp()
    const logged: unknown[] = []
    const log = { ...deps.log, error: (line: unknown) => void logged.push(line) }
    const failing = runEvery(
      { name: 'watch', minutes: 10, run: () => Promise.reject(new Error('broken')) },
      log,
    )
    await failing.stop()
    expect(logged).toMatchObject([{ job: 'watch', error: { message: 'broken' } }])

    let end = () => {}
    let stopped = false
    const run = () => new Promise<void>((resolve) => (end = resolve))
    const stopping = runEvery({ name: 'slow', minutes: 10, run }, log).stop()
    void stopping.then(() => (stopped = true))
    await new Promise((resolve) => setImmediate(resolve))
    expect(stopped).toBe(false)
    end()
    await stopping
  })

  it('continues with the other surveys if one of them can’t be watched', async () => {
    const app = await makeApp()
    const broken = await makeSurvey(app.db, 'broken')
    await app.db.orm.delete(surveyVersion)
    await withWeeks(app, [...calm(15), ...bad(3)])
    const logged: unknown[] = []
    const log = { ...app.deps.log, error: (line: unknown) => void logged.push(line) }
    await watchSurveys({ ...app.deps, log })
    expect(logged).toMatchObject([{ survey: broken.id }])
    expect(await listAlerts(app.db)).toHaveLength(1)
  })
})
