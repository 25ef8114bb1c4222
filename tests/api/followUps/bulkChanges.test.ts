import { describe, expect, it } from 'vitest'
import { NOW } from '../../support/clock.ts'
import { makeApp, type TestApp } from '../../support/app.ts'
import { withCases, list, change, countsOf, type FollowUp, type Page } from './desk.ts'

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
    expect(await countsOf(app)).toMatchObject({ new: 2, dismissed: 3 })
    const again = await changeMany(app, { ids: ids.slice(0, 3), state: 'new', owner: null })
    expect(((await again.json()) as Page).followUps[1]).toMatchObject({
      state: 'new',
      owner: null,
      closedAt: null,
    })
  })

  it('are not changed at all if one of them doesn’t exist', async () => {
    const app = await makeApp()
    await withCases(app, 2)
    const ids = (await list(app)).followUps.map(({ id }) => id)
    const answer = await changeMany(app, { ids: [...ids, 'nobody'], state: 'resolved' })
    expect(answer.status).toBe(400)
    expect(await answer.json()).toMatchObject({
      errors: [{ field: 'ids.2', message: 'is not the id of a case' }],
    })
    expect(await countsOf(app)).toMatchObject({ new: 2, resolved: 0 })
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
