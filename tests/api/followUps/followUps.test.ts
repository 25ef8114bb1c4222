import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { saveResponse } from '../../../db/responses/save.ts'
import { NOW } from '../../support/clock.ts'
import { makeApp, type TestApp } from '../../support/app.ts'
import { aResponse, makeSurvey } from '../../support/surveys.ts'

type FollowUp = {
  id: string
  state: string
  note: string | null
  owner: { id: string; name: string } | null
  contactedAt: number | null
  closedAt: number | null
  timeline: { kind: string; text: string | null; by: string }[]
  history: { id: string }[]
  response: { id: string }
}
type Page = { followUps: FollowUp[]; next: string | null; counts: Record<string, number> }

async function withCases(app: TestApp, count: number, properties: Record<string, string> = {}) {
  const { id } = await makeSurvey(app.db)
  for (let index = 0; index < count; index++)
    await saveResponse(
      app.db,
      aResponse(id, {
        answers: { score: index % 7, why: `Reason ${index}` },
        properties,
        answeredAt: NOW - index * 60_000,
        customer: { email: 'eva@example.com', name: 'Eva' },
      }),
    )
  return id
}

const list = async (app: TestApp, query = '') =>
  (await (await app.ask('lead', `/api/v1/follow-ups${query}`)).json()) as Page

const change = (app: TestApp, id: string, json: unknown) =>
  app.ask('lead', `/api/v1/follow-ups/${id}`, { method: 'PATCH', json })

describe('the desk', () => {
  it('pages through all cases, newest first, each once', async () => {
    const app = await makeApp()
    await withCases(app, 23)
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const page: Page = await list(app, `?limit=5${cursor ? `&cursor=${cursor}` : ''}`)
      seen.push(...page.followUps.map(({ id }) => id))
      cursor = page.next
    } while (cursor)
    expect(new Set(seen).size).toBe(23)
    expect(seen).toHaveLength(23)
  })

  it('writes down who did what, and when the customer was first contacted', async () => {
    const app = await makeApp()
    await withCases(app, 2)
    const { id: ownerId } = await app.addMember('lead', 'lena')
    const [{ id }] = (await list(app)).followUps as [FollowUp]

    app.clock.now += 1000
    const contacted = (await (
      await change(app, id, { state: 'contacted', owner: ownerId, note: 'Called, will call back' })
    ).json()) as FollowUp
    expect(contacted).toMatchObject({
      state: 'contacted',
      owner: { id: ownerId, name: 'lena' },
      note: 'Called, will call back',
      contactedAt: NOW + 1000,
      closedAt: null,
    })
    app.clock.now += 1000
    const resolved = (await (await change(app, id, { state: 'resolved' })).json()) as FollowUp
    expect(resolved).toMatchObject({ contactedAt: NOW + 1000, closedAt: NOW + 2000 })
    expect(resolved.timeline.map(({ kind, text }) => [kind, text])).toEqual([
      ['state', 'contacted'],
      ['owner', 'lena'],
      ['note', 'Called, will call back'],
      ['state', 'resolved'],
    ])
    expect(resolved.timeline[0]!.by).toBe("a lead's key")
    expect(resolved.history).toHaveLength(1)
    const reopened = (await (await change(app, id, { state: 'new' })).json()) as FollowUp
    expect(reopened).toMatchObject({ state: 'new', closedAt: null })
  })

  it('keeps a note that grows as one, and lets it be taken away', async () => {
    const app = await makeApp()
    await withCases(app, 1)
    const [{ id }] = (await list(app)).followUps as [FollowUp]
    const write = async (note: string | null, later: number) => {
      app.clock.now += later
      return (await (await change(app, id, { note })).json()) as FollowUp & { note: string | null }
    }
    await write('Called', 0)
    await write('Called, will call back', 60_000)
    const next = await write('Called twice', 11 * 60_000)
    const texts = ({ timeline }: FollowUp) => timeline.map(({ text }) => text)
    expect(texts(next)).toEqual(['Called, will call back', 'Called twice'])

    const cleared = await write('', 3_600_000)
    expect(cleared.note).toBeNull()
    expect(texts(cleared)).toEqual(['Called, will call back', 'Called twice', null])
    expect(texts(await write(null, 3_600_000))).toHaveLength(3)
  })

  it('filters by state, owner, survey, lateness and property, and counts the rest', async () => {
    const app = await makeApp()
    const survey = await withCases(app, 4, { channel: 'chat' })
    const [first] = (await list(app)).followUps
    await change(app, first!.id, { state: 'dismissed' })

    expect((await list(app, '?state=dismissed')).followUps).toHaveLength(1)
    expect((await list(app, '?owner=none&state=new')).followUps).toHaveLength(3)
    expect((await list(app, `?survey=${survey}&channel=chat`)).followUps).toHaveLength(4)
    expect((await list(app, '?overdue=true')).followUps).toHaveLength(0)
    app.clock.now += 2 * 86_400_000
    const late = (await list(app, '?overdue=true')).followUps.map(({ id }) => id)
    expect(late).toHaveLength(3)
    const page = await list(app, '?overdue=true&limit=2')
    const rest = await list(app, `?overdue=true&limit=2&cursor=${page.next}`)
    expect([...page.followUps, ...rest.followUps].map(({ id }) => id)).toEqual(late)
    const newestFirst = (await list(app, '?state=new')).followUps.map(({ id }) => id)
    expect(late).toEqual(newestFirst.toReversed())
    expect((await list(app, '?state=new')).counts).toMatchObject({
      new: 3,
      dismissed: 1,
      overdue: 3,
    })
  })

  it('shows, and exports, the cases opened on the days asked for', async () => {
    const app = await makeApp()
    const { id } = await makeSurvey(app.db)
    for (const day of [0, 1, 2, 3])
      await saveResponse(
        app.db,
        aResponse(id, { answers: { score: day }, answeredAt: NOW - day * 86_400_000 }),
      )
    const iso = (day: number) => new Date(NOW - day * 86_400_000).toISOString().slice(0, 10)
    const range = `?from=${iso(2)}&to=${iso(1)}`
    const shown = await list(app, range)
    expect(shown.followUps).toHaveLength(2)
    expect(shown.counts.new).toBe(2)
    const file = await (await app.ask('lead', `/api/v1/follow-ups.csv${range}`)).text()
    expect(file.trim().split('\r\n')).toHaveLength(3)
    expect((await app.ask('lead', '/api/v1/follow-ups?from=soon')).status).toBe(400)
  })

  it.each([
    [{ state: 'done' }, 'state'],
    [{ owner: 'nobody I know' }, 'owner'],
    [{ note: 7 }, 'note'],
    [{ owner: '' }, 'owner'],
    [{ note: 'a\0b' }, 'note'],
    [{ colour: 'red' }, 'colour'],
    [{}, 'body'],
  ])('refuses %o and changes nothing', async (json, field) => {
    const app = await makeApp()
    await withCases(app, 1)
    const [{ id }] = (await list(app)).followUps as [FollowUp]
    const answer = await change(app, id, json)
    expect(answer.status).toBe(400)
    const { errors } = (await answer.json()) as { errors: { field: string }[] }
    expect(errors[0]!.field).toBe(field)
    const after = (await (await app.ask('lead', `/api/v1/follow-ups/${id}`)).json()) as FollowUp
    expect(after).toMatchObject({ state: 'new', note: null, timeline: [] })
  })

  it('answers 404 for a case that is not there, and 400 for broken JSON', async () => {
    const app = await makeApp()
    expect((await change(app, 'none', { state: 'resolved' })).status).toBe(404)
    const broken = await app.ask('lead', '/api/v1/follow-ups/none', {
      method: 'PATCH',
      body: '{"state":',
      headers: { 'content-type': 'application/json' },
    })
    expect(broken.status).toBe(400)
  })
})

describe('many cases at once', () => {
  const changeMany = (app: TestApp, json: unknown) =>
    app.ask('lead', '/api/v1/follow-ups', { method: 'PATCH', json })
  const read = async (app: TestApp, id: string) =>
    (await (await app.ask('lead', `/api/v1/follow-ups/${id}`)).json()) as FollowUp

  it('change together, and each remembers who did it', async () => {
    const app = await makeApp()
    await withCases(app, 5)
    const { id: owner } = await app.addMember('lead', 'lena')
    const ids = (await list(app)).followUps.map(({ id }) => id)
    await change(app, ids[0]!, { state: 'dismissed' })
    app.clock.now += 1000

    const answer = await changeMany(app, { ids: ids.slice(0, 3), state: 'dismissed', owner })
    expect(answer.status).toBe(200)
    const { followUps } = (await answer.json()) as Page
    expect(followUps.map(({ id }) => id)).toEqual(ids.slice(0, 3))
    for (const each of followUps)
      expect(each).toMatchObject({ state: 'dismissed', owner: { name: 'lena' } })
    expect(followUps.map(({ closedAt }) => closedAt)).toEqual([NOW, NOW + 1000, NOW + 1000])
    const timelines = await Promise.all(ids.map(async (id) => (await read(app, id)).timeline))
    expect(timelines.map((events) => events.map(({ text }) => text))).toEqual([
      ['dismissed', 'lena'],
      ['dismissed', 'lena'],
      ['dismissed', 'lena'],
      [],
      [],
    ])
    expect((await list(app)).counts).toMatchObject({ new: 2, dismissed: 3 })
    const again = await changeMany(app, { ids: ids.slice(0, 3), state: 'new', owner: null })
    expect(((await again.json()) as Page).followUps[1]).toMatchObject({
      state: 'new',
      owner: null,
      closedAt: null,
    })
  })

  it('are not changed at all when one of them is none', async () => {
    const app = await makeApp()
    await withCases(app, 2)
    const ids = (await list(app)).followUps.map(({ id }) => id)
    const answer = await changeMany(app, { ids: [...ids, 'nobody'], state: 'resolved' })
    expect(answer.status).toBe(400)
    expect(await answer.json()).toMatchObject({
      errors: [{ field: 'ids.2', message: 'is not the id of a case' }],
    })
    expect((await list(app)).counts).toMatchObject({ new: 2, resolved: 0 })
    expect((await read(app, ids[0]!)).timeline).toEqual([])
  })

  it.each([
    [{ state: 'new' }, 'ids'],
    [{ ids: [], state: 'new' }, 'ids'],
    [{ ids: 'all', state: 'new' }, 'ids'],
    [{ ids: Array(201).fill('x'), state: 'new' }, 'ids'],
    [{ ids: [7], state: 'new' }, 'ids.0'],
    [{ ids: ['x'], state: 'done' }, 'state'],
    [{ ids: ['x'], owner: 'nobody I know' }, 'owner'],
    [{ ids: ['x'], note: 'the same for all' }, 'note'],
    [{ ids: ['x'] }, 'body'],
  ])('refuse %o', async (json, field) => {
    const app = await makeApp()
    const answer = await changeMany(app, json)
    expect(answer.status).toBe(400)
    const { errors } = (await answer.json()) as { errors: { field: string }[] }
    expect(errors[0]!.field).toBe(field)
  })

  it('are for leads, not for viewers', async () => {
    const app = await makeApp()
    const answer = await app.ask('viewer', '/api/v1/follow-ups', {
      method: 'PATCH',
      json: { ids: ['x'], state: 'new' },
    })
    expect(answer.status).toBe(403)
  })
})

describe('the file', () => {
  const read = async (app: TestApp, path: string) => {
    const answer = await app.ask('lead', path)
    const bytes = Buffer.from(await answer.arrayBuffer())
    return {
      answer,
      bytes,
      rows: parse(bytes, { bom: true, columns: true }) as Record<string, string>[],
    }
  }

  it('has exactly the cases that the filter shows, with stable ids', async () => {
    const app = await makeApp()
    await withCases(app, 12, { channel: 'chat' })
    const [first] = (await list(app)).followUps
    await change(app, first!.id, { state: 'resolved', note: 'Sorted' })

    const { answer, bytes, rows } = await read(app, '/api/v1/follow-ups.csv?state=new')
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(answer.headers.get('content-disposition')).toMatch(
      /attachment; filename="ohlas-follow-ups/,
    )
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const shown = await list(app, '?state=new&limit=200')
    expect(rows.map(({ id }) => id)).toEqual(shown.followUps.map(({ id }) => id))
    expect(rows[0]).toMatchObject({ 'property.channel': 'chat', customer_email: 'eva@example.com' })
  })

  it('lets no cell run as a formula', async () => {
    const app = await makeApp()
    const { id } = await makeSurvey(app.db)
    const evil = ['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '"quoted", with comma\nand line']
    for (const why of evil)
      await saveResponse(
        app.db,
        aResponse(id, { answers: { score: 1, why }, properties: { agent: why.trim() } }),
      )
    const { rows } = await read(app, `/api/v1/surveys/${id}/responses.csv`)
    expect(rows).toHaveLength(evil.length)
    for (const row of rows)
      for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+\-@\t\r]/)
    expect(rows.map((row) => row['answer.why'])).toContain('"quoted", with comma\nand line')
  })

  it('pages through more responses than one read takes, without losing or repeating any', async () => {
    const app = await makeApp()
    const { id } = await makeSurvey(app.db)
    await Promise.all(
      Array.from({ length: 1203 }, (_, index) =>
        // Many share one instant, as imported days do.
        saveResponse(app.db, aResponse(id, { answeredAt: NOW - (index % 3) * 1000 })),
      ),
    )
    const { rows } = await read(app, `/api/v1/surveys/${id}/responses.csv`)
    expect(new Set(rows.map((row) => row.id)).size).toBe(1203)
    expect(rows).toHaveLength(1203)
  })
})
