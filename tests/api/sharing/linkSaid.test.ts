import { beforeEach, expect, test } from 'vitest'
import { makeApp, type TestApp } from '../../support/app.ts'
import { makeSurvey } from '../../support/surveys.ts'
import { visiting } from '../../support/visiting.ts'

let made: TestApp
let path: string
const { open, put } = visiting(() => made, 'after-support')

beforeEach(async () => {
  made = await makeApp()
  path = `/api/v1/surveys/${(await makeSurvey(made.db)).id}`
})

async function told(query: string, role: 'viewer' | 'lead' = 'lead') {
  await put(await open(query), { score: 2 }, { complete: true })
  const given = await made.ask(role, `${path}/responses`)
  const { responses } = (await given.json()) as { responses: Record<string, unknown>[] }
  return responses[0]!
}

const PERSON =
  '?first_name=Xaver&surname=Zed&phone=%2B420777&ref=ann@shop.test&fbclid=IwAR1&channel=chat'

test('shows personal data of a link to leads only, and click ids to nobody', async () => {
  expect(await told(PERSON)).toMatchObject({
    properties: { channel: 'chat' },
    personal: { phone: '+420777', ref: 'ann@shop.test' },
    customer: { name: 'Xaver Zed', verified: false },
  })
  const seen = JSON.stringify(await told(PERSON, 'viewer'))
  for (const secret of ['Xaver', 'Zed', '420777', 'ann@shop', 'IwAR1'])
    expect(seen).not.toContain(secret)
  expect(seen).toContain('chat')
  const scores = await made.ask('viewer', `${path}/scores`)
  expect(await scores.text()).not.toMatch(/phone|first_name|fbclid/)
})

test('shows personal data of links in other languages to leads only', async () => {
  const query =
    '?id_zakaznika=K17&kontaktni_osoba=Jan+Novak&kunde=Meier&guest=Eva&ip=203.0.113.9&src=203.0.113.8'
  expect(await told(query)).toMatchObject({
    properties: {},
    personal: { kunde: 'Meier', guest: 'Eva' },
    customer: { externalId: 'K17', name: 'Jan Novak', verified: false },
  })
  expect(JSON.stringify(await told(query))).not.toContain('203.0.113')
  expect(JSON.stringify(await told(query, 'viewer'))).not.toMatch(/K17|Novak|Meier|Eva/)
})

test.each([
  ['ann+x@shop.test', 'ann+x@shop.test'],
  ['ann%2Bx@shop.test', 'ann+x@shop.test'],
  ['j%C3%B6rg@m%C3%BCller.test', 'jörg@müller.test'],
])('reads an email address despite how it was encoded (%s)', async (written, email) => {
  expect(await told(`?email=${written}`)).toMatchObject({ customer: { email }, unusable: [] })
})

test('joins a first and a last name, whatever the parameter is called', async () => {
  for (const query of ['?jmeno=Jan&prijmeni=Novak', '?first_name=Jan&surname=Novak'])
    expect(await told(query)).toMatchObject({ customer: { name: 'Jan Novak' } })
})

test('names parameters that can’t be used', async () => {
  const long = 'x'.repeat(201)
  expect(
    await told(`?email=nobody&customer=${long}&name=%20Ann%20%20Lee%20&plan=${long}`),
  ).toMatchObject({
    customer: { name: 'Ann Lee', email: null },
    unusable: ['customer', 'email', 'plan'],
  })
  expect(await told('?customer=a%07b')).toMatchObject({ customer: null, unusable: ['customer'] })
  expect(await told('?customer=%20a1%20')).toMatchObject({ customer: { externalId: 'a1' } })
})

test('names properties beyond the fiftieth as unusable', async () => {
  const names = Array.from({ length: 53 }, (_, at) => `p${at}`)
  const { properties, unusable } = await told(`?${names.map((name) => `${name}=x`).join('&')}`)
  expect(Object.keys(properties as object)).toEqual(names.slice(0, 50))
  expect(unusable).toEqual(['p50', 'p51', 'p52'])
})

test('applies the same rules to links made through the API', async () => {
  const make = (link: object) =>
    made.ask('admin', `${path}/links`, { method: 'POST', json: { links: [link] } })
  for (const email of ['ann+x@shop.test', 'jörg@müller.test']) {
    const { links } = (await (await make({ customer: { email } })).json()) as {
      links: { url: string }[]
    }
    expect(await told(new URL(links[0]!.url).search)).toMatchObject({
      customer: { email, verified: true },
    })
  }
  const wrong = [
    [{ customer: { email: 'nobody' } }, 'links.0.customer.email'],
    [{ customer: { id: 'x'.repeat(201) } }, 'links.0.customer.id'],
    [{ customer: { id: 'a\u0007b' } }, 'links.0.customer.id'],
    [{ properties: { first_name: 'Ann' } }, 'links.0.properties.first_name'],
    [{ properties: { fbclid: 'x' } }, 'links.0.properties.fbclid'],
  ] as const
  for (const [link, field] of wrong)
    expect(await (await make(link)).json()).toMatchObject({ status: 400, errors: [{ field }] })
})

test('adds nothing from an unsigned link to a customer of signed links', async () => {
  const given = await made.ask('admin', `${path}/links`, {
    method: 'POST',
    json: { links: [{ customer: { id: '12' }, properties: { phone: '123' } }] },
  })
  const { links } = (await given.json()) as { links: { url: string }[] }
  expect(await told(`${new URL(links[0]!.url).search}&telefon=666&name=Eve`)).toMatchObject({
    customer: { externalId: '12', name: null, verified: true },
    personal: { phone: '123' },
  })
})

test.each([
  '{{id}}',
  '*|UNIQID|*',
  '%%id%%',
  '[[id]]',
  '${id}',
  '<%= id %>',
  '[ID]',
  'undefined',
  '0',
])(
  'the links of a mail whose placeholders nobody filled in are each an answer of its own (%s)',
  async (placeholder) => {
    const filled = encodeURIComponent(placeholder)
    for (const [score, words] of [
      [4, 'first'],
      [1, 'second'],
      [10, 'third'],
    ] as const) {
      const page = await open(`?customer=${filled}&set=${filled}&agent=${filled}&score=${score}`)
      made.clock.now += 40_000
      await put(page, { score, why: words }, { complete: true })
    }
    const given = await made.ask('lead', `${path}/responses`)
    const { responses } = (await given.json()) as { responses: Record<string, unknown>[] }
    expect(responses).toHaveLength(3)
    for (const each of responses)
      expect(each).toMatchObject({ customer: null, unusable: expect.arrayContaining(['customer']) })
  },
)

test('reports an invalid customer id to a program that makes links', async () => {
  for (const id of ['undefined', '{{customer.id}}']) {
    const refused = await made.ask('admin', `${path}/links`, {
      method: 'POST',
      json: { links: [{ customer: { id } }] },
    })
    expect(refused.status).toBe(400)
    expect(await refused.text()).toContain('not a placeholder')
  }
})
