import { createHash } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { createApp } from '../../../api/app.ts'
import { readConfig } from '../../../api/base/config.ts'
import { WindowCounter } from '../../../api/base/windowCounter.ts'
import { session } from '../../../db/schema/index.ts'
import { makeApp, type TestApp } from '../../support/app.ts'

let made: TestApp
let app: TestApp['app']

beforeEach(async () => {
  made = await makeApp()
  app = made.app
  await made.addMember('admin', 'owner')
  await made.addMember('lead', 'lena')
})

type Given = { address?: string; cookie?: string; headers?: Record<string, string> }

/** Tries to sign in from an address, with this body or by name and password. */
async function send(body: BodyInit, { address = '192.0.2.1', cookie, headers }: Given = {}) {
  const all = { origin: 'http://ohlas.test', ...(cookie && { cookie }), ...headers }
  return app.request(
    'http://ohlas.test/api/auth/sign-in/email',
    { method: 'POST', body, headers: all },
    { incoming: { headers: all, socket: { remoteAddress: address } } },
  )
}

const JSON_TYPE = { 'content-type': 'application/json' }

const signIn = (name: string, password: string, given: Given = {}) =>
  send(JSON.stringify({ email: `${name}@ohlas.test`, password }), { headers: JSON_TYPE, ...given })

/** Counts like every attempt, but costs no hash, since nobody has this address. */
const tryCheaply = (guess: number, given: Given = {}) =>
  send(JSON.stringify({ email: `nobody${guess}`, password: 'a wrong password' }), {
    headers: JSON_TYPE,
    ...given,
  })

function cookiesOf(answer: Response): string {
  const lines = answer.headers.getSetCookie()
  return lines.map((line) => line.split(';')[0]).join('; ')
}

/** The browser's cookie without its session, as after signing out long ago. */
function knownCookieOf(answer: Response): string {
  const cookies = cookiesOf(answer).split('; ')
  return cookies.filter((cookie) => cookie.startsWith('ohlas.known.')).join('; ')
}

const count = (statuses: number[], status: number) =>
  statuses.filter((each) => each === status).length

describe('someone who guesses passwords', () => {
  it.each([
    [
      'JSON',
      (guess: string) => JSON.stringify({ email: 'lena@ohlas.test', password: guess }),
      JSON_TYPE,
    ],
    [
      'a form',
      (guess: string) => new URLSearchParams({ email: 'lena@ohlas.test', password: guess }),
      {},
    ],
    [
      'a form of parts',
      (guess: string) => {
        const form = new FormData()
        form.set('email', 'LENA@ohlas.test ')
        form.set('password', guess)
        return form
      },
      {},
    ],
  ] as [string, (guess: string) => BodyInit, Record<string, string>][])(
    'is held off whether the body is %s, before the right one comes',
    async (_, bodyOf, headers) => {
      const statuses: number[] = []
      for (let guess = 0; guess < 15; guess++)
        statuses.push((await send(bodyOf(`wrong password ${guess}`), { headers })).status)
      expect([count(statuses, 401), count(statuses, 429)]).toEqual([10, 5])
      const held = await send(bodyOf(made.password), { headers })
      expect(held.status).toBe(429)
      expect(Number(held.headers.get('retry-after'))).toBe(15 * 60)
    },
  )

  it('gains nothing from many addresses, or from signing in to their own account in between', async () => {
    const statuses: number[] = []
    for (let guess = 0; guess < 20; guess++) {
      const address = `198.51.100.${guess}`
      statuses.push((await signIn('lena', 'a wrong password', { address })).status)
      expect((await signIn('owner', made.password, { address })).status).toBe(200)
    }
    expect([count(statuses, 401), count(statuses, 429)]).toEqual([10, 10])
  }, 30_000)

  it('is blocked with other account names, too, and from many addresses at once', async () => {
    const one: number[] = []
    for (let guess = 0; guess < 60; guess++) one.push((await tryCheaply(guess)).status)
    expect([count(one, 401), count(one, 429)]).toEqual([50, 10])

    const many: number[] = []
    for (let guess = 0; guess < 260; guess++) {
      const address = `2001:db8:${guess.toString(16)}::1`
      many.push((await tryCheaply(guess, { address })).status)
    }
    expect([count(many, 401), count(many, 429)]).toEqual([250, 10])
  })

  it('may try again when the block ends', async () => {
    for (let guess = 0; guess < 11; guess++) await signIn('lena', 'a wrong password')
    made.clock.now += 15 * 60_000
    expect((await signIn('lena', made.password)).status).toBe(200)
  })
})

it('lets the owner in from a known browser, even while the account is under attack', async () => {
  const first = await signIn('owner', made.password)
  const cookie = knownCookieOf(first)
  expect(cookie).not.toBe('')
  const line = first.headers.getSetCookie().find((each) => each.startsWith('ohlas.known.'))
  expect(line).toMatch(/HttpOnly/i)
  expect(line).toMatch(/SameSite=Lax/i)

  const attack = Array.from({ length: 30 }, (_, guess) =>
    signIn(guess % 2 ? 'owner' : `nobody${guess}`, 'a wrong password', {
      address: `198.51.100.${guess}`,
    }),
  )
  expect((await signIn('owner', made.password, { cookie })).status).toBe(200)
  await Promise.all(attack)
  for (let guess = 0; guess < 320; guess++)
    await tryCheaply(guess, { address: `203.0.113.${guess % 250}` })
  expect((await signIn('owner', made.password, { address: '192.0.2.77' })).status).toBe(429)
  expect((await signIn('owner', made.password, { cookie })).status).toBe(200)

  // The cookie is valid only for this account, and can't be forged.
  const forged = cookie.replace(/=.*/, '=AAAAAAAAAAAAAAAA.AAAAAAAA')
  expect((await signIn('owner', made.password, { cookie: forged })).status).toBe(429)
  expect((await signIn('lena', made.password, { cookie })).status).toBe(429)
}, 30_000)

it('blocks guesses from a known browser, too', async () => {
  const cookie = knownCookieOf(await signIn('owner', made.password))
  const statuses: number[] = []
  for (let guess = 0; guess < 12; guess++)
    statuses.push((await signIn('owner', 'a wrong password', { cookie })).status)
  expect([count(statuses, 401), count(statuses, 429)]).toEqual([10, 2])
})

it('refuses anything but an email and a password, and names the field', async () => {
  const bodies = ['', '{', '[]', 'null', '7', '"x"', '{}', '{"email":{"toString":1}}']
  const more = ['{"email":[],"password":[]}', '{"email":"lena@ohlas.test","password":{"length":9}}']
  const types = ['application/json', 'text/plain', 'multipart/form-data', 'nonsense']
  for (const body of [...bodies, ...more])
    for (const type of types) {
      const answer = await send(body, { headers: { 'content-type': type } })
      expect([type, body, answer.status]).toEqual([type, body, 400])
      expect(await answer.json()).toHaveProperty('errors.0.field')
    }
})

it('signs out whatever the body contains', async () => {
  for (const cookie of ['ohlas.session_token=%E0%A4%A', 'ohlas.session_token=a.b', '=;='])
    for (const body of ['', '{', '[]']) {
      const headers = { cookie, origin: 'http://ohlas.test', ...JSON_TYPE }
      const path = 'http://ohlas.test/api/auth/sign-out'
      expect((await app.request(path, { method: 'POST', headers, body })).status).toBe(200)
    }
})

it('stores a session by the hash of its token, and ends it by the token', async () => {
  const signedIn = await signIn('owner', made.password)
  const cookie = cookiesOf(signedIn)
  const token = decodeURIComponent(/session_token=([^.;]+)/.exec(cookie)![1]!)
  const stored = await made.db.orm.select().from(session)
  expect(stored.map((row) => row.token)).toEqual([
    createHash('sha256').update(token).digest('base64url'),
  ])
  expect(await signedIn.text()).not.toContain(token)

  const me = () => app.request('http://ohlas.test/api/v1/me', { headers: { cookie } })
  expect((await me()).status).toBe(200)
  const headers = { cookie, origin: 'http://ohlas.test' }
  await app.request('http://ohlas.test/api/auth/sign-out', { method: 'POST', headers })
  expect((await me()).status).toBe(401)
  expect(await made.db.orm.select().from(session)).toEqual([])
})

it('refuses writes with a session from pages of other sites', async () => {
  const cookie = cookiesOf(await signIn('owner', made.password))
  const write = async (headers: Record<string, string>) =>
    (
      await app.request('http://ohlas.test/api/v1/surveys', {
        method: 'POST',
        headers: { cookie, ...JSON_TYPE, ...headers },
        body: JSON.stringify({ template: 'nps', name: 'New' }),
      })
    ).status
  for (const origin of ['https://evil.example', 'null', 'http://ohlas.test.evil.example'])
    expect([origin, await write({ origin })]).toEqual([origin, 403])
  expect(await write({ origin: 'http://ohlas.test', 'sec-fetch-site': 'cross-site' })).toBe(403)
  expect(await write({ origin: 'http://ohlas.test' })).toBe(201)
})

it('lets no other site sign anyone in or out', async () => {
  const from = async (headers: Record<string, string>, path: string) =>
    (
      await app.request(`http://ohlas.test/api/auth/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
        body: new URLSearchParams({ email: 'owner@ohlas.test', password: made.password }),
      })
    ).status
  for (const path of ['sign-in/email', 'sign-out']) {
    expect(await from({ origin: 'null' }, path)).toBe(403)
    expect(await from({ 'sec-fetch-site': 'cross-site' }, path)).toBe(403)
    expect(await from({ origin: 'http://ohlas.test' }, path)).toBe(200)
  }
})

it('forgets the oldest names beyond a limit, so that they can’t exhaust memory', () => {
  const counter = new WindowCounter(1, 1_000, 100)
  for (let name = 0; name < 10_000; name++) counter.add(`name ${name}`, 0)
  expect(counter.wait('name 9999', 500)).toBe(500)
  expect(counter.wait('name 9000', 500)).toBe(0)
})

it('tells browsers to use HTTPS only, if PUBLIC_URL does and has a host of its own', async () => {
  const headerAt = async (publicUrl: string) => {
    const config = readConfig({ LOG_LEVEL: 'silent', PUBLIC_URL: publicUrl })
    const other = createApp({ ...made.deps, config }, made.setup)
    const paths = ['/', '/api/v1/health', '/s/unknown']
    const answers = await Promise.all(paths.map(async (path) => other.request(publicUrl + path)))
    const found = answers.map(({ headers }) => headers.get('strict-transport-security'))
    return [...new Set(found)]
  }
  expect(await headerAt('https://ask.test')).toEqual(['max-age=31536000'])
  expect(await headerAt('http://ask.test')).toEqual([null])
  expect(await headerAt('https://ask.test/feedback')).toEqual([null])
})
