import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { previewUndo, undo } from '../../../api/importing/undo.ts'
import { saveResponse } from '../../../db/responses/save.ts'
import type { Customer } from '../../../db/customers/customers.ts'
import { eraseResponse } from '../../../db/responses/erase.ts'
import { discardImports, startImport } from '../../../db/importing/imports.ts'
import { customer, customerMention } from '../../../db/schema/index.ts'
import { stageResponses } from '../../../db/importing/staging.ts'
import { NOW } from '../../support/clock.ts'
import { importing } from '../../support/importing.ts'
import { aResponse, definition } from '../../support/surveys.ts'

const today = new Date(NOW).toISOString().slice(0, 10)
const HEADER = 'response_id,score,date,customer_id,email,name'

/** A survey with answers by links and from files. */
async function world() {
  const brought = await importing()
  const { db, survey } = brought
  let imports = 0
  const known = async () =>
    (await db.orm.select().from(customer).orderBy(customer.externalId)).map(
      ({ externalId, email, name, verified }) => ({ externalId, email, name, verified }),
    )
  return {
    ...brought,
    known,
    /** Saves an answer by a signed or unsigned link. */
    link: async (from: Customer, customerVerified = false) => {
      const saved = aResponse(survey.id, {
        customer: from,
        customerVerified,
        answers: { score: 9 },
      })
      await saveResponse(db, saved)
      return saved.id
    },
    /** Imports rows of `customer_id,email,name`. */
    file: async (...rows: string[]) => {
      const run = ++imports
      const lines = rows.map((row, at) => `f${run}-${at},9,${today},${row}`)
      return (await brought.bring(`${[HEADER, ...lines].join('\n')}\n`)).id
    },
    takeBack: async (id: string) => {
      await undo(brought.world, await previewUndo(brought.world, id))
      expect(
        await db.orm.select().from(customerMention).where(eq(customerMention.importId, id)),
      ).toHaveLength(0)
    },
  }
}

it('removes the name, address and verification that it added to a known customer', async () => {
  const { db, known, link, file, takeBack } = await world()
  await link({ externalId: '4711' })
  const before = await known()
  const run = await file(
    '4711,ann@example.com,Ann',
    '4711,ann@example.com,Ann',
    '1,x@example.com,X',
  )
  expect(await known()).toContainEqual({
    externalId: '4711',
    email: 'ann@example.com',
    name: 'Ann',
    verified: true,
  })
  await takeBack(run)
  expect(await known()).toEqual(before)
  expect(await db.orm.select().from(customerMention)).toEqual([])
})

it('removes an id that it added to a customer', async () => {
  const { known, link, file, takeBack } = await world()
  await link({ email: 'ann@example.com' })
  const before = await known()
  const run = await file('4711,ann@example.com,Ann')
  expect(await known()).toMatchObject([{ externalId: '4711', name: 'Ann' }])
  await takeBack(run)
  expect(await known()).toEqual(before)
})

it.each([
  ['a signed link', true, { name: 'Ann', verified: true, email: 'ann@example.com' }],
  ['an unsigned link', false, { name: null, verified: false, email: null }],
])('keeps what %s has added since', async (_, customerVerified, left) => {
  const { known, link, file, takeBack } = await world()
  await link({ email: 'ann@example.com' })
  await link({ externalId: '5' })
  const run = await file('4711,ann@example.com,Anna', '5,,Ben')
  await link({ externalId: '4711', email: 'ann@example.com', name: 'Ann' }, customerVerified)
  await takeBack(run)
  const [ann, ben] = await known()
  expect(ben).toEqual({ externalId: '5', email: null, name: null, verified: false })
  // Both were known by address before, and were named by id since.
  expect(ann).toEqual({ externalId: '4711', ...left, email: 'ann@example.com' })
})

it('keeps what another import added, whichever is undone first', async () => {
  for (const first of [0, 1]) {
    const { known, link, file, takeBack } = await world()
    await link({ externalId: '4711' })
    const before = await known()
    const runs = [await file('4711,,Ann'), await file('4711,other@example.com,Anna')]
    expect(await known()).toMatchObject([{ name: 'Ann', email: 'other@example.com' }])
    await takeBack(runs[first]!)
    expect(await known()).toMatchObject([
      first ? { name: 'Ann', email: null } : { name: 'Anna', email: 'other@example.com' },
    ])
    await takeBack(runs[1 - first]!)
    expect(await known()).toEqual(before)
  }
})

it('keeps what others added to a customer that it created', async () => {
  const { known, link, file, takeBack } = await world()
  const run = await file('4711,ann@example.com,Ann', '5,ben@example.com,Ben', '6,c@example.com,Cid')
  await link({ externalId: '4711', name: 'Somebody' })
  await link({ externalId: '5', email: 'b@example.com', name: 'Benjamin' }, true)
  await takeBack(run)
  expect(await known()).toEqual([
    { externalId: '4711', email: null, name: null, verified: false },
    { externalId: '5', email: 'b@example.com', name: 'Benjamin', verified: true },
  ])
})

it('restores nothing that a customer erased', async () => {
  const { db, known, link, file, takeBack, list } = await world()
  const own = await link({ externalId: '4711', email: 'old@example.com', name: 'Ann' }, true)
  const other = await link({ externalId: '4711' })
  const run = await file('4711,ann@example.com,Anna')
  await eraseResponse(db, own, NOW)
  await eraseResponse(db, (await list()).find(({ id }) => id !== own && id !== other)!.id, NOW)
  expect(await db.orm.select().from(customerMention)).toEqual([])
  await takeBack(run)
  expect(await known()).toEqual([{ externalId: '4711', email: null, name: null, verified: false }])
})

it('does the same for an interrupted import', async () => {
  const { db, survey, known, link } = await world()
  await link({ externalId: '4711' })
  const before = await known()
  await startImport(db, { id: 'cut', surveyId: survey.id, fileName: 'f.csv', now: NOW })
  const cut = aResponse(survey.id, { customer: { externalId: '4711', name: 'Ann' } })
  await stageResponses(db, 'cut', [{ ...cut, definition, source: 'import' }])
  expect(await known()).toMatchObject([{ name: 'Ann', verified: true }])
  await discardImports(db, ['cut'])
  expect(await known()).toEqual(before)
})
