import { createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { beforeEach, describe, expect, test } from 'vitest'
import { checkScoreboard } from '../../../db/doctor.ts'
import { linkKeyOf, readSignedLink, signLink } from '../../../api/sharing/signedLinks.ts'
import { readStored } from '../../../db/responses/save.ts'
import { answer, customer, response } from '../../../db/schema/index.ts'
import { makeApp, type TestApp } from '../../support/app.ts'
import { definition, makeSurvey } from '../../support/surveys.ts'
import { visiting, type Opened } from '../../support/visiting.ts'

const SLUG = 'after-support'

/** Enough to meet a race that one in three lost, and soon over on a busy machine. */
const RACES = 15

let made: TestApp
let surveyId: string

beforeEach(async () => {
  made = await makeApp()
  const signed = ['agent', 'plan']
  surveyId = (await makeSurvey(made.db, SLUG, { ...definition, signed })).id
})

const { open, get, put, post } = visiting(() => made, SLUG)
const stored = () => made.db.orm.select().from(response)
const scores = async () => (await made.db.orm.select().from(answer)).map(({ value }) => value)

const ask = (json: unknown, role: 'admin' | 'lead' | null = 'admin') =>
  made.ask(role, `/api/v1/surveys/${surveyId}/links`, { method: 'POST', json })

/** The query of a link that this server made. */
async function queryOf(link: Record<string, unknown>): Promise<string> {
  const answered = await ask({ links: [link] })
  const { links } = (await answered.json()) as { links: { url: string }[] }
  return links[0]!.url.slice(`http://ohlas.test/s/${SLUG}`.length)
}

const checkedOn = ({ html }: Opened) =>
  [...html.matchAll(/value="(\d+)"[^>]* checked/g)].map(([, value]) => value)

const all = (score: number): [string, string][] => [
  ['score', String(score)],
  ['why', ''],
  ...['score', 'why', 'reasons'].map((id): [string, string] => ['asked', id]),
]

test('a signature is looked for among the first hundred lines of a link, and no further', () => {
  const read = (claims: number) => {
    const names = Object.fromEntries(Array.from({ length: claims }, (_, at) => [`name${at}`, 'x']))
    return readSignedLink('key', `/s/x?${signLink('key', names)}`)
  }
  expect(read(99)).toMatchObject({ name98: 'x' })
  expect(read(100)).toBe('bad')
})

describe('a signed link', () => {
  test('that names nobody may be shared by many, each with a response of their own', async () => {
    const query = await queryOf({ properties: { agent: 'anna' } })
    for (const score of [2, 9, 10]) {
      const page = await open(`${query}&score=${score}`)
      expect((await put(page, { score }, { complete: true })).status).toBe(200)
    }
    expect(new Set(await scores())).toEqual(new Set([2, 9, 10]))
  })

  test('says what the survey takes from no other link', async () => {
    await put(await open(await queryOf({ properties: { agent: 'Anna Nováková', plan: 'pro+' } })), {
      score: 9,
    })
    await put(await open('?agent=Anna&plan=pro&channel=chat'), { score: 9 })
    expect((await stored()).map(({ properties }) => properties)).toEqual([
      { agent: 'Anna Nováková', plan: 'pro+' },
      { channel: 'chat' },
    ])
  })

  test('that was changed loses what only it could say, and costs no answer', async () => {
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

  test('takes more behind its signature, such as a score, and nothing there that has to be signed', async () => {
    const query = await queryOf({ properties: { agent: 'anna' }, language: 'he' })
    expect(query).toMatch(/&sig=[\w-]{43}&lang=he$/)
    const page = await open(`${query}&score=9&plan=pro&agent=zoe&utm_source=mail`)
    expect(page.html).toContain('<html lang="he"')
    expect(page.html).toMatch(/value="9"[^>]* checked/)
    await put(page, { score: 9 })
    expect((await stored())[0]!.properties).toEqual({ agent: 'anna', utm_source: 'mail' })
  })

  test('of one survey is none of another', async () => {
    await makeSurvey(made.db, 'other', { ...definition, signed: ['agent'] })
    const query = await queryOf({ properties: { agent: 'anna' } })
    const other = visiting(() => made, 'other')
    await other.put(await other.open(query), { score: 9 })
    expect((await stored())[0]!.properties).toEqual({})
  })

  test('may complete a customer who is known, which no other link may', async () => {
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

  test('can be opened until the moment it says', async () => {
    const query = await queryOf({ expiresAt: made.clock.now + 60_000 })
    expect((await get(`${SLUG}${query}`)).status).toBe(200)
    made.clock.now += 61_000
    const late = await get(`${SLUG}${query}`)
    expect(late.status).toBe(410)
    expect(await late.text()).toContain('This survey is closed')
  })

  test('can be made by the company itself, as the documentation shows', async () => {
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

    test('signs nothing that can be read as something else', async () => {
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

  test('is the same behind the page’s own languages, byte for byte', async () => {
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

describe('a link for one answer', () => {
  let query: string
  beforeEach(async () => (query = await queryOf({ singleUse: true })))

  const expectUsed = async (answered: Response) => {
    expect(answered.status).toBe(410)
    const text = await answered.text()
    if (answered.headers.get('content-type')!.includes('html'))
      expect(text).toContain('This link was for one answer, and that has arrived.')
  }

  async function expectOne(score: number) {
    expect(await stored()).toHaveLength(1)
    expect(await scores()).toEqual([score])
    expect(await checkScoreboard(made.db)).toEqual([])
  }

  test('goes on where it was while it is not complete, from any device', async () => {
    const phone = await open(query)
    await put(phone, { score: 3, why: 'It broke.', reasons: ['speed'] })
    const desk = await open(query)
    expect(desk.id).toBe(phone.id)
    expect(desk.html).toMatch(/value="3"[^>]* checked/)
    expect(desk.html).toContain('It broke.')
    expect(desk.html).toMatch(/value="speed"[^>]* checked/)
    expect(desk.html).toContain('name="revision" value="2"')
    await put(desk, { score: 9 }, { revision: 2, complete: true })
    await expectOne(9)
  })

  const first: [string, (page: Opened) => Promise<Response>][] = [
    ['the page', (page) => put(page, { score: 9 }, { complete: true, revision: 3 })],
    ['the form', (page) => post(page, all(9), query)],
  ]
  const later: [string, (page: Opened) => Promise<Response>][] = [
    ['a reload', () => get(`${SLUG}${query}`)],
    ['a score link', () => get(`${SLUG}${query}&score=1`)],
    ['another tab', (tab) => put(tab, { score: 1 }, { complete: true })],
    ['another tab’s tap', (tab) => put(tab, { score: 1 }, { revision: 900_000 })],
    ['another tab’s form', (tab) => post(tab, all(1), query)],
    [
      'a form’s first step',
      (tab) =>
        post(
          tab,
          [
            ['score', '1'],
            ['asked', 'score'],
          ],
          query,
        ),
    ],
    ['a scanner', (tab) => put(tab, { score: 1 }, { confirmed: false })],
  ]

  test.each(first.flatMap(([by, send]) => later.map(([how, again]) => ({ by, send, how, again }))))(
    'answered by $by takes no other answer by $how',
    async ({ send, again }) => {
      const tab = await open(query)
      expect((await send(await open(query))).status).toBe(200)
      await expectUsed(await again(tab))
      await expectOne(9)
    },
  )

  test('takes the same answer again, as a page sends what it doesn’t know to have arrived', async () => {
    const page = await open(query)
    for (let time = 0; time < 2; time++)
      expect((await put(page, { score: 9 }, { complete: true })).status).toBe(200)
    await expectOne(9)
  })

  test('acknowledges one of a hundred answers that arrive at once, and keeps that one', async () => {
    for (let race = 0; race < RACES; race++) {
      const own = await queryOf({ singleUse: true })
      const tab = await open(own)
      const sent = Array.from({ length: 100 }, (_, at) => ({ score: at % 11, why: `No. ${at}` }))
      const answered = await Promise.all(sent.map((each) => put(tab, each, { complete: true })))
      const taken = sent.filter((_, at) => answered[at]!.status === 200)
      const refused = answered.filter(({ status }) => status === 410)
      expect([taken.length, refused.length]).toEqual([1, 99])
      const kept = await readStored(made.db, tab.id)
      expect(kept).toMatchObject({ state: 'complete', answers: taken[0] })
    }
    expect(await stored()).toHaveLength(RACES)
    expect(await checkScoreboard(made.db)).toEqual([])
  })

  test('offers no change of the answer that it has taken', async () => {
    expect((await open(query)).html).toMatch(/<button type="button" class="link" hidden/)
    expect((await open()).html).not.toMatch(/<button type="button" class="link" hidden/)
  })

  test('all of whose scores are opened by a scanner is suspected once, and a person’s act counts', async () => {
    for (const score of [0, 5, 10]) {
      const page = await open(`${query}&score=${score}`)
      made.clock.now -= 4_000
      await put(page, { score }, { confirmed: false })
    }
    expect(await stored()).toMatchObject([{ state: 'suspected', spamReason: 'scores' }])
    const page = await open(`${query}&score=10`)
    expect(page.html).toMatch(/value="10"[^>]* checked/)
    await put(page, { score: 10 }, { complete: true })
    expect(await stored()).toMatchObject([{ state: 'complete', spamReason: null }])
    await expectOne(10)
  })

  test.each([
    ['came unconfirmed', { confirmed: false }],
    ['a robot filled in', { confirmed: false, topic: 'x' }],
  ])('shows the newest link’s score in place of what %s', async (_, machine) => {
    await put(await open(`${query}&score=1`), { score: 1 }, machine)
    expect(checkedOn(await open(`${query}&score=10`))).toEqual(['10'])
    expect(checkedOn(await open(query))).toEqual([])
    const other = await open(`${query}&score=9&lang=en`)
    await post(other, all(9), `${query}&score=9`)
    expect(await scores()).toEqual([9])
  })

  test.each([
    ['counts', {}],
    ['is suspected', { topic: 'x' }],
  ])('keeps what a person confirmed, where it %s, whatever score a link says', async (_, more) => {
    await put(await open(`${query}&score=3`), { score: 2 }, more)
    expect(checkedOn(await open(`${query}&score=10`))).toEqual(['2'])
  })
})

describe('asking for links', () => {
  test('gives up to 200 at once, each for an answer of its own', async () => {
    const answered = await ask({ links: Array.from({ length: 200 }, () => ({ singleUse: true })) })
    const { links } = (await answered.json()) as { links: { url: string }[] }
    expect(new Set(links.map(({ url }) => url)).size).toBe(200)
  })

  test.each([
    ['nothing', {}, 'links'],
    ['no link', { links: [] }, 'links'],
    ['too many links', { links: Array.from({ length: 201 }, () => ({})) }, 'links'],
    ['an unknown field', { links: [{ score: 9 }] }, 'links.0.score'],
    [
      'an address that is none',
      { links: [{ customer: { email: 'x' } }] },
      'links.0.customer.email',
    ],
    ['a language that is not asked in', { links: [{ language: 'fr' }] }, 'links.0.language'],
    ['a moment that has passed', { links: [{ expiresAt: 1 }] }, 'links.0.expiresAt'],
    [
      'a property that means something else',
      { links: [{}, { properties: { e_mail: 'x' } }] },
      'links.1.properties.e_mail',
    ],
    [
      'a property called like a question',
      { links: [{ properties: { score: '1' } }] },
      'links.0.properties.score',
    ],
    ['a property of two lines', { links: [{ properties: { a: 'x\ny' } }] }, 'links.0.properties.a'],
    ['a property that is no text', { links: [{ properties: { a: 1 } }] }, 'links.0.properties.a'],
  ])('with %s is refused, naming the field', async (_, json, field) => {
    const answered = await ask(json)
    expect(answered.status).toBe(400)
    const { errors } = (await answered.json()) as { errors: { field: string }[] }
    expect(errors.map((error) => error.field)).toContain(field)
  })

  test('and for their key is an admin’s alone', async () => {
    for (const [role, status] of [
      [null, 401],
      ['lead', 403],
    ] as const) {
      expect((await ask({ links: [{}] }, role)).status).toBe(status)
      expect((await made.ask(role, `/api/v1/surveys/${surveyId}/link-key`)).status).toBe(status)
    }
    expect((await made.ask('admin', '/api/v1/surveys/none/link-key')).status).toBe(404)
  })
})
