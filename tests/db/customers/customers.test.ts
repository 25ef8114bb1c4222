import { expect, it } from 'vitest'
import { saveResponse, type SavedResponse } from '../../../db/responses/save.ts'
import { setOptedOut, type Customer } from '../../../db/customers/customers.ts'
import { eraseResponse } from '../../../db/responses/erase.ts'
import { newId } from '../../../db/ids.ts'
import { finishImports, startImport } from '../../../db/importing/imports.ts'
import type { Db } from '../../../db/statements.ts'
import { countResponses, readResponse } from '../../../db/responses/list.ts'
import { customer } from '../../../db/schema/index.ts'
import { stageResponses } from '../../../db/importing/staging.ts'
import { NOW } from '../../support/clock.ts'
import { makeDatabase } from '../../support/database.ts'
import { aResponse, definition, makeSurvey } from '../../support/surveys.ts'

const ZONE = 'Europe/Prague'

async function world() {
  const db = await makeDatabase()
  const { id: surveyId } = await makeSurvey(db)
  const save = async (given: Customer, more: Partial<SavedResponse> = {}) => {
    const response = aResponse(surveyId, { customer: given, ...more })
    await saveResponse(db, response)
    return response.id
  }
  return {
    db,
    surveyId,
    byLink: (given: Customer) => save(given),
    bySignedLink: (given: Customer) => save(given, { customerVerified: true }),
    byFile: (...rows: Customer[]) => importAll(db, surveyId, rows),
    people: () =>
      db.orm
        .select({ externalId: customer.externalId, email: customer.email, name: customer.name })
        .from(customer)
        .orderBy(customer.externalId, customer.email),
    who: async (id: string) => {
      const row = await readResponse(db, id)
      return [row.customerExternalId, row.customerEmail, row.customerName]
    },
    customers: () => countResponses(db, { surveyId, question: 'score', counting: 'customers' }),
  }
}

async function importAll(db: Db, surveyId: string, rows: Customer[]) {
  const id = newId(NOW)
  await startImport(db, { id, surveyId, fileName: 'a.csv', now: NOW })
  const responses = rows.map((given, at) =>
    aResponse(surveyId, { customer: given, source: 'import', answeredAt: NOW + at }),
  )
  await stageResponses(db, id, responses)
  const { length } = rows
  await finishImports(db, [
    { id, definition, rows: length, staged: length, timeZone: ZONE, now: NOW },
  ])
  return responses.map((response) => response.id)
}

const EVIL = { externalId: '4711', email: 'a@evil.example', name: 'First' }

it('gives a customer whom an unsigned link named first a clean record once the company identifies them', async () => {
  const { byLink, bySignedLink, who, people, customers } = await world()
  const claimed = await byLink(EVIL)
  expect(await who(claimed)).toEqual(['4711', 'a@evil.example', 'First'])
  expect(await people()).toEqual([{ externalId: '4711', email: null, name: null }])

  const signed = await bySignedLink({ externalId: '4711' })
  expect(await who(signed)).toEqual(['4711', null, null])
  expect(await who(claimed)).toEqual(['4711', null, null])
  await bySignedLink({ externalId: '4711', email: 'eva@shop.test', name: 'Eva' })
  expect(await who(signed)).toEqual(['4711', 'eva@shop.test', 'Eva'])
  expect(await customers()).toBe(1)
})

it('changes nothing of a verified customer because of an unsigned link', async () => {
  const { byLink, bySignedLink, who, people } = await world()
  await bySignedLink({ externalId: '4711', name: 'Eva' })
  const claimed = await byLink(EVIL)
  expect(await people()).toEqual([{ externalId: '4711', email: null, name: 'Eva' }])
  expect(await who(claimed)).toEqual(['4711', null, 'Eva'])
})

it('prefers a file over an unsigned link, whichever came first', async () => {
  const { byLink, byFile, who } = await world()
  await byLink(EVIL)
  const [row] = await byFile({ externalId: '4711', email: 'eva@shop.test', name: 'Eva' })
  await byLink(EVIL)
  expect(await who(row!)).toEqual(['4711', 'eva@shop.test', 'Eva'])
})

it('keeps the name that an unsigned link gives to an address with its own answer', async () => {
  const { byLink, bySignedLink, who } = await world()
  const claimed = await byLink({ email: 'Eva@Shop.test', name: 'Mallory' })
  expect(await who(claimed)).toEqual([null, 'eva@shop.test', 'Mallory'])
  const signed = await bySignedLink({ email: 'eva@shop.test' })
  expect(await who(signed)).toEqual([null, 'eva@shop.test', null])
})

it('lets a signed page of a response replace an unsigned one’s customer', async () => {
  const { db, surveyId, who } = await world()
  const response = aResponse(surveyId, { customer: EVIL })
  await saveResponse(db, response)
  const eva = { externalId: '12', name: 'Eva' }
  await saveResponse(db, { ...response, customer: eva, customerVerified: true, revision: 2 })
  expect(await who(response.id)).toEqual(['12', null, 'Eva'])
  await saveResponse(db, { ...response, revision: 3 })
  expect(await who(response.id)).toEqual(['12', null, 'Eva'])
})

it.each(['byLink', 'bySignedLink'] as const)(
  'keeps two people apart who share a mailbox (%s)',
  async (by) => {
    const made = await world()
    const a = await made[by]({ externalId: 'p1', email: 'info@shop.test', name: 'A' })
    const b = await made[by]({ externalId: 'p2', email: 'info@shop.test', name: 'B' })
    expect(await made.who(a)).toEqual(['p1', 'info@shop.test', 'A'])
    expect(await made.who(b)).toEqual(['p2', 'info@shop.test', 'B'])
    expect(await made.customers()).toBe(2)
    const row = await readResponse(made.db, b)
    const from = {
      id: b,
      customerId: row.customerId!,
      source: 'link',
      customerVerified: true,
    } as const
    await setOptedOut(made.db, from, NOW)
    expect((await readResponse(made.db, a)).customerOptedOutAt).toBeNull()
  },
)

it('imports an address of several customers, in one file or in the next', async () => {
  const { byFile, people, customers } = await world()
  await byFile({ externalId: 'A1' }, { externalId: 'A2' })
  const shared = { email: 'info@shop.test' }
  await byFile({ externalId: 'A1', ...shared }, { externalId: 'A2', ...shared })
  await byFile({ externalId: 'A3', ...shared }, shared, { ...shared, externalId: 'A4' }, shared)
  expect(await people()).toEqual([
    { externalId: null, email: 'info@shop.test', name: null },
    ...['A1', 'A2', 'A3', 'A4'].map((externalId) => ({ externalId, ...shared, name: null })),
  ])
  expect(await customers()).toBe(5)
})

it('adds the company’s id to a customer known by address only', async () => {
  const { bySignedLink, byFile, people, customers } = await world()
  await bySignedLink({ email: 'eva@shop.test', name: 'Eva' })
  await byFile({ externalId: 'A1', email: 'EVA@shop.test' })
  await bySignedLink({ email: 'eva@shop.test' })
  expect(await people()).toEqual([{ externalId: 'A1', email: 'eva@shop.test', name: 'Eva' }])
  expect(await customers()).toBe(1)
})

it('adds no id from an unsigned link, and none that two rows of a file share', async () => {
  const { byLink, bySignedLink, byFile, people } = await world()
  await bySignedLink({ email: 'eva@shop.test' })
  await byLink({ externalId: 'x', email: 'eva@shop.test' })
  await byFile(
    { externalId: 'A1', email: 'eva@shop.test' },
    { externalId: 'A2', email: 'eva@shop.test' },
  )
  await bySignedLink({ email: 'ann@shop.test' })
  await bySignedLink({ email: 'ann@work.test' })
  await byFile(
    { externalId: 'A3', email: 'ann@shop.test' },
    { externalId: 'A3', email: 'ann@work.test' },
  )
  const known = await people()
  expect(known.filter(({ externalId }) => externalId === null)).toHaveLength(3)
  expect(known.map(({ externalId }) => externalId).filter(Boolean)).toEqual(['A1', 'A2', 'A3', 'x'])
})

it('finds customers again whatever else a file contains, and counts each id once', async () => {
  const { byFile, byLink, customers, people } = await world()
  const rows = Array.from({ length: 300 }, (_, at) => ({
    ...(at % 3 && { externalId: `A${at % 20}` }),
    ...(at % 5 && { email: `${at % 2 ? 'Info' : 'info'}${at % 4}@shop.test` }),
  }))
  await byFile(...rows.slice(0, 100))
  for (const row of rows.slice(100, 200)) await byLink(row)
  await byFile(...rows.slice(200))
  const known = (await people()).flatMap(({ externalId }) => externalId ?? [])
  expect(known).toHaveLength(new Set(known).size)
  expect(new Set(known)).toEqual(new Set(rows.flatMap(({ externalId }) => externalId ?? [])))
  expect(await customers()).toBeGreaterThanOrEqual(known.length)
})

it('deletes signed data of a customer with the last response that it came with', async () => {
  const { db, byLink, bySignedLink, people } = await world()
  const claimed = await byLink({ externalId: '12' })
  const signed = await bySignedLink({ externalId: '12', email: 'eva@shop.test', name: 'Eva' })
  await eraseResponse(db, claimed, NOW)
  expect(await people()).toEqual([{ externalId: '12', email: 'eva@shop.test', name: 'Eva' }])
  await byLink({ externalId: '12' })
  await eraseResponse(db, signed, NOW)
  expect(await people()).toEqual([{ externalId: '12', email: null, name: null }])
})
