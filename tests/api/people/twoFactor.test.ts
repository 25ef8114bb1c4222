import { beforeEach, describe, expect, it } from 'vitest'
import { totpAt } from '../../../api/people/totp.ts'
import { twoFactor, user } from '../../../db/schema/index.ts'
import { openSecrets } from '../../../db/secrets/secrets.ts'
import { secretKeyOf } from '../../../db/secrets/seal.ts'
import { DAY, MINUTE } from '../../../surveys/durations.ts'
import { makeApp, type TestApp } from '../../support/app.ts'
import { browserAfter, send, signInAs, type SignedIn } from '../../support/signingIn.ts'

let made: TestApp
let vera: SignedIn
let id: string

beforeEach(async () => {
  made = await makeApp()
  id = (await made.addMember('viewer', 'vera')).id
  vera = await signInAs(made, 'vera')
})

const signIn = (code?: string, { password = made.password, app = made } = {}) =>
  send(app, '/api/auth/sign-in/email', {
    method: 'POST',
    json: { email: 'vera@ohlas.test', password, ...(code !== undefined && { code }) },
  })

const stepNow = () => Math.floor(made.clock.now / 30_000)

/** Turns two-factor on. The code's step is used, so the clock moves on. */
async function turnOn() {
  const begun = await vera.ask('/me/two-factor', 'POST', { password: made.password })
  const { secret } = (await begun.json()) as { secret: string }
  const code = totpAt(secret, stepNow())
  const confirmed = await vera.ask('/me/two-factor', 'PUT', { code })
  const { recoveryCodes } = (await confirmed.json()) as { recoveryCodes: string[] }
  const codeNow = () => totpAt(secret, stepNow())
  return { code, codeNow, recoveryCodes, secret }
}

const actions = async () => {
  const answer = await made.ask('admin', '/api/v1/audit-log')
  const { entries } = (await answer.json()) as { entries: { action: string }[] }
  return entries.map(({ action }) => action)
}

describe('setting two-factor up', () => {
  it('requires the password and a code of the app, and returns ten recovery codes', async () => {
    expect(await vera.status('/me/two-factor', 'POST', { password: 'a wrong one' })).toBe(400)
    const begun = await vera.ask('/me/two-factor', 'POST', { password: made.password })
    expect(begun.status).toBe(201)
    const { secret, uri } = (await begun.json()) as { secret: string; uri: string }
    expect(uri).toContain(`secret=${secret}`)
    // Not on yet, since the app may not have the secret.
    expect((await signIn()).status).toBe(200)
    const wrong = await vera.ask('/me/two-factor', 'PUT', { code: '000000' })
    expect(await wrong.json()).toMatchObject({ errors: [{ field: 'code' }] })
    const code = totpAt(secret, stepNow())
    const confirmed = await vera.ask('/me/two-factor', 'PUT', { code: code.replace(/^.../, '$& ') })
    const { recoveryCodes } = (await confirmed.json()) as { recoveryCodes: string[] }
    expect(new Set(recoveryCodes).size).toBe(10)
    expect(await (await vera.ask('/me/two-factor')).json()).toEqual({
      enabledAt: made.clock.now,
      recoveryCodes: 10,
      readable: true,
    })
    expect(await vera.status('/me/two-factor', 'PUT', { code })).toBe(409)
    expect(await vera.status('/me/two-factor', 'POST', { password: made.password })).toBe(409)
    expect(await actions()).toContain('person.two_factor_enabled')
  })

  it('stores no secret that a copy of the database opens', async () => {
    const { secret, recoveryCodes } = await turnOn()
    const rows = JSON.stringify(await made.db.orm.select().from(twoFactor))
    expect(rows).not.toContain(secret)
    expect(rows).not.toContain(recoveryCodes[0])
    expect(JSON.stringify(await made.db.orm.select().from(user))).not.toContain(secret)
  })
})

describe('signing in with two-factor', () => {
  it('accepts a code once', async () => {
    const { code, codeNow } = await turnOn()
    const missing = await signIn()
    expect(missing.status).toBe(401)
    expect(await missing.json()).toMatchObject({ type: 'second-factor-missing' })
    expect(missing.headers.getSetCookie()).toEqual([])
    // The code that confirmed the set-up is used.
    expect(await (await signIn(code)).json()).toMatchObject({ type: 'second-factor-wrong' })
    made.clock.now += MINUTE
    const signedIn = await signIn(codeNow())
    expect(signedIn.status).toBe(200)
    expect(await browserAfter(made, signedIn).status('/me')).toBe(200)
    expect((await signIn(codeNow())).status).toBe(401)
  })

  it('lets two at once use a code only once', async () => {
    const { codeNow } = await turnOn()
    made.clock.now += MINUTE
    const both = await Promise.all([signIn(codeNow()), signIn(codeNow())])
    expect(new Set(both.map(({ status }) => status))).toEqual(new Set([200, 401]))
  })

  it('accepts each recovery code once', async () => {
    const { recoveryCodes } = await turnOn()
    const typed = recoveryCodes[3]!.toUpperCase().replaceAll('-', '')
    expect((await signIn(typed)).status).toBe(200)
    expect((await signIn(recoveryCodes[3])).status).toBe(401)
    expect(await (await vera.ask('/me/two-factor')).json()).toMatchObject({ recoveryCodes: 9 })
    const renewed = await vera.ask('/me/recovery-codes', 'POST', { password: made.password })
    const { recoveryCodes: fresh } = (await renewed.json()) as { recoveryCodes: string[] }
    expect((await signIn(recoveryCodes[4])).status).toBe(401)
    expect((await signIn(fresh[0])).status).toBe(200)
  })

  it('leaves no session after a wrong code, and reveals nothing without the password', async () => {
    const { codeNow } = await turnOn()
    made.clock.now += MINUTE
    await signIn('000000')
    const { sessions } = (await (await vera.ask('/me/sessions')).json()) as { sessions: unknown[] }
    expect(sessions).toHaveLength(1)
    const guess = await signIn(codeNow(), { password: 'a wrong password' })
    expect(await guess.json()).toMatchObject({ title: 'Sign in first', type: 'about:blank' })
    expect((await signIn(codeNow())).status).toBe(200)
  })

  it('blocks guesses of codes, even from a browser that was signed in before', async () => {
    const { codeNow } = await turnOn()
    const statuses: number[] = []
    for (let n = 0; n < 6; n++) {
      statuses.push((await signIn('000000')).status)
      await signIn()
    }
    for (let n = 0; n < 6; n++) statuses.push((await signIn('aaaa-aaaa-aaaa-aaaa')).status)
    expect(statuses.filter((status) => status === 401)).toHaveLength(10)
    expect((await signIn(codeNow())).status).toBe(429)
    made.clock.now += DAY
    expect((await signIn(codeNow())).status).toBe(200)
  })

  it('is required after a reset link, too', async () => {
    const { codeNow } = await turnOn()
    const link = await made.ask('admin', `/api/v1/people/${id}/reset-link`, { method: 'POST' })
    const token = ((await link.json()) as { url: string }).url.split('/').at(-1)
    const password = 'quite another password'
    const reset = await send(made, `/api/v1/account-links/${token}`, {
      method: 'POST',
      json: { password },
    })
    expect(await reset.json()).toEqual({ signedIn: false })
    expect(reset.headers.getSetCookie()).toEqual([])
    made.clock.now += MINUTE
    expect((await signIn(codeNow(), { password })).status).toBe(200)
  })
})

describe('turning two-factor off', () => {
  it('requires the password', async () => {
    await turnOn()
    expect(await vera.status('/me/two-factor/removal', 'POST', { password: 'wrong one' })).toBe(400)
    const off = () => vera.status('/me/two-factor/removal', 'POST', { password: made.password })
    expect([await off(), await off()]).toEqual([204, 404])
    expect((await signIn()).status).toBe(200)
  })

  it('is what admins can do for someone who lost their phone, and is recorded', async () => {
    await turnOn()
    const path = `/api/v1/people/${id}/two-factor`
    const states = async () => {
      const answer = await made.ask('admin', '/api/v1/people')
      const { people } = (await answer.json()) as { people: { twoFactor: string }[] }
      return people.map((person) => person.twoFactor)
    }
    expect(await states()).toEqual(['on'])
    expect((await made.ask('lead', path, { method: 'DELETE' })).status).toBe(403)
    expect((await made.ask('admin', path, { method: 'DELETE' })).status).toBe(204)
    expect((await made.ask('admin', path, { method: 'DELETE' })).status).toBe(404)
    expect(await states()).toEqual(['off'])
    expect((await signIn()).status).toBe(200)
    expect(await actions()).toContain('person.two_factor_disabled')
  })
})

it('tells admins whose secret no key opens, and still accepts recovery codes', async () => {
  const { codeNow, recoveryCodes } = await turnOn()
  made.clock.now += MINUTE
  const otherKey = openSecrets('', [secretKeyOf(Buffer.alloc(32, 8))])
  const app = await makeApp({ db: made.db, secrets: otherKey })
  const people = await (await app.ask('admin', '/api/v1/people')).json()
  expect(people).toMatchObject({ people: [{ twoFactor: 'unreadable' }] })
  for (const code of [undefined, codeNow()])
    expect(await (await signIn(code, { app })).json()).toMatchObject({
      type: 'second-factor-unreadable',
    })
  expect((await signIn(recoveryCodes[0], { app })).status).toBe(200)
})
