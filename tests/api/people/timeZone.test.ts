import { describe, expect, it } from 'vitest'
import { checkScoreboard } from '../../../db/doctor.ts'
import { saveResponse } from '../../../db/responses/save.ts'
import { finishImports, startImport } from '../../../db/importing/imports.ts'
import { stageResponses } from '../../../db/importing/staging.ts'
import { recountDays } from '../../../db/scores/timeZone.ts'
import { readWorkspace } from '../../../db/people/workspace.ts'
import { dayOf, isoOf } from '../../../surveys/days.ts'
import { Conflict } from '../../../surveys/errors.ts'
import { makeApp, type TestApp } from '../../support/app.ts'
import { aSubmission } from '../../support/pages.ts'
import { aResponse, definition, makeSurvey } from '../../support/surveys.ts'

const HOUR = 3_600_000

const move = (app: TestApp, timeZone: string) =>
  app.ask('admin', '/api/v1/workspace', { method: 'PATCH', json: { timeZone } })

/** The trend's number of answers per day, without days that have none. */
async function byDay(app: TestApp, surveyId: string, query = '') {
  const path = `/api/v1/surveys/${surveyId}/scores?by=day${query}`
  const { periods } = (await (await app.ask('viewer', path)).json()) as {
    periods: { from: string; n: number }[]
  }
  return new Map(periods.flatMap(({ from, n }) => (n ? [[from, n] as const] : [])))
}

function countedBy(zone: string, instants: number[]) {
  const days = new Map<string, number>()
  for (const at of instants.toSorted((a, b) => a - b)) {
    const day = isoOf(dayOf(at, zone))
    days.set(day, (days.get(day) ?? 0) + 1)
  }
  return days
}

/** Every 40 minutes through the days on which clocks changed somewhere in spring and autumn. */
const AROUND_CHANGES = [
  '2025-11-02',
  '2026-03-08',
  '2026-03-29',
  '2026-04-05',
  '2026-09-27',
  '2026-10-25',
].flatMap((iso) =>
  Array.from({ length: 108 }, (_, at) => Date.parse(iso) - 24 * HOUR + at * 40 * 60_000),
)

describe('another time zone', () => {
  it.each(['America/New_York', 'Pacific/Auckland', 'Asia/Kolkata', 'UTC'])(
    'counts every answer on its day in %s, and back again, on the days the clocks change too',
    async (zone) => {
      const app = await makeApp()
      const { id } = await makeSurvey(app.db)
      await Promise.all(
        AROUND_CHANGES.map((answeredAt) =>
          saveResponse(app.db, aResponse(id, { answeredAt, properties: { channel: 'chat' } })),
        ),
      )
      const all = '&from=2025-10-01&to=2026-11-20'
      expect(await byDay(app, id, all)).toEqual(countedBy('Europe/Prague', AROUND_CHANGES))

      const answer = await move(app, zone)
      expect(answer.status).toBe(200)
      expect(await answer.json()).toMatchObject({ timeZone: zone })
      expect((await readWorkspace(app.db))!.timeZone).toBe(zone)
      expect(await byDay(app, id, all)).toEqual(countedBy(zone, AROUND_CHANGES))
      expect(await byDay(app, id, `${all}&channel=chat`)).toEqual(countedBy(zone, AROUND_CHANGES))
      expect(await checkScoreboard(app.db)).toEqual([])

      await move(app, 'Europe/Prague')
      expect(await byDay(app, id, all)).toEqual(countedBy('Europe/Prague', AROUND_CHANGES))
      expect(await checkScoreboard(app.db)).toEqual([])
    },
  )

  it('puts answers from before 1970 and the not yet counted on their days as well', async () => {
    const app = await makeApp()
    const { id } = await makeSurvey(app.db)
    const answeredAt = Date.parse('1969-03-03T23:30:00Z')
    await saveResponse(app.db, aResponse(id, { answeredAt, complete: false }))
    await move(app, 'UTC')
    expect(await byDay(app, id, '&from=1969-01-01&to=1969-12-31')).toEqual(
      new Map([['1969-03-03', 1]]),
    )
    expect(await checkScoreboard(app.db)).toEqual([])
  })

  it('counts answers that are sent meanwhile once, on their day in the new time zone', async () => {
    const app = await makeApp({ environment: { RATE_LIMIT: 'off' } })
    const survey = await makeSurvey(app.db)
    // Noon in London and Prague is tomorrow in Kiritimati.
    app.clock.now = Date.parse('2026-11-20T12:00:00Z')
    const sent: Promise<Response>[] = []
    const send = () => {
      const { path, body } = aSubmission(
        { secret: app.deps.workspace.secret, survey },
        { score: sent.length % 11 },
        { channel: `new ${sent.length % 40}` },
        app.clock.now,
      )
      const put = async () =>
        app.app.request(`http://ohlas.test${path}`, {
          method: 'PUT',
          body,
          headers: { 'content-type': 'application/json' },
        })
      sent.push(put())
    }
    for (let before = 0; before < 100; before++) send()
    const timer = setInterval(send, 1)
    const moved = await move(app, 'Pacific/Kiritimati')
    clearInterval(timer)
    expect(moved.status).toBe(200)
    expect(sent.length).toBeGreaterThan(100)
    for (let after = 0; after < 20; after++) send()
    const answers = await Promise.all(sent)
    expect(answers.filter(({ status }) => status !== 200)).toEqual([])
    expect(await byDay(app, survey.id, '&from=2026-11-01&to=2026-11-30')).toEqual(
      new Map([['2026-11-21', sent.length]]),
    )
    expect(await checkScoreboard(app.db)).toEqual([])
  })

  it('recounts an answer whose day was determined just before', async () => {
    const app = await makeApp()
    const { id } = await makeSurvey(app.db)
    await move(app, 'Pacific/Kiritimati')
    const answeredAt = app.clock.now
    await saveResponse(app.db, aResponse(id, { answeredAt }))
    await recountDays(app.db, {
      timeZone: 'Pacific/Kiritimati',
      since: answeredAt,
      now: answeredAt,
    })
    expect(await byDay(app, id)).toEqual(new Map([['2026-11-21', 1]]))
    expect(await checkScoreboard(app.db)).toEqual([])
  })

  it('stores nothing of an import whose days were determined in the old time zone', async () => {
    const app = await makeApp()
    const { id: surveyId } = await makeSurvey(app.db)
    const run = { id: 'run', surveyId, fileName: 'answers.csv', now: app.clock.now }
    await startImport(app.db, run)
    await stageResponses(app.db, 'run', [aResponse(surveyId)])
    await move(app, 'UTC')
    const finish = (timeZone: string) =>
      finishImports(app.db, [
        { id: 'run', definition, rows: 1, staged: 1, timeZone, now: app.clock.now },
      ])
    await expect(finish('Europe/Prague')).rejects.toThrow(Conflict)
    expect((await byDay(app, surveyId)).size).toBe(0)
    await finish('UTC')
    expect((await byDay(app, surveyId)).size).toBe(1)
    expect(await checkScoreboard(app.db)).toEqual([])
  })
})

describe('the workspace', () => {
  it('accepts a new name, which customers see, and keeps its time zone', async () => {
    const app = await makeApp()
    const survey = await makeSurvey(app.db)
    const answer = await app.ask('admin', '/api/v1/workspace', {
      method: 'PATCH',
      json: { name: '  Nová & spol.  ' },
    })
    expect(await answer.json()).toMatchObject({ name: 'Nová & spol.', timeZone: 'Europe/Prague' })
    const page = await app.app.request(`http://ohlas.test/s/${survey.slug}`)
    expect(await page.text()).toContain('Nová &amp; spol.')
  })

  it.each([
    [{ timeZone: 'Europe/Praha' }, ['timeZone']],
    [{ timeZone: '+02:00' }, ['timeZone']],
    [{ timeZone: '' }, ['timeZone']],
    [{ timeZone: 3 }, ['timeZone']],
    [{ timeZone: null }, ['timeZone']],
    [{ name: ' ', timeZone: 'UTC' }, ['name']],
    [{ name: 'x'.repeat(101) }, ['name']],
    [{ secret: 'mine' }, ['secret']],
    [{ name: 'Acme', planet: 'Mars' }, ['planet']],
  ])('answers %j with 400 and the field', async (json, fields) => {
    const app = await makeApp()
    const answer = await app.ask('admin', '/api/v1/workspace', { method: 'PATCH', json })
    expect(answer.status).toBe(400)
    const { errors } = (await answer.json()) as { errors: { field: string }[] }
    expect(errors.map(({ field }) => field)).toEqual(fields)
    expect(app.deps.workspace).toMatchObject({ name: 'Acme', timeZone: 'Europe/Prague' })
  })

  it('can be changed by admins only', async () => {
    const app = await makeApp()
    const ask = async (role: 'viewer' | 'lead' | null) =>
      (await app.ask(role, '/api/v1/workspace', { method: 'PATCH', json: { name: 'Mine' } })).status
    expect(await Promise.all([ask(null), ask('viewer'), ask('lead')])).toEqual([401, 403, 403])
    expect(app.deps.workspace.name).toBe('Acme')
  })
})
