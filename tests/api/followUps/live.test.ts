import { expect, it, onTestFinished } from 'vitest'
import { endSessions } from '../../../db/people/sessions.ts'
import { pruneChanges } from '../../../db/followUps/liveChanges.ts'
import { saveResponse } from '../../../db/responses/save.ts'
import { user } from '../../../db/schema/index.ts'
import type { LiveChange } from '../../../surveys/followUps.ts'
import { makeApp, type TestApp } from '../../support/app.ts'
import { aResponse, makeSurvey } from '../../support/surveys.ts'
import { change, withCases } from './desk.ts'

type Event = { id: string; event: string; data: string }

/** Reads the events of a stream one by one; undefined once it has ended. */
function eventsOf(response: Response) {
  expect(response.headers.get('content-type')).toBe('text/event-stream')
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  return {
    leave: () => reader.cancel(),
    async next(): Promise<Event | undefined> {
      while (!text.includes('\n\n')) {
        const { done, value } = await reader.read()
        if (done) return undefined
        text += value
      }
      const [block] = text.split('\n\n', 1) as [string]
      text = text.slice(block.length + 2)
      const fields = block.split('\n').map((line) => line.split(/: (.*)/s).slice(0, 2))
      return Object.fromEntries(fields) as Event
    },
  }
}

/** An app whose streams end with the test. */
async function makeLiveApp(): Promise<TestApp> {
  const app = await makeApp()
  onTestFinished(() => app.deps.liveDesks.stop())
  return app
}

const listen = async (app: TestApp, query = '', headers: Record<string, string> = {}) =>
  eventsOf(await app.ask('lead', `/api/v1/follow-up-events${query}`, { headers }))

async function changesOf(desk: Awaited<ReturnType<typeof listen>>) {
  const event = await desk.next()
  expect(event?.event).toBe('changes')
  return { id: event!.id, changes: JSON.parse(event!.data) as LiveChange[] }
}

const counts = async (app: TestApp) =>
  (await (await app.ask('lead', '/api/v1/follow-up-counts/open')).json()) as {
    open: number
    cursor: string
  }

it('sends every desk what was opened, changed and withdrawn, in the order of the commits', async () => {
  const app = await makeLiveApp()
  const surveyId = await withCases(app, 1)
  const desks = [await listen(app), await listen(app), await listen(app)]
  for (const desk of desks) expect((await desk.next())?.event).toBe('ready')

  const opened = aResponse(surveyId, { answers: { score: 2 } })
  await saveResponse(app.db, opened)
  for (const desk of desks)
    expect((await changesOf(desk)).changes).toMatchObject([
      { id: opened.id, survey: surveyId, before: null, after: { state: 'new', owner: null } },
    ])

  const { id: owner } = await app.addMember('lead', 'lena')
  await change(app, opened.id, { state: 'contacted', owner })
  const [first] = await Promise.all(desks.map(changesOf))
  expect(first!.changes).toMatchObject([
    { before: { state: 'new', owner: null }, after: { state: 'contacted' } },
    { before: { state: 'contacted', owner: null }, after: { owner: { id: owner, name: 'lena' } } },
  ])

  await app.ask('admin', `/api/v1/responses/${opened.id}/exclusion`, { method: 'PUT' })
  expect((await changesOf(desks[0]!)).changes.at(-1)).toMatchObject({
    before: { state: 'contacted', owner },
    after: null,
  })
})

it('continues after the last event that a client has received', async () => {
  const app = await makeLiveApp()
  const surveyId = await withCases(app, 1)
  const { cursor } = await counts(app)
  const save = (score: number) => saveResponse(app.db, aResponse(surveyId, { answers: { score } }))
  await save(1)
  const desk = await listen(app, `?after=${cursor}`)
  expect(await desk.next()).toMatchObject({ event: 'ready', id: cursor })
  const seen = await changesOf(desk)
  expect(seen.changes).toHaveLength(1)
  await desk.leave()

  await save(2)
  await save(3)
  const again = await listen(app, `?after=${cursor}`, { 'last-event-id': seen.id })
  expect((await again.next())?.event).toBe('ready')
  const { changes } = await changesOf(again)
  expect(changes.map((each) => each.after?.state)).toEqual(['new', 'new'])
  expect(changes.map((each) => each.cursor).toSorted()).toEqual(changes.map((each) => each.cursor))
  expect((await counts(app)).cursor).toBe(changes.at(-1)!.cursor)
})

it('tells a client to read again after a cursor that is too old, unknown or of another database', async () => {
  const app = await makeLiveApp()
  const surveyId = await withCases(app, 5)
  const { cursor } = await counts(app)
  await pruneChanges(app.db, 2)
  for (const after of ['00000000001', 'zzzzzzzzzzz', 'whatever']) {
    const desk = await listen(app, `?after=${after}`)
    expect(await desk.next()).toMatchObject({ event: 'ready', id: cursor })
    expect(await desk.next()).toMatchObject({ event: 'reset', id: cursor })
    await desk.leave()
  }
  for (let n = 0; n < 201; n++)
    await saveResponse(app.db, aResponse(surveyId, { answers: { score: 1 } }))
  const desk = await listen(app, `?after=${cursor}`)
  await desk.next()
  expect(await desk.next()).toMatchObject({ event: 'reset', id: (await counts(app)).cursor })
})

it('ends the stream with the session, and when the role is taken away', async () => {
  const app = await makeLiveApp()
  await makeSurvey(app.db)
  const open = async (name: string) => {
    const { id } = await app.addMember('lead', name)
    const signedIn = await app.app.request('http://ohlas.test/api/auth/sign-in/email', {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'http://ohlas.test' },
      body: JSON.stringify({ email: `${name}@ohlas.test`, password: app.password }),
    })
    const cookie = signedIn.headers.get('set-cookie')!.split(';')[0]!
    const desk = eventsOf(
      await app.app.request('http://ohlas.test/api/v1/follow-up-events', { headers: { cookie } }),
    )
    expect((await desk.next())?.event).toBe('ready')
    return { id, desk }
  }
  const [signedOut, demoted] = [await open('sam'), await open('dora')]
  await endSessions(app.db, { userId: signedOut.id, exceptId: 'none' }, app.clock.now)
  await app.db.orm.update(user).set({ role: 'viewer' })
  expect(await signedOut.desk.next()).toBeUndefined()
  expect(await demoted.desk.next()).toBeUndefined()
})

it('is for people who follow up', async () => {
  const app = await makeLiveApp()
  expect((await app.ask('viewer', '/api/v1/follow-up-events')).status).toBe(403)
})
