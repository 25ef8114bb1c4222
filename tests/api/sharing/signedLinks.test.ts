import { createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { beforeEach, describe, expect, test } from 'vitest'
import { linkKeyOf, readSignedLink, signLink } from '../../../api/sharing/signedLinks.ts'
import { customer } from '../../../db/schema/index.ts'
import { definition, makeSurvey } from '../../support/surveys.ts'
import { visiting } from '../../support/visiting.ts'
import {
  SLUG,
  made,
  surveyId,
  put,
  open,
  get,
  stored,
  scores,
  queryOf,
  surveyForEachTest,
} from './links.ts'

surveyForEachTest()

test('a signature is looked for among the first hundred lines of a link, and no further', () => {
  const read = (claims: number) => {
    const names = Object.fromEntries(Array.from({ length: claims }, (_, at) => [`name${at}`, 'x']))
    return readSignedLink('key', `/s/x?${signLink('key', names)}`)
  }
  expect(read(99)).toMatchObject({ name98: 'x' })
  expect(read(100)).toBe('bad')
})

describe('a signed link', () => {
  test('that names nobody may be shared by many, each with their own response', async () => {
    const query = await queryOf({ properties: { agent: 'anna' } })
    for (const score of [2, 9, 10]) {
      const page = await open(`${query}&score=${score}`)
      expect((await put(page, { score }, { complete: true })).status).toBe(200)
    }
    expect(new Set(await scores())).toEqual(new Set([2, 9, 10]))
  })

  test('may set properties that the survey accepts from signed links only', async () => {
    await put(await open(await queryOf({ properties: { agent: 'Anna Nováková', plan: 'pro+' } })), {
      score: 9,
    })
    await put(await open('?agent=Anna&plan=pro&channel=chat'), { score: 9 })
    expect((await stored()).map(({ properties }) => properties)).toEqual([
      { agent: 'Anna Nováková', plan: 'pro+' },
      { channel: 'chat' },
    ])
  })

  test('that was changed loses what requires a signature, but still accepts the answer', async () => {
    const query = await queryOf({ properties: { agent: 'anna', team: 'north' }, singleUse: true })
    const changed = [
      query.replace('agent=anna', 'agent=zoe'),
      `?agent=zoe&${query.slice(1)}`,
      query.replace(/sig=./, 'sig='),
      query.replace('once=', 'once=x'),
      '?agent=anna&team=north&sig=',
      '?agent=anna&team=north&sig=%FF&sig=x',
    ]
    for (const each of changed) expect((await put(await open(each), { score: 9 })).status).toBe(200)
    const properties = (await stored()).map((row) => row.properties)
    expect(properties).toEqual(changed.map(() => ({ team: 'north' })))
  })

  test('accepts parameters after its signature, such as a score, unless they must be signed', async () => {
    const query = await queryOf({ properties: { agent: 'anna' }, language: 'he' })
    expect(query).toMatch(/&sig=[\w-]{43}&lang=he$/)
    const page = await open(`${query}&score=9&plan=pro&agent=zoe&utm_source=mail`)
    expect(page.html).toContain('<html lang="he"')
    expect(page.html).toMatch(/value="9"[^>]* checked/)
    await put(page, { score: 9 })
    expect((await stored())[0]!.properties).toEqual({ agent: 'anna', utm_source: 'mail' })
  })

  test('of one survey is invalid for another', async () => {
    await makeSurvey(made.db, 'other', { ...definition, signed: ['agent'] })
    const query = await queryOf({ properties: { agent: 'anna' } })
    const other = visiting(() => made, 'other')
    await other.put(await other.open(query), { score: 9 })
    expect((await stored())[0]!.properties).toEqual({})
  })

  test('may complete a known customer’s record, as no other link may', async () => {
    await put(await open('?customer=42'), { score: 9 })
    await put(await open('?customer=42&email=wrong@example.com'), { score: 9 })
    expect(await made.db.orm.select().from(customer)).toMatchObject([{ email: null }])
    const query = await queryOf({ customer: { id: '42', email: 'zoe@example.com' } })
    await put(await open(`${query}&name=Mallory`), { score: 9 })
    expect(await made.db.orm.select().from(customer)).toMatchObject([
      { externalId: '42', email: 'zoe@example.com', name: null },
    ])
  })

  test.each([
    { customer: { id: '7' }, singleUse: true },
    { properties: { agent: 'anna' }, singleUse: true },
    { customer: { id: '7' } },
  ])('for one person is no kiosk’s, whatever anyone adds to it: %j', async (signed) => {
    const query = await queryOf(signed)
    const page = await open(`${query}&via=kiosk`)
    await put(page, { score: 2 }, { complete: true })
    expect(await stored()).toMatchObject([{ source: 'link' }])
    const again = { ...page, id: `${page.id.slice(0, -12)}0000000000a1` }
    expect((await put(again, { score: 2 }, { complete: true })).status).toBe(403)
    if (signed.singleUse) expect((await get(`${SLUG}${query}&via=kiosk`)).status).toBe(410)
  })

  test('works until it expires', async () => {
    const query = await queryOf({ expiresAt: made.clock.now + 60_000 })
    expect((await get(`${SLUG}${query}`)).status).toBe(200)
    made.clock.now += 61_000
    const late = await get(`${SLUG}${query}`)
    expect(late.status).toBe(410)
    expect(await late.text()).toContain('This survey is closed')
  })

  test('can be created by the company’s own code, as the documentation shows', async () => {
    const answered = await made.ask('admin', `/api/v1/surveys/${surveyId}/link-key`)
    const { key } = (await answered.json()) as { key: string }
    const text = readFileSync(new URL('../../../docs/links.md', import.meta.url), 'utf8')
    const code = /```js\n([^]*?)```/.exec(text)![1]!
    expect(code.trim().split('\n').length).toBeLessThanOrEqual(10)
    const body = code.replace(/^import .*$/m, '').replace('export ', '')
    // oxlint-disable-next-line no-implied-eval, typescript/no-implied-eval -- runs what readers will copy
    const make = new Function('createHmac', `${body}; return signedLink`)(createHmac) as (
      page: string,
      key: string,
      claims: Record<string, string>,
    ) => string
    const claims = { customer: '42', agent: "D'Arcy & Søn ~*=", once: 'order 1234' }
    const url = make(`http://ohlas.test/s/${SLUG}`, key, claims)
    await put(await open(new URL(url).search), { score: 9 }, { complete: true })
    expect(await stored()).toMatchObject([{ properties: { agent: claims.agent } }])
    expect((await get(`${SLUG}${new URL(url).search}`)).status).toBe(410)
  })
})

describe('the signed part of a link', () => {
  const SIGNED = { customer: { id: '4711' }, properties: { agent: 'Anna +%', plan: 'pro' } }
  const answered = async (query: string) => {
    await put(await open(query), { score: 9 }, { complete: true })
    const [row] = await stored()
    const [known] = await made.db.orm.select().from(customer)
    return {
      properties: row!.properties,
      badSignature: row!.badSignature,
      customer: known?.externalId,
    }
  }
  const intact = {
    properties: { agent: 'Anna +%', plan: 'pro' },
    badSignature: false,
    customer: '4711',
  }

  test.each<[string, (query: string) => string]>([
    ['a click id in front', (query) => `?utm_source=x&${query.slice(1)}`],
    ['a click id behind', (query) => `${query}&utm_source=x&fbclid=y`],
    ['spaces written otherwise', (query) => query.replace('+', '%20')],
    ['escapes in lower case', (query) => query.replace('%2B%25', '%2b%25')],
    ['& as it is written in HTML', (query) => query.replaceAll('&', '&amp;')],
    ['a full stop behind', (query) => `${query}.`],
  ])('still fits with %s', async (_, changed) => {
    const {
      utm_source: __,
      fbclid: ___,
      ...properties
    } = (await answered(changed(await queryOf(SIGNED)))).properties
    expect(properties).toEqual(intact.properties)
    const [row] = await stored()
    expect(row!.badSignature).toBe(false)
    expect(await made.db.orm.select().from(customer)).toMatchObject([{ externalId: '4711' }])
  })

  describe('made by a company’s own code', () => {
    let key: string
    beforeEach(() => (key = linkKeyOf(made.deps.workspace.secret, surveyId)))
    const sign = (text: string, encoding: 'base64url' | 'base64' | 'hex' = 'base64url') =>
      createHmac('sha256', key).update(text).digest(encoding)
    const emailOf = async (query: string) => {
      await put(await open(query), { score: 9 }, { complete: true })
      const [row] = await stored()
      const [known] = await made.db.orm.select().from(customer)
      return { badSignature: row!.badSignature, email: known?.email, agent: row!.properties.agent }
    }
    const right = { badSignature: false, email: 'ann+x@shop.test', agent: 'Anna B' }
    const LINES = 'signed=1\nemail=ann+x@shop.test\nagent=Anna B'

    test.each([
      ['all is escaped', 'signed=1&email=ann%2Bx%40shop.test&agent=Anna%20B'],
      ['nothing but spaces', 'signed=1&email=ann+x@shop.test&agent=Anna%20B'],
      ['forms are', 'signed=1&email=ann%2Bx%40shop.test&agent=Anna+B'],
    ])('may sign the lines and escape as %s', async (_, query) => {
      expect(await emailOf(`?${query}&sig=${sign(LINES)}&score=9`)).toEqual(right)
    })

    test.each([
      ['escaped', 'signed=1&email=ann%2Bx%40shop.test&agent=Anna+B'],
      ['not escaped', 'signed=1&email=ann+x@shop.test&agent=Anna%20B'],
    ])('may sign the query as it is sent, %s', async (_, query) => {
      expect(await emailOf(`?utm_source=x&${query}&sig=${sign(query)}&score=9`)).toEqual(right)
    })

    test.each(['base64', 'hex'] as const)('may write the signature in %s', async (encoding) => {
      const query = 'signed=1&email=ann%2Bx%40shop.test&agent=Anna%20B'
      expect(await emailOf(`?${query}&sig=${sign(LINES, encoding)}`)).toEqual(right)
    })

    test('signs nothing that can be read as anything else', async () => {
      const line = sign('agent=x&customer=42')
      await put(await open(`?agent=x&customer=42&sig=${line}`), { score: 9 })
      const escaped = sign('signed=1\ncustomer=%34%32')
      await put(await open(`?signed=1&customer=%34%32&sig=${escaped}`), { score: 9 })
      expect((await stored()).map(({ badSignature }) => badSignature)).toEqual([true, true])
    })
  })

  test.each<[string, (query: string) => string]>([
    ['cut in its signature', (query) => query.slice(0, -5)],
    ['cut before its signature', (query) => query.slice(0, query.indexOf('&sig='))],
    ['cut in the customer’s id', (query) => query.slice(0, query.indexOf('4711') + 2)],
    ['changed', (query) => query.replace('4711', '4712')],
  ])('counts without a customer when it was %s, and says so', async (_, changed) => {
    const query = await queryOf(SIGNED)
    expect(await answered(changed(query))).toEqual({
      properties: {},
      badSignature: true,
      customer: undefined,
    })
    const list = await made.ask('lead', `/api/v1/surveys/${surveyId}/responses`)
    expect(await list.json()).toMatchObject({ responses: [{ badSignature: true, customer: null }] })
    const file = await made.ask('lead', `/api/v1/surveys/${surveyId}/responses.csv`)
    expect(parse(await file.text(), { columns: true, bom: true })).toMatchObject([
      { bad_signature: 'yes', customer_id: '' },
    ])
    const path = `/api/v1/surveys/${surveyId}/link-signatures`
    expect(await (await made.ask('admin', path)).json()).toEqual({ days: 30, invalid: 1 })
  })

  test('is preserved byte for byte by the page’s links to other languages', async () => {
    const key = linkKeyOf(made.deps.workspace.secret, surveyId)
    const query = `?utm_source=x&${signLink(key, { agent: 'a b', lang: 'en', once: 'o 1' })}&score=9`
    const page = await open(query)
    const [, address] = /<a href="([^"]*)" lang="he"/.exec(page.html)!
    const other = address!.replaceAll('&amp;', '&').replaceAll('&#38;', '&')
    expect(other).toBe(`${query}&lang=he`)
    const hebrew = await open(other)
    expect(hebrew.html).toContain('<html lang="he"')
    expect(hebrew.id).toBe(page.id)
  })
})
