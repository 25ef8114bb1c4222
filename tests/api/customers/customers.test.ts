import { parse } from 'csv-parse/sync'
import { beforeEach, expect, test } from 'vitest'
import { makeApp, type TestApp } from '../../support/app.ts'
import { makeSurvey } from '../../support/surveys.ts'
import { visiting } from '../../support/visiting.ts'

let made: TestApp
let surveyId: string
const { open, put } = visiting(() => made, 'after-support')

beforeEach(async () => {
  made = await makeApp()
  surveyId = (await makeSurvey(made.db)).id
})

const answer = async (query: string, score = 2) => {
  const page = await open(query)
  await put(page, { score }, { complete: true })
  return page.id
}

async function signed(customer: object) {
  const given = await made.ask('admin', `/api/v1/surveys/${surveyId}/links`, {
    method: 'POST',
    json: { links: [{ customer }] },
  })
  const { links } = (await given.json()) as { links: { url: string }[] }
  return new URL(links[0]!.url).search
}

type Row = { id: string; customer: Record<string, unknown> }

async function responses(query = '') {
  const given = await made.ask('lead', `/api/v1/surveys/${surveyId}/responses${query}`)
  return ((await given.json()) as { responses: Row[] }).responses
}

const CLAIM = '?customer=4711&email=a@evil.example&name=First'

test.each(['before', 'after'])(
  'keeps a customer’s answer unchanged if someone else names them %s the company does',
  async (when) => {
    if (when === 'before') await answer(CLAIM)
    const own = await answer(await signed({ id: '4711', name: 'Eva' }))
    const claimed = await answer(CLAIM)
    const list = await responses()
    const eva = { externalId: '4711', name: 'Eva', email: null }
    expect(list.find(({ id }) => id === own)!.customer).toMatchObject({ ...eva, verified: true })
    expect(list.find(({ id }) => id === claimed)!.customer).toMatchObject({
      ...eva,
      verified: false,
    })
    const desk = await (await made.ask('lead', '/api/v1/follow-ups')).text()
    expect(desk).not.toContain('evil')
  },
)

test('exports whether a customer is verified, in both files', async () => {
  await answer(await signed({ id: '1' }))
  await answer('?customer=2')
  await answer('')
  for (const path of [`surveys/${surveyId}/responses.csv`, 'follow-ups.csv']) {
    const given = await made.ask('lead', `/api/v1/${path}`)
    const rows: Record<string, string>[] = parse(await given.text(), { columns: true, bom: true })
    const told = rows.map(({ customer_id, customer_verified }) => [customer_id, customer_verified])
    expect(new Map(told as [string, string][])).toEqual(
      new Map([
        ['', ''],
        ['1', 'yes'],
        ['2', 'no'],
      ]),
    )
  }
})

test('counts two customers who share a mailbox as two', async () => {
  await answer('?customer=p1&email=info@shop.test&name=A')
  await answer('?customer=p2&email=info@shop.test&name=B', 10)
  expect((await responses()).map(({ customer }) => customer.name)).toEqual(['B', 'A'])
  const scores = await made.ask('viewer', `/api/v1/surveys/${surveyId}/scores?counting=customers`)
  expect(await scores.json()).toMatchObject({ total: { n: 2 } })
})
