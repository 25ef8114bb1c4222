import { beforeEach, expect, it, onTestFinished, vi } from 'vitest'
import { DAY } from '../../../surveys/durations.ts'
import { makeApp, type TestApp } from '../../support/app.ts'
import { NOW } from '../../support/clock.ts'
import { send, signInAs, trySignIn } from '../../support/signingIn.ts'

let made: TestApp

beforeEach(async () => {
  made = await makeApp()
  await made.addMember('viewer', 'vera')
})

const NEW = 'quite another password'

it('lets anyone change their own name', async () => {
  const vera = await signInAs(made, 'vera')
  const changed = await vera.ask('/me', 'PATCH', { name: ' Věra Nová ' })
  expect(await changed.json()).toMatchObject({ name: 'Věra Nová', role: 'viewer' })
  expect(await (await vera.ask('/me')).json()).toMatchObject({ name: 'Věra Nová' })
  expect(await vera.status('/me', 'PATCH', { name: '' })).toBe(400)
  expect(await vera.status('/me', 'PATCH', { name: 'V', role: 'admin' })).toBe(400)
})

it('changes the password if the current one is right, and ends other sessions', async () => {
  const [here, elsewhere] = [await signInAs(made, 'vera'), await signInAs(made, 'vera')]
  const wrong = await here.ask('/me/password', 'PUT', { current: 'a wrong password', new: NEW })
  expect(await wrong.json()).toMatchObject({ errors: [{ field: 'current' }] })
  const common = await here.ask('/me/password', 'PUT', {
    current: made.password,
    new: 'qwerty123456',
  })
  expect(await common.json()).toMatchObject({
    errors: [{ field: 'new', message: 'is one of the most common passwords' }],
  })
  expect(await here.status('/me/password', 'PUT', { current: made.password, new: NEW })).toBe(204)
  expect([await here.status('/me'), await elsewhere.status('/me')]).toEqual([200, 401])
  expect((await trySignIn(made, 'vera@ohlas.test', made.password)).status).toBe(401)
  expect((await trySignIn(made, 'vera@ohlas.test', NEW)).status).toBe(200)
})

it('limits guesses of the password within a session', async () => {
  const vera = await signInAs(made, 'vera')
  const guess = () => vera.status('/me/password', 'PUT', { current: 'a wrong one', new: NEW })
  const statuses: number[] = []
  for (let n = 0; n < 12; n++) statuses.push(await guess())
  expect(statuses.filter((status) => status === 429)).toHaveLength(2)
})

it('lists sessions with their browser, and ends one or all others', async () => {
  const phone = await signInAs(made, 'vera', 'Phone')
  const here = await signInAs(made, 'vera', 'Desk')
  const third = await signInAs(made, 'vera', 'Laptop')
  const read = async () => {
    const answer = await here.ask('/me/sessions')
    type Session = { id: string; userAgent: string; current: boolean }
    return ((await answer.json()) as { sessions: Session[] }).sessions
  }
  const sessions = await read()
  expect(sessions.map(({ userAgent }) => userAgent).toSorted()).toEqual(['Desk', 'Laptop', 'Phone'])
  expect(sessions.find(({ current }) => current)!.userAgent).toBe('Desk')
  const { id } = sessions.find(({ userAgent }) => userAgent === 'Phone')!
  expect(await here.status(`/me/sessions/${id}`, 'DELETE')).toBe(204)
  expect([await phone.status('/me'), await third.status('/me')]).toEqual([401, 200])
  expect(await here.status('/me/sessions', 'DELETE')).toBe(204)
  expect([await third.status('/me'), await here.status('/me')]).toEqual([401, 200])
  expect(await read()).toHaveLength(1)
})

it('never ends a session of somebody else', async () => {
  await made.addMember('lead', 'lena')
  const [vera, lena] = [await signInAs(made, 'vera'), await signInAs(made, 'lena')]
  const { sessions } = (await (await lena.ask('/me/sessions')).json()) as {
    sessions: { id: string }[]
  }
  expect(await vera.status(`/me/sessions/${sessions[0]!.id}`, 'DELETE')).toBe(404)
  expect(await lena.status('/me')).toBe(200)
})

it.each([
  ['PATCH', '/me', { name: 'Key' }],
  ['PUT', '/me/password', { current: 'x', new: NEW }],
  ['GET', '/me/sessions', undefined],
  ['DELETE', '/me/sessions', undefined],
])('has no account for a key: %s %s', async (method, path, json) => {
  expect((await made.ask('admin', `/api/v1${path}`, { method, json })).status).toBe(409)
})

it('renews the cookie of a browser in use, which then outlives the week', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW })
  onTestFinished(() => void vi.useRealTimers())
  const signedIn = await trySignIn(made, 'vera@ohlas.test', made.password)
  const cookieOf = (response: Response) =>
    response.headers.getSetCookie().filter((line) => line.startsWith('ohlas.session_token='))
  const cookie = cookieOf(signedIn)[0]!.split(';')[0]!
  const read = () => send(made, '/api/v1/me', { cookie })
  expect(cookieOf(await read())).toEqual([])
  vi.setSystemTime(NOW + 6 * DAY)
  expect(cookieOf(await read())).toEqual([expect.stringContaining(`Max-Age=${(7 * DAY) / 1000}`)])
  vi.setSystemTime(NOW + 12 * DAY)
  expect((await read()).status).toBe(200)
})
