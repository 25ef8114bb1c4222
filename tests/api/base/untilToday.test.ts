import { expect, it } from 'vitest'
import { checkScoreboard } from '../../../db/doctor.ts'
import { futureDated, redateFuture } from '../../../db/scores/redating.ts'
import { saveResponse } from '../../../db/responses/save.ts'
import { dayOf } from '../../../surveys/days.ts'
import { makeApp, type TestApp } from '../../support/app.ts'
import { NOW } from '../../support/clock.ts'
import { aResponse, makeSurvey } from '../../support/surveys.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const ZONE = 'Europe/Prague'

/** Creates a survey with a low answer at each of these instants, all in one group. */
async function answeredAt(app: TestApp, ...instants: number[]) {
  const { id } = await makeSurvey(app.db)
  for (const at of instants)
    await saveResponse(
      app.db,
      aResponse(id, {
        answers: { score: 3 },
        properties: { channel: 'chat' },
        answeredAt: at,
        day: dayOf(at, ZONE),
        now: at,
        dueAt: at + DAY,
      }),
    )
  return id
}

type N = { n: number }

/** The counts in the API's responses. */
type Counts = N & {
  total: N
  now: N
  segments: { channel: { chat: N } }
  counted: number
  responses: unknown[]
  surveys: [{ now: N; survey: { answers: number } }]
  versions: [{ answers: number }]
  followUps: unknown[]
  open: number
  needs: { new: number }
}

/** Reads how many answers each of these routes counts. */
async function counts(app: TestApp, id: string) {
  const read = async (path: string) => {
    const answer = await app.ask('lead', `/api/v1${path}`)
    expect([path, answer.status]).toEqual([path, 200])
    return answer
  }
  const json = async (path: string): Promise<Counts> => (await read(path)).json()
  const survey = `/surveys/${id}`
  const overview = await json('/overview')
  const lines = async (path: string) => (await (await read(path)).text()).trim().split('\n').length
  return {
    scores: (await json(`${survey}/scores`)).total.n,
    withTo: (await json(`${survey}/scores?from=2026-11-01&to=2099-01-01&by=month`)).total.n,
    customers: (await json(`${survey}/scores?counting=customers`)).total.n,
    group: (await json(`${survey}/scores?channel=chat`)).total.n,
    segment: (await json(`${survey}/scores`)).segments.channel.chat.n,
    change: (await json(`${survey}/change?from=2026-11-01`)).now.n,
    exclusions: (await json(`${survey}/exclusions`)).counted,
    list: (await json(`${survey}/responses`)).responses.length,
    count: (await json(`${survey}/responses/count?question=score`)).n,
    csv: (await lines(`${survey}/responses.csv`)) - 1,
    overview: overview.surveys[0].now.n,
    answers: overview.surveys[0].survey.answers,
    version: (await json(`${survey}/versions`)).versions[0].answers,
    cases: (await json('/follow-ups')).followUps.length,
    casesCounted: (await json('/follow-up-counts')).open,
    casesNeeded: overview.needs.new,
    casesCsv: (await lines('/follow-ups.csv')) - 1,
  }
}

it('counts answers up to today everywhere, and a future answer from its day on', async () => {
  const app = await makeApp()
  const id = await answeredAt(app, NOW - HOUR, NOW + 8 * HOUR, NOW + 20 * HOUR)
  const today = await counts(app, id)
  expect(new Set(Object.values(today))).toEqual(new Set([2]))
  app.clock.now += 12 * HOUR
  const tomorrow = await counts(app, id)
  expect(new Set(Object.values(tomorrow))).toEqual(new Set([3]))
})

it.each([20_000 * DAY, -20_000 * DAY, -45_000 * DAY])(
  'keeps all counts intact if a clock was wrong by %d ms',
  async (off) => {
    const app = await makeApp()
    const id = await answeredAt(app, NOW - HOUR, NOW + off)
    for (const path of [
      'scores',
      'scores?by=day',
      'scores?by=week',
      'change',
      'shifts',
      'exclusions',
    ]) {
      const answer = await app.ask('viewer', `/api/v1/surveys/${id}/${path}`)
      expect([path, answer.status]).toEqual([path, 200])
    }
    const answer = await app.ask('viewer', `/api/v1/surveys/${id}/scores?by=day`)
    const { to, total } = (await answer.json()) as { to: string; total: { n: number } }
    expect([to, total.n]).toEqual(['2026-11-20', 1])
  },
)

it('shows a range in the future as empty, not as an error', async () => {
  const app = await makeApp()
  const id = await answeredAt(app, NOW + 3 * DAY)
  const answer = await app.ask(
    'viewer',
    `/api/v1/surveys/${id}/scores?from=2026-11-21&to=2026-12-24`,
  )
  expect(await answer.json()).toMatchObject({ from: '2026-11-21', total: { n: 0 }, periods: [] })
})

it('reports answers dated in the future in the doctor, and dates them today on request', async () => {
  const app = await makeApp()
  const id = await answeredAt(app, NOW - HOUR, NOW + 20_000 * DAY)
  const world = { now: NOW, timeZone: ZONE }
  expect(await futureDated(app.db, world)).toEqual([
    expect.stringMatching(
      /^response \S+ is dated 2081-08-23, after today; it counts from that day on$/,
    ),
  ])
  expect(await redateFuture(app.db, world)).toBe(1)
  expect(await futureDated(app.db, world)).toEqual([])
  expect(await checkScoreboard(app.db)).toEqual([])
  const after = await counts(app, id)
  expect(new Set(Object.values(after))).toEqual(new Set([2]))
})
