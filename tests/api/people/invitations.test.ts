import { beforeEach, describe, expect, it } from 'vitest'
import { accountLink } from '../../../db/schema/index.ts'
import { DAY } from '../../../surveys/durations.ts'
import { makeApp, type TestApp } from '../../support/app.ts'
import { browserAfter, send, trySignIn } from '../../support/signingIn.ts'

let made: TestApp

beforeEach(async () => {
  made = await makeApp()
  await made.addMember('admin', 'ada')
})

async function invite(json: object = { role: 'lead' }): Promise<string> {
  const answer = await made.ask('admin', '/api/v1/invitations', { method: 'POST', json })
  expect(answer.status).toBe(201)
  const { url } = (await answer.json()) as { url: string }
  expect(url).toMatch(/^http:\/\/ohlas\.test\/invite\/[\w-]{32}$/)
  return url.split('/').at(-1)!
}

const look = (token: string) => send(made, `/api/v1/account-links/${token}`)

const LENA = { name: 'Lena', email: 'Lena@ohlas.test', password: 'a long enough password' }

const join = (token: string, json: object = LENA) =>
  send(made, `/api/v1/account-links/${token}`, { method: 'POST', json })

async function problemOf(answer: Response) {
  return { ...((await answer.json()) as object), status: answer.status }
}

it('lets the invited person join with the role, once, and signs them in', async () => {
  const token = await invite()
  expect(await (await look(token)).json()).toMatchObject({
    kind: 'invite',
    role: 'lead',
    company: 'Acme',
    email: null,
  })
  const joined = await join(token)
  expect(joined.status).toBe(200)
  const me = await browserAfter(made, joined).ask('/me')
  expect(await me.json()).toMatchObject({ name: 'Lena', email: 'lena@ohlas.test', role: 'lead' })
  expect((await trySignIn(made, 'lena@ohlas.test', LENA.password)).status).toBe(200)

  const again = { ...LENA, email: 'second@ohlas.test' }
  for (const answer of [await look(token), await join(token, again)])
    expect(await problemOf(answer)).toMatchObject({
      status: 410,
      type: 'link-used',
      detail: 'This link was used already. It works once.',
    })
})

it('accepts one of two people who use a forwarded link at once', async () => {
  const token = await invite()
  const answers = await Promise.all(
    ['one', 'two', 'three'].map((name) => join(token, { ...LENA, email: `${name}@ohlas.test` })),
  )
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 410, 410])
})

it('accepts only the address that an invitation is for, even if it was forwarded', async () => {
  const token = await invite({ role: 'viewer', email: 'Lena@Ohlas.test' })
  const answer = await join(token, { ...LENA, email: 'mallory@ohlas.test' })
  expect(await problemOf(answer)).toMatchObject({ status: 400, errors: [{ field: 'email' }] })
  expect((await join(token, { name: 'Lena', password: LENA.password })).status).toBe(200)
})

it('stops working after seven days, and when it is withdrawn, and says which', async () => {
  const expired = await invite()
  made.clock.now += 7 * DAY
  expect(await problemOf(await join(expired))).toMatchObject({ status: 410, type: 'link-expired' })

  const withdrawn = await invite()
  const list = await made.ask('admin', '/api/v1/invitations')
  const { invitations } = (await list.json()) as { invitations: { id: string }[] }
  expect(invitations).toHaveLength(1)
  const path = `/api/v1/invitations/${invitations[0]!.id}`
  expect((await made.ask('admin', path, { method: 'DELETE' })).status).toBe(204)
  expect((await made.ask('admin', path, { method: 'DELETE' })).status).toBe(404)
  expect(await problemOf(await look(withdrawn))).toMatchObject({
    status: 410,
    type: 'link-withdrawn',
  })
  expect((await look('made-up')).status).toBe(404)
})

it('refuses an address that has an account, when inviting and when joining, and stays open', async () => {
  const json = { role: 'lead', email: 'ADA@ohlas.test' }
  const invited = await made.ask('admin', '/api/v1/invitations', { method: 'POST', json })
  expect(await problemOf(invited)).toMatchObject({ status: 400, errors: [{ field: 'email' }] })
  const token = await invite()
  expect(await problemOf(await join(token, { ...LENA, email: 'ada@ohlas.test' }))).toMatchObject({
    status: 400,
    errors: [{ field: 'email', message: 'has an account already' }],
  })
  expect((await join(token)).status).toBe(200)
})

it.each([
  [{ name: 'Lena', email: 'lena@ohlas.test' }, 'password'],
  [{ ...LENA, password: 'short' }, 'password'],
  [{ ...LENA, password: 'Password123!' }, 'password'],
  [{ ...LENA, password: 'acme-lena-2026' }, 'password'],
  [{ ...LENA, email: 'nobody' }, 'email'],
  [{ email: LENA.email, password: LENA.password }, 'name'],
  [{ ...LENA, name: ' ' }, 'name'],
  [{ ...LENA, role: 'admin' }, 'role'],
])('refuses %j, naming %s', async (json, field) => {
  const answer = await join(await invite(), json)
  expect(await problemOf(answer)).toMatchObject({ status: 400, errors: [{ field }] })
})

it('keeps only the hash of a token', async () => {
  const token = await invite()
  expect(JSON.stringify(await made.db.orm.select().from(accountLink))).not.toContain(token)
})

describe('links', () => {
  const askAt = async (app: TestApp, host: string) => {
    const headers = {
      host,
      authorization: `Bearer ${await app.keyFor('admin')}`,
      'content-type': 'application/json',
    }
    const body = JSON.stringify({ role: 'lead' })
    const answer = await app.app.request(`http://${host}/api/v1/invitations`, {
      method: 'POST',
      headers,
      body,
    })
    return {
      status: answer.status,
      body: (await answer.json()) as { url?: string; title?: string },
    }
  }

  it('begin with PUBLIC_URL, whatever the Host header says', async () => {
    const { body } = await askAt(made, 'evil.example')
    expect(body.url).toMatch(/^http:\/\/ohlas\.test\/invite\//)
  })

  it('need PUBLIC_URL, except on the reader’s own machine', async () => {
    const unset = await makeApp({ environment: { PUBLIC_URL: '' } })
    const refused = await askAt(unset, 'evil.example')
    expect(refused).toMatchObject({ status: 409, body: { title: 'PUBLIC_URL is not set' } })
    const { body } = await askAt(unset, 'localhost:3000')
    expect(body.url).toMatch(/^http:\/\/localhost:3000\/invite\//)
    expect(await unset.db.orm.select().from(accountLink)).toHaveLength(1)
  })
})
