import { describe, expect, it } from 'vitest'
import { saveResponse } from '../../../db/responses/save.ts'
import { makeApp, type TestApp } from '../../support/app.ts'
import { NOW } from '../../support/clock.ts'
import { aResponse, makeSurvey } from '../../support/surveys.ts'
import { change, countsOf, list, withCases, type FollowUp } from './desk.ts'

const HOUR = 3_600_000

const log = (app: TestApp, id: string, json: unknown) =>
  app.ask('lead', `/api/v1/follow-ups/${id}/contacts`, { method: 'POST', json })

describe('a contact logged by hand', () => {
  it('counts as the first reply, from when it took place', async () => {
    const app = await makeApp()
    await withCases(app, 1)
    const [{ id }] = (await list(app)).followUps as [FollowUp]
    app.clock.now += 3 * HOUR
    const answer = await log(app, id, { channel: 'phone', at: NOW + HOUR, text: 'Will call back' })
    expect(answer.status).toBe(200)
    expect(await answer.json()).toMatchObject({
      state: 'contacted',
      contactedAt: NOW + HOUR,
      timeline: [
        {
          kind: 'contact',
          detail: 'phone',
          text: 'Will call back',
          at: NOW + HOUR,
          by: "a lead's key",
        },
      ],
    })
    await log(app, id, { channel: 'mail', at: NOW + 2 * HOUR, text: null })
    const earlier = await log(app, id, { channel: 'inPerson', at: NOW, text: null })
    const found = (await earlier.json()) as FollowUp
    expect(found.contactedAt).toBe(NOW)
    expect(found.timeline.map(({ detail }) => detail)).toEqual(['inPerson', 'phone', 'mail'])
  })

  it('leaves a closed case closed', async () => {
    const app = await makeApp()
    await withCases(app, 1)
    const [{ id }] = (await list(app)).followUps as [FollowUp]
    await change(app, id, { state: 'dismissed' })
    const answer = await log(app, id, { channel: 'phone', at: NOW, text: null })
    expect(await answer.json()).toMatchObject({ state: 'dismissed', contactedAt: NOW })
  })

  it.each([
    [{ channel: 'pigeon', at: NOW, text: null }, 'channel'],
    [{ channel: 'phone', at: NOW + HOUR, text: null }, 'at'],
    [{ channel: 'phone', at: 'today', text: null }, 'at'],
    [{ channel: 'phone', at: NOW, text: 7 }, 'text'],
  ])('is refused: %o', async (json, field) => {
    const app = await makeApp()
    await withCases(app, 1)
    const [{ id }] = (await list(app)).followUps as [FollowUp]
    const answer = await log(app, id, json)
    expect(answer.status).toBe(400)
    expect(await answer.json()).toMatchObject({ errors: [{ field }] })
    expect((await list(app)).followUps).toMatchObject([{ state: 'new', contactedAt: null }])
  })

  it('is refused for a case that is not there', async () => {
    const app = await makeApp()
    expect((await log(app, 'none', { channel: 'phone', at: NOW, text: null })).status).toBe(404)
  })
})

it('filters cases whose customers can’t be contacted', async () => {
  const app = await makeApp()
  const { id } = await makeSurvey(app.db)
  const known = [
    { customer: { email: 'eva@example.com' } },
    { customer: { externalId: '17' }, customerVerified: true },
    { personal: { phone: '+420 123 456 789' } },
    { answers: { score: 1, why: 'adam@example.com' } },
  ]
  const unknown = [
    {},
    { customer: { name: 'Eva' } },
    { customer: { externalId: '18' } },
    { answers: { score: 1, why: 'Write to me @ home' } },
  ]
  for (const each of [...known, ...unknown])
    await saveResponse(app.db, aResponse(id, { answers: { score: 1 }, ...each }))
  const { followUps } = await list(app, '?unreachable=true')
  expect(followUps.map(({ reachable }) => reachable)).toEqual([false, false, false, false])
  expect((await list(app)).followUps.filter(({ reachable }) => reachable)).toHaveLength(4)
  expect(await countsOf(app, '?unreachable=true')).toMatchObject({ open: 8, matching: 4 })
})
