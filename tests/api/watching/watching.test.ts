import { describe, expect, it } from 'vitest'
import { runEvery } from '../../../api/jobs/every.ts'
import { watchSurveys } from '../../../api/jobs/watch.ts'
import { saveResponse } from '../../../db/responses/save.ts'
import { listAlerts, raiseAlert } from '../../../db/watching/alerts.ts'
import { openDatabase } from '../../../db/open.ts'
import { survey, surveyVersion } from '../../../db/schema/index.ts'
import { pauseSurvey, publishSurvey } from '../../../db/surveys/surveys.ts'
import { dayFromIso, type Day } from '../../../surveys/days.ts'
import { surveyDefinition } from '../../../surveys/definition.ts'
import { makeApp, type TestApp } from '../../support/app.ts'
import { makeDatabase, temporaryFile } from '../../support/database.ts'
import { aResponse, definition, makeSurvey } from '../../support/surveys.ts'

type Shifts = {
  baseline: { from: string; to: string; n: number; setAt: number | null; by: string | null } | null
  waiting: { weeks: number; answers: number } | null
  shifts: {
    since: string
    at: string
    onset: { from: string; to: string }
    direction: string
    size: number
    low: number
    high: number
    n: number
  }[]
}
type Facts = { kind: string } & Record<string, unknown>
type Alert = {
  id: string
  question: string
  survey: { id: string; name: string }
  facts: Facts
  weeks: { from: string; n: number; score: number | null }[]
}

const DAY = 86_400_000
/** The Monday of the week in which the tests take place, which is not over. */
const THIS_WEEK = dayFromIso('2026-11-16')!
const USUAL = [10, 10, 10, 8, 3]
const WORSE = [10, 8, 3, 3, 3]
const MEDIOCRE = [10, 10, 8, 3, 3]

/** A live survey with so many answers, five to each of so many weeks before this one. */
async function withWeeks(app: TestApp, weeks: number[][], times = 8) {
  const survey = await makeSurvey(app.db)
  const first = THIS_WEEK - 7 * weeks.length
  await answer(
    app,
    survey.id,
    weeks.flatMap((scores, at) =>
      Array.from({ length: times }, () =>
        scores.map((score) => [first + 7 * at, score] as const),
      ).flat(),
    ),
  )
  return survey
}

const answer = (app: TestApp, surveyId: string, given: (readonly [day: Day, score: number])[]) =>
  Promise.all(
    given.map(([day, score]) =>
      saveResponse(app.db, aResponse(surveyId, { answers: { score }, day })),
    ),
  )

const calm = (weeks: number) => Array.from({ length: weeks }, () => USUAL)
const bad = (weeks: number) => Array.from({ length: weeks }, () => WORSE)

async function read<T>(app: TestApp, path: string): Promise<T> {
  const answer = await app.ask('viewer', `/api/v1${path}`)
  expect(answer.status).toBe(200)
  return (await answer.json()) as T
}
const alertsOf = async (app: TestApp) => (await read<{ alerts: Alert[] }>(app, '/alerts')).alerts

const put = (app: TestApp, path: string, json?: unknown, role: 'lead' | 'viewer' = 'lead') =>
  app.ask(role, `/api/v1${path}`, { method: 'PUT', json })

const RULES = {
  shift: { on: false },
  share: { on: false, over: 30, days: 14 },
  silence: { on: false, days: 5 },
}

describe('the shifts of a survey', () => {
  it('are told with their size and their weeks, against the first thirteen weeks', async () => {
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

  it('are those within the days that were asked for', async () => {
    const app = await makeApp()
    const { id } = await withWeeks(app, [...calm(15), ...bad(3)])
    const within = async (query: string) =>
      (await read<Shifts>(app, `/surveys/${id}/shifts?${query}`)).shifts.length
    expect(await within('from=2026-11-01')).toBe(1)
    expect(await within('from=2026-11-02')).toBe(0)
    expect(await within('to=2026-10-25')).toBe(0)
    expect(await within('to=2026-10-26')).toBe(1)
  })

  it('leave out the week that the first answer cut', async () => {
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

  it('leave the week out that is not over', async () => {
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
  it('settles once it has been learnt, and then stays whatever comes in', async () => {
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

  it('is set anew by a lead, and the log says who and when', async () => {
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

  it('starts anew with another scale of the question, whose old answers are of no use to it', async () => {
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

  it('without an end is learnt from the weeks after a day, by itself', async () => {
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

describe('an alert', () => {
  it('about a shift is raised once, with words’ facts and picture, and survives a restart', async () => {
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

  it('that was raised before onset and size had limits is read as it was', async () => {
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

  it('stays one when more answers of those weeks come in late', async () => {
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

  it('is not raised about old answers that come in with a file, though their shift is shown', async () => {
    const app = await makeApp()
    const { id } = await withWeeks(app, [...calm(15), ...bad(4), ...bad(4)])
    await watchSurveys(app.deps)
    expect((await read<Shifts>(app, `/surveys/${id}/shifts`)).shifts).toHaveLength(1)
    expect(await alertsOf(app)).toEqual([])
  })

  it('is raised for live surveys only, and only for what is switched on', async () => {
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

  it('about many unhappy answers is raised when even the share’s lower limit is over the bound', async () => {
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

  it('about a silence is raised once per silence, and counts from where answers were possible', async () => {
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

  it('is put aside by a lead for everyone, taken back, and never raised anew', async () => {
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

describe('the rules of watching', () => {
  it('suit the survey until somebody sets others', async () => {
    const app = await makeApp()
    const { id } = await withWeeks(app, calm(15))
    expect(await read(app, `/surveys/${id}/watch`)).toEqual({
      shift: { on: true },
      share: { on: false, over: 30, days: 14 },
      silence: { on: false, days: 4 },
      question: 'score',
      usual: { perWeek: 40, unhappy: 20 },
    })
    await put(app, `/surveys/${id}/watch`, RULES)
    expect(await read(app, `/surveys/${id}/watch`)).toMatchObject(RULES)
  })

  it('are those of a survey that exists', async () => {
    const app = await makeApp()
    expect((await put(app, '/surveys/nothing/watch', RULES)).status).toBe(404)
    expect((await put(app, '/surveys/nothing/baseline', { from: '2026-11-01' })).status).toBe(404)
  })

  it.each([
    [{ ...RULES, share: { on: true, over: 0, days: 14 } }, 'share.over'],
    [{ ...RULES, share: { on: true, over: 30.5, days: 14 } }, 'share.over'],
    [{ ...RULES, silence: { on: true, days: 91 } }, 'silence.days'],
    [{ ...RULES, shift: { on: 'yes' } }, 'shift.on'],
    [{ shift: { on: true } }, 'share'],
    [{ ...RULES, weather: true }, 'weather'],
  ])('refuse %j', async (rules, field) => {
    const app = await makeApp()
    const { id } = await makeSurvey(app.db)
    const answer = await put(app, `/surveys/${id}/watch`, rules)
    expect(answer.status).toBe(400)
    const { errors } = (await answer.json()) as { errors: { field: string }[] }
    expect(errors.map((error) => error.field)).toContain(field)
  })
})

describe('a second scored question', () => {
  const twice = surveyDefinition.parse({
    ...definition,
    questions: [
      ...definition.questions,
      {
        id: 'effort',
        kind: 'csat',
        text: { en: { ask: 'How satisfied are you?', low: 'Not at all', high: 'Very' } },
      },
    ],
  })
  const USUAL_EFFORT = [5, 5, 4, 4, 2]
  const WORSE_EFFORT = [4, 2, 2, 1, 1]

  /** Calm recommendations beside a satisfaction that falls in the last three of eighteen weeks. */
  async function withFallenEffort(app: TestApp) {
    const survey = await makeSurvey(app.db, 'twice', twice)
    const weeks = Array.from({ length: 18 }, (_, at) => (at < 15 ? USUAL_EFFORT : WORSE_EFFORT))
    await Promise.all(
      weeks.flatMap((efforts, at) =>
        Array.from({ length: 8 }, () =>
          efforts.map((effort, place) =>
            saveResponse(
              app.db,
              aResponse(survey.id, {
                definition: twice,
                answers: { score: USUAL[place]!, effort },
                day: THIS_WEEK - 7 * (18 - at),
              }),
            ),
          ),
        ).flat(),
      ),
    )
    return survey
  }

  it('is watched once somebody asks for it, and the main one goes on as before', async () => {
    const app = await makeApp()
    const { id } = await withFallenEffort(app)
    expect(await read(app, `/surveys/${id}/watch?question=effort`)).toMatchObject({
      question: 'effort',
      shift: { on: false },
      usual: { perWeek: 40, unhappy: 20 },
    })
    await watchSurveys(app.deps)
    expect(await alertsOf(app)).toEqual([])

    const asked = { ...RULES, question: 'effort', shift: { on: true } }
    expect((await put(app, `/surveys/${id}/watch`, asked)).status).toBe(200)
    expect(await read(app, `/surveys/${id}/watch`)).toMatchObject({
      question: 'score',
      shift: { on: true },
    })
    await watchSurveys(app.deps)
    await watchSurveys(app.deps)
    const alerts = await alertsOf(app)
    expect(alerts).toMatchObject([
      { question: 'effort', facts: { kind: 'shift', metric: 'csat', direction: 'down' } },
    ])
    expect(alerts[0]!.weeks.map(({ score }) => score)).toEqual([
      ...Array<number>(15).fill(80),
      20,
      20,
      20,
    ])
  })

  it('keeps its rules when those of the main one change', async () => {
    const app = await makeApp()
    const { id } = await withFallenEffort(app)
    await put(app, `/surveys/${id}/watch`, { ...RULES, question: 'effort', shift: { on: true } })
    await put(app, `/surveys/${id}/watch`, RULES)
    expect(await read(app, `/surveys/${id}/watch?question=effort`)).toMatchObject({
      shift: { on: true },
    })
  })

  it('has to be one of the survey’s own', async () => {
    const app = await makeApp()
    const { id } = await makeSurvey(app.db)
    const wrong = await put(app, `/surveys/${id}/watch`, { ...RULES, question: 'why' })
    expect(wrong.status).toBe(400)
    expect(await wrong.json()).toMatchObject({
      errors: [{ field: 'question', message: 'must be one of score' }],
    })
    expect((await app.ask('viewer', `/api/v1/surveys/${id}/watch?question=why`)).status).toBe(400)
  })
})

describe('a job', () => {
  it('logs what goes wrong by its name, and ends before it says that it has stopped', async () => {
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

  it('goes on with the other surveys when one of them cannot be watched', async () => {
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
