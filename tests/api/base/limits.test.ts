import { beforeEach, describe, expect, test } from 'vitest'
import { createApp } from '../../../api/app.ts'
import { BadSetting, readConfig } from '../../../api/base/config.ts'
import { response } from '../../../db/schema/index.ts'
import { makeApp, type TestApp } from '../../support/app.ts'
import { fromAddress } from '../../support/fromAddress.ts'
import { makeSurvey } from '../../support/surveys.ts'
import { visiting } from '../../support/visiting.ts'

const SLUG = 'after-support'
const PAGES = 2

let made: TestApp

beforeEach(async () => {
  made = await makeApp()
  await makeSurvey(made.db, SLUG)
})

type From = { address: string; forwarded?: string }

/** Creates a client at an address, for a server with these settings. */
function visitorAt(settings: Record<string, string> = {}) {
  const config = readConfig({ LOG_LEVEL: 'silent', RATE_LIMIT: String(PAGES), ...settings })
  const app = createApp({ ...made.deps, config }, made.setup)
  return ({ address, forwarded }: From) => {
    const headers: Record<string, string> =
      forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }
    const asked = fromAddress(app, address, headers)
    return visiting(() => ({ app: asked, clock: made.clock }), SLUG)
  }
}

describe('one address', () => {
  test('may open a limited number of pages a minute, and then learns when to retry, in its language', async () => {
    const { get } = visitorAt()({ address: '192.0.2.1' })
    for (let page = 0; page < PAGES; page++) expect((await get(SLUG)).status).toBe(200)
    const refused = await get(SLUG, { 'accept-language': 'de' })
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await refused.text()).toContain('<html lang="de"')
  })

  test('may save four times as often as it opens pages, and is then asked to retry later', async () => {
    const { open, put, post } = visitorAt()({ address: '192.0.2.1' })
    const page = await open()
    for (let save = 1; save <= PAGES * 4; save++)
      expect((await put(page, { score: 9 }, { revision: save })).status).toBe(200)
    const refused = await put(page, { score: 1 }, { revision: 100 })
    expect(refused.status).toBe(429)
    expect(refused.headers.get('content-type')).toBe('application/problem+json')
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    const form = await post(page, [['score', '1']])
    expect(form.status).toBe(429)
    expect(await form.text()).toContain('Many answers are arriving right now.')
    expect(await made.db.orm.select().from(response)).toMatchObject([{ band: 'happy' }])
  })

  test('has a limit of its own, shared by an IPv6 network', async () => {
    const at = visitorAt()
    const open = async (address: string) => (await at({ address }).get(SLUG)).status
    expect(await open('192.0.2.1')).toBe(200)
    expect(await open('::ffff:192.0.2.1')).toBe(200)
    expect(await open('192.0.2.1')).toBe(429)
    expect(await open('192.0.2.2')).toBe(200)
    expect(await open('2001:db8:1:2:3:4:5:6')).toBe(200)
    expect(await open('2001:db8:1:2::9')).toBe(200)
    expect(await open('2001:db8:1:2:ffff::1')).toBe(429)
    expect(await open('2001:db8:1:3::1')).toBe(200)
  })

  test('behind proxies is the one that connected to our outermost proxy, whatever the headers claim', async () => {
    const at = visitorAt({ TRUST_PROXY: '2' })
    const open = async (forwarded: string) =>
      (await at({ address: '10.0.0.1', forwarded }).get(SLUG)).status
    expect(await open('192.0.2.1, 10.0.0.2')).toBe(200)
    expect(await open('198.51.100.7, 192.0.2.1, 10.0.0.2')).toBe(200)
    expect(await open('198.51.100.8, 192.0.2.1, 10.0.0.2')).toBe(429)
    expect(await open('192.0.2.9, 10.0.0.2')).toBe(200)
  })

  test('can’t claim to be another address if no proxy is trusted', async () => {
    const at = visitorAt()
    const open = async (forwarded: string) =>
      (await at({ address: '192.0.2.1', forwarded }).get(SLUG)).status
    expect([await open('1.1.1.1'), await open('2.2.2.2'), await open('3.3.3.3')]).toEqual([
      200, 200, 429,
    ])
  })

  test.each([
    ['198.51.100.3:40001', '198.51.100.3:40002', '198.51.100.3'],
    ['[2001:db8:1:2::1]:443', '2001:DB8:1:2:ffff::9', '"[2001:0db8:0001:0002::7]:99"'],
    ['fe80::1%eth0', '[fe80::2%eth1]:80', 'fe80:0:0:0:a::'],
    ['::ffff:198.51.100.3', '::FFFF:c633:6403', '[::ffff:198.51.100.3]:1234'],
    ['2001:db8::192.0.2.1', '2001:db8::', '2001:db8:0:0:1::'],
    // Anything that is not an address counts as the proxy itself.
    ['unknown', '_hidden', '10.0.0.300'],
    [':::', '198.51.100.03', '-'],
  ])('is the same however a proxy writes it: %s', async (...written) => {
    const at = visitorAt({ TRUST_PROXY: '1' })
    const statuses = []
    for (const forwarded of written)
      statuses.push((await at({ address: '10.0.0.1', forwarded }).get(SLUG)).status)
    expect(statuses).toEqual([200, 200, 429])
  })

  test('differs behind another address, however similar they look', async () => {
    const at = visitorAt({ TRUST_PROXY: '1' })
    const others = ['198.51.100.3:1', '198.51.100.4:1', '::ffff:198.51.100.5', '::c633:6403']
    const more = ['2001:db8:1:2::1', '2001:db8:1:3::1', '[2001:db8:1:4::1]:1', ' , 198.51.100.6 ']
    for (const forwarded of [...others, ...more])
      for (let page = 0; page < PAGES; page++)
        expect((await at({ address: '10.0.0.1', forwarded }).get(SLUG)).status).toBe(200)
  })

  test('is not limited if the limit is off', async () => {
    const { get } = visitorAt({ RATE_LIMIT: 'off' })({ address: '192.0.2.1' })
    for (let page = 0; page < PAGES * 3; page++) expect((await get(SLUG)).status).toBe(200)
  })
})

test('logs once that requests come through a proxy that the settings don’t mention', async () => {
  const warnings: unknown[] = []
  const askWith = async (settings: Record<string, string>) => {
    const config = readConfig({ LOG_LEVEL: 'silent', ...settings })
    const log = { ...made.deps.log, warn: (text: unknown) => void warnings.push(text) }
    const app = createApp({ ...made.deps, config, log }, made.setup)
    const incoming = {
      headers: { 'x-forwarded-for': '192.0.2.1' },
      socket: { remoteAddress: '10.0.0.1' },
    }
    for (let page = 0; page < 3; page++) await app.request(`/s/${SLUG}`, {}, { incoming })
  }
  await askWith({ TRUST_PROXY: '1' })
  expect(warnings).toEqual([])
  await askWith({ RATE_LIMIT: 'off' })
  expect(warnings).toEqual([expect.stringContaining('TRUST_PROXY')])
})

test.each([
  ['RATE_LIMIT', '0'],
  ['RATE_LIMIT', 'many'],
  ['TRUST_PROXY', 'true'],
  ['TRUST_PROXY', '-1'],
])('a setting %s=%s stops the start', (name, value) => {
  expect(() => readConfig({ [name]: value })).toThrow(BadSetting)
})
