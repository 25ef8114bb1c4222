import { beforeEach, describe, expect, it } from 'vitest'
import { auditEntry } from '../../../db/schema/index.ts'
import { HOUR } from '../../../surveys/durations.ts'
import { makeApp, type TestApp } from '../../support/app.ts'
import { browserAfter, send, signInAs, trySignIn } from '../../support/signingIn.ts'
import { list, withCases } from '../followUps/desk.ts'

let made: TestApp
let ids: Record<'ada' | 'lena' | 'omar', string>

beforeEach(async () => {
  made = await makeApp()
  ids = {
    ada: (await made.addMember('admin', 'ada')).id,
    lena: (await made.addMember('lead', 'lena')).id,
    omar: (await made.addMember('lead', 'omar')).id,
  }
})

const change = (id: string, json: object) =>
  made.ask('admin', `/api/v1/people/${id}`, { method: 'PATCH', json })

const resetLink = async (id: string) => {
  const answer = await made.ask('admin', `/api/v1/people/${id}/reset-link`, { method: 'POST' })
  return { status: answer.status, ...((await answer.json()) as { url: string }) }
}

const NEW = 'quite another password'

describe('who has an account', () => {
  type Row = { name: string; email?: string; lastSeenAt?: number | null }
  const read = async (role: 'lead' | 'admin') => {
    const { people } = (await (await made.ask(role, '/api/v1/people')).json()) as { people: Row[] }
    return people
  }

  it('tells leads only who can own follow-ups, and admins everything', async () => {
    await made.addMember('viewer', 'vera')
    await change(ids.omar, { active: false })
    await signInAs(made, 'lena')
    expect(await read('lead')).toEqual([
      { id: ids.ada, name: 'ada', role: 'admin' },
      { id: ids.lena, name: 'lena', role: 'lead' },
    ])
    const all = await read('admin')
    expect(all).toHaveLength(4)
    expect(all).toMatchObject([
      { name: 'ada', email: 'ada@ohlas.test', lastSeenAt: null, deactivatedAt: null },
      { name: 'lena', lastSeenAt: expect.any(Number) },
      { name: 'omar', deactivatedAt: made.clock.now },
      { name: 'vera', role: 'viewer', openFollowUps: 0 },
    ])
  })

  it('assigns no follow-up to a viewer or a deactivated person', async () => {
    await withCases(made, 1)
    const { id } = (await list(made)).followUps[0]!
    const { id: vera } = await made.addMember('viewer', 'vera')
    await change(ids.omar, { active: false })
    for (const owner of [vera, ids.omar]) {
      const path = `/api/v1/follow-ups/${id}`
      const answer = await made.ask('lead', path, { method: 'PATCH', json: { owner } })
      expect(answer.status).toBe(400)
    }
  })
})

describe('a role', () => {
  it('takes effect with the person’s next request', async () => {
    const lena = await signInAs(made, 'lena')
    expect(await lena.status('/follow-ups')).toBe(200)
    expect((await change(ids.lena, { role: 'viewer' })).status).toBe(200)
    expect(await lena.status('/follow-ups')).toBe(403)
    expect((await change(ids.lena, { role: 'admin' })).status).toBe(200)
    expect(await lena.status('/audit-log')).toBe(200)
  })

  it('is changed only by admins, whose invitations are withdrawn when they stop being one', async () => {
    const omar = await signInAs(made, 'omar')
    expect(await omar.status(`/people/${ids.omar}`, 'PATCH', { role: 'admin' })).toBe(403)
    await change(ids.omar, { role: 'admin' })
    const answer = await omar.ask('/invitations', 'POST', { role: 'admin' })
    const { url } = (await answer.json()) as { url: string }
    await change(ids.omar, { role: 'lead' })
    const path = `/api/v1/account-links/${url.split('/').at(-1)!}`
    const json = { name: 'Omar', email: 'back@ohlas.test', password: NEW }
    expect((await send(made, path, { method: 'POST', json })).status).toBe(410)
  })
})

describe('the last admin', () => {
  it.each([{ role: 'lead' }, { active: false }, { role: 'viewer', active: true }])(
    'can’t become %j',
    async (json) => {
      const answer = await change(ids.ada, json)
      expect(answer.status).toBe(409)
      expect(await answer.json()).toMatchObject({
        detail: 'This is the last administrator. Make someone else one first.',
      })
      expect((await change(ids.ada, { role: 'admin' })).status).toBe(200)
    },
  )

  it('remains if two demote each other at once', async () => {
    await change(ids.lena, { role: 'admin' })
    const [ada, lena] = [await signInAs(made, 'ada'), await signInAs(made, 'lena')]
    const statuses = await Promise.all([
      ada.status(`/people/${ids.lena}`, 'PATCH', { role: 'lead' }),
      lena.status(`/people/${ids.ada}`, 'PATCH', { active: false }),
    ])
    expect(statuses).toContain(200)
    expect(statuses).not.toEqual([200, 200])
  })

  it('does not count deactivated people', async () => {
    await change(ids.lena, { role: 'admin' })
    await change(ids.lena, { active: false })
    expect((await change(ids.ada, { role: 'viewer' })).status).toBe(409)
  })
})

describe('deactivating', () => {
  it('ends sessions at once and refuses the password as a wrong one, until reactivated', async () => {
    const lena = await signInAs(made, 'lena')
    expect((await change(ids.lena, { active: false })).status).toBe(200)
    expect(await lena.status('/me')).toBe(401)
    const right = await trySignIn(made, 'lena@ohlas.test', made.password)
    const wrong = await trySignIn(made, 'lena@ohlas.test', 'a wrong password')
    expect([right.status, await right.json()]).toEqual([401, await wrong.json()])
    await change(ids.lena, { active: true })
    expect((await trySignIn(made, 'lena@ohlas.test', made.password)).status).toBe(200)
  })

  it.each([
    ['deactivated', { active: false }],
    ['a viewer', { role: 'viewer' }],
  ])('hands the open cases of who is now %s to someone, or to nobody', async (_, json) => {
    await withCases(made, 4)
    const cases = (await list(made)).followUps.map(({ id }) => id)
    const give = (id: string, owner: string, state = 'new') =>
      made.ask('lead', `/api/v1/follow-ups/${id}`, { method: 'PATCH', json: { owner, state } })
    await give(cases[0]!, ids.lena)
    await give(cases[1]!, ids.lena, 'contacted')
    await give(cases[2]!, ids.lena, 'resolved')
    await give(cases[3]!, ids.omar)
    const { people } = (await (await made.ask('admin', '/api/v1/people')).json()) as {
      people: { openFollowUps: number }[]
    }
    expect(people.map(({ openFollowUps }) => openFollowUps)).toEqual([0, 2, 1])
    const first = await change(ids.lena, { ...json, handOverTo: ids.omar })
    expect(await first.json()).toMatchObject({ handedOver: 2, person: { openFollowUps: 0 } })
    const ownerOf = async (id: string) => {
      const answer = await made.ask('lead', `/api/v1/follow-ups/${id}`)
      return (await answer.json()) as { owner: { name: string } | null; timeline: unknown[] }
    }
    expect((await ownerOf(cases[0]!)).timeline.at(-1)).toMatchObject({
      kind: 'owner',
      text: 'omar',
      by: "a admin's key",
    })
    expect((await ownerOf(cases[2]!)).owner?.name).toBe('lena')
    const second = await change(ids.omar, json)
    expect(await second.json()).toMatchObject({ handedOver: 3 })
    expect((await ownerOf(cases[3]!)).owner).toBe(null)
  })

  it('changes nothing if the new owner can’t own cases', async () => {
    const { id: vera } = await made.addMember('viewer', 'vera')
    for (const handOverTo of [vera, ids.lena, 'nobody']) {
      const answer = await change(ids.lena, { active: false, handOverTo })
      expect(answer.status).toBe(400)
      expect(await answer.json()).toMatchObject({ errors: [{ field: 'handOverTo' }] })
    }
    expect((await trySignIn(made, 'lena@ohlas.test', made.password)).status).toBe(200)
  })

  it('refuses an unknown person, and an empty change', async () => {
    expect((await change('nobody', { active: false })).status).toBe(404)
    expect((await change(ids.lena, {})).status).toBe(400)
    expect((await change(ids.lena, { role: 'king' })).status).toBe(400)
  })
})

describe('a reset link', () => {
  const use = (url: string, json: object = { password: NEW }) =>
    send(made, `/api/v1/account-links/${url.split('/').at(-1)!}`, { method: 'POST', json })

  it('sets a new password once, ends every session and signs in', async () => {
    const before = await signInAs(made, 'lena')
    const { url } = await resetLink(ids.lena)
    expect(url).toMatch(/^http:\/\/ohlas\.test\/reset\//)
    const shown = await send(made, `/api/v1/account-links/${url.split('/').at(-1)!}`)
    expect(await shown.json()).toMatchObject({ kind: 'reset', email: 'lena@ohlas.test' })
    const done = await use(url)
    expect(await (await browserAfter(made, done).ask('/me')).json()).toMatchObject({ name: 'lena' })
    expect(await before.status('/me')).toBe(401)
    expect((await trySignIn(made, 'lena@ohlas.test', made.password)).status).toBe(401)
    expect((await trySignIn(made, 'lena@ohlas.test', NEW)).status).toBe(200)
    expect((await use(url)).status).toBe(410)
  })

  it('stops working after a day, when a newer one is made, and when the person is deactivated', async () => {
    const old = await resetLink(ids.lena)
    const newer = await resetLink(ids.lena)
    expect(await (await use(old.url)).json()).toMatchObject({ type: 'link-withdrawn' })
    made.clock.now += 24 * HOUR
    expect(await (await use(newer.url)).json()).toMatchObject({ type: 'link-expired' })
    const last = await resetLink(ids.lena)
    await change(ids.lena, { active: false })
    expect((await use(last.url)).status).toBe(410)
    expect((await resetLink(ids.lena)).status).toBe(409)
    expect((await resetLink('nobody')).status).toBe(404)
  })

  it('refuses a password that is easy to guess, and stays usable', async () => {
    const { url } = await resetLink(ids.lena)
    for (const password of ['1q2w3e4r5t', 'LenaLena2026', 'aaaaaaaaaaaa'])
      expect((await use(url, { password })).status).toBe(400)
    expect((await use(url)).status).toBe(200)
  })
})

it('records changes to people by their ids, never by name or address', async () => {
  await change(ids.lena, { role: 'viewer' })
  await change(ids.lena, { role: 'viewer' })
  await change(ids.lena, { active: false })
  await change(ids.lena, { active: true })
  await resetLink(ids.lena)
  const rows = await made.db.orm.select().from(auditEntry)
  expect(rows.map(({ action, subjectId }) => [action, subjectId])).toEqual([
    ['person.role_changed', ids.lena],
    ['person.deactivated', ids.lena],
    ['person.reactivated', ids.lena],
    ['person.reset_link_created', ids.lena],
  ])
  expect(JSON.stringify(rows)).not.toMatch(/lena@|"lena"/)
})
