import { describe, expect, it } from 'vitest'
import { saveResponse } from '../../../db/responses/save.ts'
import { makeApp } from '../../support/app.ts'
import { aResponse, makeSurvey } from '../../support/surveys.ts'

const ROLES = [null, 'viewer', 'lead', 'admin'] as const

/** The expected status of each request for an anonymous client, a viewer, a lead and an admin. */
const RULES: [
  method: string,
  path: string,
  statuses: [number, number, number, number],
  json?: unknown,
][] = [
  ['GET', '/api/v1/me', [401, 200, 200, 200]],
  ['GET', '/api/v1/workspace', [401, 200, 200, 200]],
  ['GET', '/api/v1/templates', [401, 200, 200, 200]],
  ['GET', '/api/v1/surveys', [401, 200, 200, 200]],
  ['GET', '/api/v1/surveys/SURVEY', [401, 200, 200, 200]],
  ['POST', '/api/v1/surveys', [401, 403, 403, 201], { template: 'nps', name: 'New' }],
  ['PUT', '/api/v1/surveys/SURVEY/publication', [401, 403, 403, 200]],
  ['GET', '/api/v1/overview', [401, 200, 200, 200]],
  ['GET', '/api/v1/surveys/SURVEY/scores', [401, 200, 200, 200]],
  ['GET', '/api/v1/surveys/SURVEY/annotations', [401, 200, 200, 200]],
  [
    'POST',
    '/api/v1/surveys/SURVEY/annotations',
    [401, 403, 201, 201],
    { day: '2026-11-02', text: 'New price' },
  ],
  [
    'PATCH',
    '/api/v1/surveys/SURVEY/annotations/unknown',
    [401, 403, 404, 404],
    { text: 'New price' },
  ],
  ['DELETE', '/api/v1/surveys/SURVEY/annotations/unknown', [401, 403, 404, 404]],
  ['GET', '/api/v1/surveys/SURVEY/responses', [401, 200, 200, 200]],
  ['GET', '/api/v1/surveys/SURVEY/responses.csv', [401, 403, 200, 200]],
  ['GET', '/api/v1/surveys/SURVEY/floods', [401, 200, 200, 200]],
  ['PUT', '/api/v1/surveys/SURVEY/floods/1-2', [401, 403, 404, 404], { counted: true }],
  ['DELETE', '/api/v1/surveys/SURVEY/floods/1-2/review', [401, 403, 404, 404]],
  ['GET', '/api/v1/surveys/SURVEY/properties', [401, 403, 403, 200]],
  ['PUT', '/api/v1/surveys/SURVEY/properties/channel', [401, 403, 403, 200], { hidden: true }],
  ['GET', '/api/v1/surveys/SURVEY/shifts', [401, 200, 200, 200]],
  ['GET', '/api/v1/surveys/SURVEY/baseline', [401, 200, 200, 200]],
  ['PUT', '/api/v1/surveys/SURVEY/baseline', [401, 403, 200, 200], { from: '2026-11-02' }],
  ['GET', '/api/v1/surveys/SURVEY/watch', [401, 200, 200, 200]],
  [
    'PUT',
    '/api/v1/surveys/SURVEY/watch',
    [401, 403, 200, 200],
    {
      shift: { on: true },
      share: { on: false, over: 30, days: 14 },
      silence: { on: false, days: 5 },
    },
  ],
  ['GET', '/api/v1/alerts', [401, 200, 200, 200]],
  ['PUT', '/api/v1/alerts/nothing/acknowledgement', [401, 403, 404, 404]],
  ['DELETE', '/api/v1/alerts/nothing/acknowledgement', [401, 403, 404, 404]],
  ['GET', '/api/v1/follow-ups', [401, 403, 200, 200]],
  ['GET', '/api/v1/follow-ups.csv', [401, 403, 200, 200]],
  ['GET', '/api/v1/people', [401, 403, 200, 200]],
  ['DELETE', '/api/v1/surveys/SURVEY/publication', [401, 403, 403, 200]],
  ['GET', '/api/v1/health', [200, 200, 200, 200]],
  ['GET', '/api/v1/openapi.json', [200, 200, 200, 200]],
  ['GET', '/api/v1/nothing-here', [401, 404, 404, 404]],
]

describe('roles', () => {
  it.each(RULES)('%s %s answers each role as it should', async (method, path, statuses, json) => {
    const { ask, db } = await makeApp()
    const survey = await makeSurvey(db)
    for (const [index, role] of ROLES.entries()) {
      const answer = await ask(role, path.replace('SURVEY', survey.id), { method, json })
      expect([role, answer.status]).toEqual([role, statuses[index]])
    }
  })
})

it('never tells a viewer whom an answer is from', async () => {
  const { ask, db } = await makeApp()
  const { id } = await makeSurvey(db)
  const customer = { name: 'Eva Nováková', email: 'eva@example.com', externalId: 'C-77' }
  await saveResponse(db, aResponse(id, { customer, answers: { score: 2 } }))

  const seen = await (await ask('viewer', `/api/v1/surveys/${id}/responses`)).text()
  expect(seen).toContain('"value":2')
  for (const secret of Object.values(customer)) expect(seen).not.toContain(secret)

  const told = await (await ask('lead', `/api/v1/surveys/${id}/responses`)).text()
  for (const fact of Object.values(customer)) expect(told).toContain(fact)
})

it('says which methods a path accepts when called with another', async () => {
  const { ask, db } = await makeApp()
  const { id } = await makeSurvey(db)
  const cases: [string, string, string][] = [
    ['PUT', '/api/v1/surveys', 'GET, POST'],
    ['DELETE', '/api/v1/follow-ups', 'GET, PATCH'],
    ['POST', `/api/v1/surveys/${id}/scores`, 'GET'],
    ['GET', `/api/v1/surveys/${id}/publication`, 'PUT, DELETE'],
    ['PUT', '/api/v1/health', 'GET'],
  ]
  for (const [method, path, allow] of cases) {
    const answer = await ask('admin', path, { method })
    expect([path, answer.status, answer.headers.get('allow')]).toEqual([path, 405, allow])
  }
})

it.each(['from', 'cursor', 'owner', 'survey', 'limit', 'channel'])(
  'refuses "%s" given twice, and names it',
  async (name) => {
    const { ask } = await makeApp()
    const answer = await ask('lead', `/api/v1/follow-ups?${name}=1&${name}=2`)
    expect(answer.status).toBe(400)
    const { errors } = (await answer.json()) as { errors: { field: string; message: string }[] }
    expect(errors[0]!.field).toBe(name)
    expect(errors[0]!.message).not.toContain('array')
  },
)

it.each([
  ['POST', '/api/v1/surveys'],
  ['POST', '/api/v1/setup'],
  ['PATCH', '/api/v1/follow-ups'],
  ['PATCH', '/api/v1/follow-ups/x'],
])('refuses a list as the body of %s %s', async (method, path) => {
  const { ask } = await makeApp()
  const answer = await ask('admin', path, { method, json: [] })
  expect(answer.status).toBe(400)
  expect(await answer.json()).toMatchObject({
    errors: [{ field: 'body', message: 'must be an object' }],
  })
})

it('refuses an unknown key', async () => {
  const { app } = await makeApp()
  const answer = await app.request('/api/v1/me', { headers: { authorization: 'Bearer made-up' } })
  expect(answer.status).toBe(401)
  expect(answer.headers.get('content-type')).toBe('application/problem+json')
})

it('lets nobody sign up by themselves', async () => {
  const { app } = await makeApp()
  const answer = await app.request('http://ohlas.test/api/auth/sign-up/email', {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: 'http://ohlas.test' },
    body: JSON.stringify({ email: 'x@example.com', name: 'X', password: 'long enough it is' }),
  })
  expect(answer.status).toBeGreaterThanOrEqual(400)
})

it('identifies people by their session', async () => {
  const { app, addMember, password } = await makeApp()
  await addMember('lead', 'lena')
  const signIn = await app.request('http://ohlas.test/api/auth/sign-in/email', {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: 'http://ohlas.test' },
    body: JSON.stringify({ email: 'Lena@ohlas.test', password }),
  })
  expect(signIn.status).toBe(200)
  const cookie = signIn.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  const me = await app.request('http://ohlas.test/api/v1/me', { headers: { cookie } })
  expect(await me.json()).toMatchObject({ name: 'lena', role: 'lead' })
})

it('blocks a client that guesses passwords, and nobody else', async () => {
  const { app, addMember, password } = await makeApp()
  await addMember('lead', 'lena')
  await addMember('lead', 'omar')
  const signIn = async (name: string, given: string) =>
    app.request('http://ohlas.test/api/auth/sign-in/email', {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'http://ohlas.test' },
      body: JSON.stringify({ email: `${name}@ohlas.test`, password: given }),
    })
  expect((await signIn('lena', password)).status).toBe(200)
  const guesses = await Promise.all(
    Array.from({ length: 12 }, (_, guess) => signIn('lena', `wrong password ${guess}`)),
  )
  const count = (status: number) => guesses.filter((each) => each.status === status).length
  expect([count(401), count(429)]).toEqual([10, 2])

  const held = await signIn('LENA', password)
  expect(held.status).toBe(429)
  expect(Number(held.headers.get('retry-after'))).toBeGreaterThan(0)
  expect((await signIn('omar', password)).status).toBe(200)
})

it('exposes nothing of the sign-in library but signing in and out', async () => {
  const { app } = await makeApp()
  for (const path of ['update-user', 'change-password', 'get-session', 'sign-up/email']) {
    const answer = await app.request(`http://ohlas.test/api/auth/${path}`, { method: 'POST' })
    expect([path, answer.status]).toEqual([path, 404])
  }
})

it('reads no body over the limit before the request is authenticated', async () => {
  const { app } = await makeApp()
  const answer = await app.request('http://ohlas.test/api/auth/sign-in/email', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: 'x'.repeat(2 * 1024 * 1024),
  })
  expect(answer.status).toBe(413)
})

it('lets no other site use a session, and ends it at once on signing out', async () => {
  const { app, addMember, password } = await makeApp()
  await addMember('admin', 'ada')
  const post = (path: string, headers: Record<string, string>, body: object = {}) =>
    app.request(`http://ohlas.test${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'http://ohlas.test', ...headers },
      body: JSON.stringify(body),
    })
  const signIn = await post('/api/auth/sign-in/email', {}, { email: 'ada@ohlas.test', password })
  expect(signIn.headers.get('cache-control')).toBe('no-store')
  const cookie = signIn.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  const survey = { template: 'nps', name: 'After a call' }
  const make = (site: string) => post('/api/v1/surveys', { cookie, 'sec-fetch-site': site }, survey)
  expect((await make('same-site')).status).toBe(403)
  expect((await make('same-origin')).status).toBe(201)

  expect((await post('/api/auth/sign-out', { cookie })).status).toBe(200)
  const me = await app.request('http://ohlas.test/api/v1/me', { headers: { cookie } })
  expect(me.status).toBe(401)
})

describe('the first visit', () => {
  const admin = {
    company: 'Acme',
    name: 'Ada',
    email: 'ada@example.com',
    password: 'a long enough password',
  }

  it('creates the first admin for the holder of the one-time URL, once', async () => {
    const { ask, app, setup } = await makeApp()
    const token = setup.token!
    expect(await (await ask(null, `/api/v1/setup?token=${token}`)).json()).toEqual({
      open: true,
      needed: true,
    })

    const both = await Promise.all(
      ['ada@example.com', 'eve@example.com'].map((email) =>
        ask(null, '/api/v1/setup', { method: 'POST', json: { ...admin, email, token } }),
      ),
    )
    expect(new Set(both.map(({ status }) => status))).toEqual(new Set([201, 403]))
    const cookie = both
      .find(({ status }) => status === 201)!
      .headers.getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ')
    const me = await app.request('http://ohlas.test/api/v1/me', { headers: { cookie } })
    expect(await me.json()).toMatchObject({ name: 'Ada', role: 'admin' })
    expect(await (await ask(null, `/api/v1/setup?token=${token}`)).json()).toEqual({
      open: false,
      needed: false,
    })
  })

  it('lets nobody else claim the server', async () => {
    const { ask } = await makeApp()
    const wrong = await ask(null, '/api/v1/setup', {
      method: 'POST',
      json: { ...admin, token: 'x' },
    })
    expect(wrong.status).toBe(403)
  })

  it('offers no such address once there is an account', async () => {
    const { db, addMember } = await makeApp()
    await addMember('admin')
    const again = await makeApp({ db })
    expect(again.setup.token).toBeNull()
  })

  it('names each field that is wrong', async () => {
    const { ask, setup } = await makeApp()
    const answer = await ask(null, '/api/v1/setup', {
      method: 'POST',
      json: { token: setup.token, company: '', name: 'Ada', email: 'no', password: 'short' },
    })
    expect(answer.status).toBe(400)
    const { errors } = (await answer.json()) as { errors: { field: string }[] }
    expect(errors.map(({ field }) => field)).toEqual(['company', 'email', 'password'])
  })
})
