import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { NEWER_SAVE_STORED } from '../../../surveys/problemTypes.ts'
import type { Outcome } from '../../../web/respondent/outbox.ts'

const URL_OF_RESPONSE = '/s/nps/responses/019ab2f0-4c7d-7b1e-9d2c-1f6a5b3c8d9e'

let replies: (() => Promise<Response>)[]
let sent: Record<string, unknown>[]
let storage: Record<string, string>

beforeEach(() => {
  vi.useFakeTimers()
  vi.resetModules()
  replies = []
  sent = []
  storage = {}
  vi.stubGlobal('window', globalThis)
  vi.stubGlobal('addEventListener', () => {})
  vi.stubGlobal('navigator', {})
  vi.stubGlobal('localStorage', storage)
  vi.stubGlobal('fetch', (_: string, { body }: { body: string }) => {
    sent.push(JSON.parse(body))
    return replies.shift()!()
  })
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const reply = (body: object, status = 200) =>
  replies.push(async () => Response.json(body, { status }))
const noNetwork = () => replies.push(() => Promise.reject(new TypeError('no network')))

/** Puts a save and waits until nothing is under way. */
async function put(): Promise<Outcome[]> {
  const outbox = await import('../../../web/respondent/outbox.ts')
  const heard: Outcome[] = []
  outbox.put(URL_OF_RESPONSE, '{"answers":{"nps":9}}', false, (...outcome) => heard.push(outcome))
  await vi.advanceTimersByTimeAsync(0)
  return heard
}

test('a stored save returns the feedback URL, and leaves the device', async () => {
  reply({ state: 'complete', feedback: '/f/x' })
  expect(await put()).toEqual([['saved', '/f/x']])
  expect(sent).toMatchObject([{ answers: { nps: 9 } }])
  expect(storage).toEqual({})
})

test('a save counts as stored if a newer one is', async () => {
  reply({ type: NEWER_SAVE_STORED }, 409)
  expect(await put()).toEqual([['saved', undefined]])
})

test('a save that is refused leaves the device', async () => {
  reply({ type: 'about:blank' }, 400)
  expect(await put()).toEqual([['refused']])
  expect(storage).toEqual({})
})

test('a save without a network waits on the device, and is sent again', async () => {
  noNetwork()
  const heard = await put()
  expect(heard).toEqual([['waiting']])
  expect(Object.keys(storage)).toEqual([`ohlas ${URL_OF_RESPONSE}`])
  reply({ state: 'partial' })
  await vi.advanceTimersByTimeAsync(1_500)
  expect(heard.at(-1)).toEqual(['saved', undefined])
  expect(storage).toEqual({})
})

test('a save waits on the page only if the device is full', async () => {
  vi.stubGlobal(
    'localStorage',
    new Proxy(storage, {
      set: () => {
        throw new DOMException('full', 'QuotaExceededError')
      },
    }),
  )
  noNetwork()
  expect(await put()).toEqual([['unkept']])
})

test('a save that requires a proof reports it first, and carries the proof', async () => {
  vi.stubGlobal('ohlasSolve', async (challenge: string) => `proof of ${challenge}`)
  vi.doMock('/solve.js', () => ({}))
  reply({ challenge: 'x', meanwhile: 'One moment…' }, 428)
  reply({ state: 'partial' })
  expect(await put()).toEqual([
    ['checking', 'One moment…'],
    ['saved', undefined],
  ])
  expect(sent.at(-1)).toMatchObject({ proof: 'proof of x' })
})
