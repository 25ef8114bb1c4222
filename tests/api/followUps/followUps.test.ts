import { describe, expect, it } from 'vitest'
import { saveResponse } from '../../../db/responses/save.ts'
import { NOW } from '../../support/clock.ts'
import { makeApp } from '../../support/app.ts'
import { aResponse, makeSurvey } from '../../support/surveys.ts'
import { withCases, list, change, countsOf, type FollowUp, type Page } from './desk.ts'

describe('the desk', () => {
  it('pages through all cases, each once', async () => {
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

  it('records who did what, and when the customer was first contacted', async () => {
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

  it('records edits of a note as one event, and lets the note be removed', async () => {
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
    const byDeadline = (await list(app, '?state=new')).followUps.map(({ id }) => id)
    expect(late).toEqual(byDeadline)
    expect(await countsOf(app, '?state=new')).toMatchObject({
      new: 3,
      dismissed: 1,
      overdue: 3,
      matching: 3,
    })
  })

  it('lists and exports the cases opened on the chosen days', async () => {
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
    expect((await countsOf(app, range)).new).toBe(2)
    const file = await (await app.ask('lead', `/api/v1/follow-ups.csv${range}`)).text()
    expect(file.trim().split('\r\n')).toHaveLength(3)
    expect((await app.ask('lead', '/api/v1/follow-ups?from=soon')).status).toBe(400)
  })

  it.each([
    [{ state: 'done' }, 'state'],
    [{ owner: 'nobody I know' }, 'owner'],
    [{ note: 7 }, 'note'],
    [{ owner: '' }, 'owner'],
    [{ owner: 'a\0b' }, 'owner'],
    [{ owner: 'a\ud800b' }, 'owner'],
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
