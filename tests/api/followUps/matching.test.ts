import { describe, expect, it } from 'vitest'
import { makeApp, type TestApp } from '../../support/app.ts'
import { change, countsOf, list, withCases, type FollowUp } from './desk.ts'

const changeMatching = (app: TestApp, query: string, json: unknown) =>
  app.ask('lead', `/api/v1/follow-up-changes${query}`, { method: 'POST', json })

const undo = (app: TestApp, id: string) =>
  app.ask('lead', `/api/v1/follow-up-changes/${id}`, { method: 'DELETE' })

describe('all cases that match', () => {
  it('change with one request, however many they are, and can be restored, except those changed since', async () => {
    const app = await makeApp()
    await withCases(app, 620)
    const [first, second, third] = (await list(app)).followUps
    await change(app, first!.id, { state: 'contacted' })
    await change(app, second!.id, { state: 'dismissed', reason: 'duplicate' })
    app.clock.now += 1000

    const answer = await changeMatching(app, '?state=open', {
      count: 619,
      state: 'dismissed',
      reason: 'test',
    })
    expect(answer.status).toBe(200)
    const { id, changed } = (await answer.json()) as { id: string; changed: number }
    expect(changed).toBe(619)
    expect(await countsOf(app)).toMatchObject({ open: 0, closed: 620 })
    expect(await countsOf(app, '?reason=test')).toMatchObject({ matching: 619 })

    app.clock.now += 1000
    await change(app, third!.id, { state: 'resolved' })
    expect(await (await undo(app, id)).json()).toEqual({ restored: 618 })
    expect(await countsOf(app)).toMatchObject({
      new: 617,
      contacted: 1,
      resolved: 1,
      dismissed: 1,
    })
    expect(await (await undo(app, id)).json()).toEqual({ restored: 0 })
  })

  it('get back their reasons for being closed', async () => {
    const app = await makeApp()
    await withCases(app, 2)
    const [first, second] = (await list(app)).followUps as [FollowUp, FollowUp]
    await change(app, first.id, { state: 'dismissed', reason: 'duplicate' })
    await change(app, second.id, { state: 'resolved' })
    const { id: owner } = await app.addMember('lead', 'lena')
    const answer = await changeMatching(app, '?state=closed', { count: 2, state: 'new', owner })
    const { id } = (await answer.json()) as { id: string }
    expect((await list(app, '?state=open')).followUps).toMatchObject([
      { reason: null, owner: { name: 'lena' } },
      { reason: null, owner: { name: 'lena' } },
    ])
    await undo(app, id)
    const closed = (await list(app, '?state=closed')).followUps
    expect(closed.find((each) => each.id === first.id)).toMatchObject({
      state: 'dismissed',
      reason: 'duplicate',
      owner: null,
    })
    expect(closed.find((each) => each.id === second.id)).toMatchObject({
      state: 'resolved',
      reason: null,
    })
  })

  it('stay unchanged if their number isn’t the confirmed one', async () => {
    const app = await makeApp()
    await withCases(app, 3)
    const answer = await changeMatching(app, '?state=open', { count: 2, state: 'dismissed' })
    expect(answer.status).toBe(409)
    expect(await countsOf(app)).toMatchObject({ open: 3, closed: 0 })
    expect((await undo(app, 'none')).status).toBe(404)
  })
})

describe('a reason', () => {
  it('is stored with the case and in its history, and is cleared when the case is reopened', async () => {
    const app = await makeApp()
    await withCases(app, 2)
    const [{ id }] = (await list(app)).followUps as [FollowUp]
    await change(app, id, { state: 'resolved', reason: 'refunded' })
    const other = await change(app, id, { state: 'resolved', reason: 'fixed' })
    expect(await other.json()).toMatchObject({
      reason: 'fixed',
      timeline: [
        { kind: 'state', text: 'resolved', detail: 'refunded' },
        { kind: 'state', text: 'resolved', detail: 'fixed' },
      ],
    })
    expect((await list(app, '?reason=fixed')).followUps).toHaveLength(1)
    const file = await (await app.ask('lead', '/api/v1/follow-ups.csv?state=closed')).text()
    expect(file).toContain(`${id},resolved,fixed,`)
    const reopened = await change(app, id, { state: 'new' })
    expect(await reopened.json()).toMatchObject({ state: 'new', reason: null })
  })

  it.each([
    { state: 'resolved', reason: 'duplicate' },
    { state: 'contacted', reason: 'other' },
    { reason: 'fixed' },
    { state: 'resolved', reason: 'because' },
  ])('is refused if it isn’t a reason of the state: %o', async (json) => {
    const app = await makeApp()
    await withCases(app, 1)
    const [{ id }] = (await list(app)).followUps as [FollowUp]
    const answer = await change(app, id, json)
    expect(answer.status).toBe(400)
    expect(await answer.json()).toMatchObject({ errors: [{ field: 'reason' }] })
  })
})
