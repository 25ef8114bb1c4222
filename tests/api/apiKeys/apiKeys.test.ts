import { beforeEach, describe, expect, it } from 'vitest'
import { saveResponse } from '../../../db/responses/save.ts'
import { KEY_SCOPES, type KeyScope } from '../../../surveys/keyScopes.ts'
import { DAY, HOUR } from '../../../surveys/durations.ts'
import { makeApp, type TestApp } from '../../support/app.ts'
import { giveKey } from '../../support/apiKeys/giveKey.ts'
import { signInAs } from '../../support/signingIn.ts'
import { aResponse, makeSurvey } from '../../support/surveys.ts'

let made: TestApp
beforeEach(async () => {
  made = await makeApp()
})

const create = (json: object) => made.ask('admin', '/api/v1/api-keys', { method: 'POST', json })

const createdKey = async (json: object) =>
  (await (await create({ name: 'Script', scopes: ['read'], ...json })).json()) as {
    id: string
    key: string
    expiresAt: number | null
  }

const askWith = (key: string, path: string, method = 'GET', json?: unknown) =>
  made.ask(null, `/api/v1${path}`, { method, json, headers: { authorization: `Bearer ${key}` } })

type Listed = { id: string; name: string; hint: string | null; lastUsedAt: number | null }

const list = async () => {
  const answer = await made.ask('admin', '/api/v1/api-keys')
  return ((await answer.json()) as { keys: Listed[] }).keys
}

it('creates a key that is shown once, and lists it by its first characters and creator', async () => {
  await made.addMember('admin', 'ada')
  const ada = await signInAs(made, 'ada')
  const answer = await ada.ask('/api-keys', 'POST', { name: 'Shop', scopes: ['ask', 'read'] })
  expect(answer.status).toBe(201)
  const { id, key } = (await answer.json()) as { id: string; key: string }
  const found = (await list()).find((each) => each.id === id)
  expect(found).toEqual({
    id,
    name: 'Shop',
    hint: key.slice(0, 10),
    scopes: ['read', 'ask'],
    createdBy: 'ada',
    createdAt: made.clock.now,
    expiresAt: null,
    lastUsedAt: null,
    revokedAt: null,
  })
  expect(JSON.stringify(await list())).not.toContain(key)
  expect(await (await askWith(key, '/me')).json()).toMatchObject({
    name: 'Shop',
    role: null,
    scopes: ['read', 'ask'],
  })
})

it.each([
  [{ name: '' }, 'name'],
  [{ scopes: [] }, 'scopes'],
  [{ scopes: ['everything'] }, 'scopes.0'],
  [{ lastDay: '2026-11-19' }, 'lastDay'],
  [{ lastDay: 'soon' }, 'lastDay'],
  [{ role: 'admin' }, 'role'],
])('refuses a key with %o, and names the field', async (wrong, field) => {
  const answer = await create({ name: 'Script', scopes: ['read'], ...wrong })
  expect(answer.status).toBe(400)
  expect(await answer.json()).toMatchObject({ errors: [{ field }] })
})

it('accepts a key until the end of its last day, and not after', async () => {
  const { key, expiresAt } = await createdKey({ lastDay: '2026-11-20' })
  expect(new Date(expiresAt!).toISOString()).toBe('2026-11-20T23:00:00.000Z')
  made.clock.now = expiresAt! - 1
  expect((await askWith(key, '/me')).status).toBe(200)
  made.clock.now = expiresAt!
  const refused = await askWith(key, '/me')
  expect(refused.status).toBe(401)
  expect(await refused.json()).toMatchObject({ detail: 'This key has expired.' })
})

it('revokes a key at once, and only once', async () => {
  const { id, key } = await createdKey({})
  expect((await askWith(key, '/surveys')).status).toBe(200)
  made.clock.now += 1
  const revoke = () => made.ask('admin', `/api/v1/api-keys/${id}`, { method: 'DELETE' })
  expect((await revoke()).status).toBe(204)
  const refused = await askWith(key, '/surveys')
  expect(refused.status).toBe(401)
  expect(await refused.json()).toMatchObject({ detail: 'This key was revoked.' })
  expect((await revoke()).status).toBe(404)
  const log = await (await made.ask('admin', '/api/v1/audit-log')).json()
  expect(log).toMatchObject({
    entries: [
      { action: 'key.revoked', subject: { id, name: 'Script' } },
      { action: 'key.created', subject: { id }, details: { scopes: ['read'] } },
    ],
  })
})

it('stores the hour of the last use after the request, and never an earlier one', async () => {
  const { key } = await createdKey({})
  const lastUse = async () => (await list()).find(({ name }) => name === 'Script')!.lastUsedAt
  await askWith(key, '/me')
  expect(await lastUse()).toBeNull()
  await made.deps.keyUses.store()
  const hour = Math.floor(made.clock.now / HOUR) * HOUR
  expect(await lastUse()).toBe(hour)
  made.clock.now += DAY
  await askWith(key, '/me')
  made.clock.now -= 2 * DAY
  await askWith(key, '/me')
  await made.deps.keyUses.store()
  expect(await lastUse()).toBe(hour + DAY)
})

it('keeps the keys of deactivated people, and tells admins how many there are', async () => {
  const { id } = await made.addMember('admin', 'ada')
  const ada = await signInAs(made, 'ada')
  const answer = await ada.ask('/api-keys', 'POST', { name: 'Shop', scopes: ['read'] })
  const { key } = (await answer.json()) as { key: string }
  await made.addMember('admin', 'omar')
  await made.ask('admin', `/api/v1/people/${id}`, { method: 'PATCH', json: { active: false } })
  expect((await askWith(key, '/surveys')).status).toBe(200)
  const { people } = (await (await made.ask('admin', '/api/v1/people')).json()) as {
    people: { id: string; keys: number }[]
  }
  expect(people.find((person) => person.id === id)!.keys).toBe(1)
})

describe('a scope', () => {
  const FEW: [method: string, path: string, scope: KeyScope, json?: unknown][] = [
    ['GET', '/surveys/SURVEY/responses', 'read'],
    ['GET', '/overview', 'read'],
    ['GET', '/follow-ups', 'followUp'],
    ['PUT', '/surveys/SURVEY/baseline', 'followUp', { from: '2026-11-02' }],
    ['GET', '/surveys/SURVEY/responses.csv', 'export'],
    ['GET', '/follow-ups.csv', 'export'],
    ['POST', '/surveys/SURVEY/links', 'ask', { links: [{}] }],
    ['GET', '/surveys/SURVEY/link-key', 'admin'],
    ['GET', '/api-keys', 'admin'],
    ['GET', '/audit-log.csv', 'admin'],
  ]

  it.each(FEW)('%s %s takes "%3$s" or admin, and names what is missing', async (...one) => {
    const [method, path, needed, json] = one
    const survey = await makeSurvey(made.db)
    for (const scope of KEY_SCOPES) {
      await giveKey(made.db, { key: `ohlas_${scope}`, name: scope, scopes: [scope] })
      const answer = await askWith(
        `ohlas_${scope}`,
        path.replace('SURVEY', survey.id),
        method,
        json,
      )
      if (scope === needed || scope === 'admin') expect([scope, answer.ok]).toEqual([scope, true])
      else
        expect([scope, answer.status, await answer.json()]).toMatchObject([
          scope,
          403,
          { scope: needed, detail: `This key lacks the scope "${needed}".` },
        ])
    }
  })

  it('for reading only shows no names; one for follow-up or export does', async () => {
    const { id } = await makeSurvey(made.db)
    const customer = { name: 'Eva Nováková', email: 'eva@example.com', externalId: 'C-77' }
    await saveResponse(made.db, aResponse(id, { customer, answers: { score: 2 } }))
    const sees = async (scopes: KeyScope[]) => {
      const key = `ohlas_${scopes.join()}`
      await giveKey(made.db, { key, name: key, scopes })
      const text = await (await askWith(key, `/surveys/${id}/responses`)).text()
      expect(text).toContain('"value":2')
      return Object.values(customer).some((fact) => text.includes(fact))
    }
    expect([await sees(['read']), await sees(['read', 'ask'])]).toEqual([false, false])
    expect([await sees(['read', 'followUp']), await sees(['read', 'export'])]).toEqual([true, true])
  })
})
