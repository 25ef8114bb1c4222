import { describe, expect, it } from 'vitest'
import { previewLines } from '../../../api/importing/report.ts'
import { importing } from '../../support/importing.ts'

/** Lists each response's customer, latest first. */
async function customersIn(list: Awaited<ReturnType<typeof importing>>['list']) {
  return (await list()).map(({ customerExternalId, customerName, customerEmail }) =>
    [customerExternalId, customerName, customerEmail].filter(Boolean).join(', '),
  )
}

/** Splits comma-separated lists of names. */
const names = (...lists: string[]) => lists.flatMap((list) => list.split(', '))

describe('people who share something', () => {
  it('are not merged because of the company they work for', async () => {
    const { bring, list } = await importing()
    await bring(
      'Name,Email,Client,Score,Date\nAnn Lee,ann@acme.test,Acme,9,2024-05-13\nBob Ray,bob@acme.test,Acme,2,2024-05-14\n',
    )
    expect(await customersIn(list)).toEqual(['Bob Ray, bob@acme.test', 'Ann Lee, ann@acme.test'])
  })

  it.each([
    ['customer_id,email', 'ann@acme.test', 'bob@acme.test'],
    ['Kundennummer,Kundenname', 'Ann Lee', 'Bob Ray'],
  ])('are asked about if they share an id (%s)', async (header, one, other) => {
    const { preview, bring, list } = await importing()
    const text = `${header},score,date\nK1,${one},9,2024-05-13\nK1,${other},2,2024-05-14\n`
    const [ids] = header.split(',')
    await expect(preview(text)).rejects.toMatchObject({
      errors: [
        {
          field: 'map',
          message: expect.stringContaining(`"K1" in it stands with "${one}" and "${other}"`),
        },
      ],
    })
    await bring(text, { [ids!]: 'customerId' })
    expect(await list()).toHaveLength(2)
    const seen = await importing()
    await seen.bring(text, { [ids!]: 'ignore' })
    expect(new Set(await customersIn(seen.list))).toEqual(new Set([one, other]))
  })

  it('are merged if only the spelling of their name and address differs', async () => {
    const { bring } = await importing()
    const text =
      'customer_id,email,name,score,date\nK1,Ann@acme.test,Ann Lee,9,2024-05-13\nK1,ann@ACME.test,"Lee, Ann",2,2024-05-14\n'
    expect(await bring(text)).toMatchObject({ stored: 2 })
  })

  it.each(
    names(
      'NULL, null, anonymous, 0, -, --, N/A, #N/A, undefined, unknown',
      'Anonym, neuvedeno, neznámý, nieznany, brak, unbekannt, לא ידוע, אנונימי',
    ),
  )('are nobody where their id is %s', async (nobody) => {
    const { bring, list } = await importing()
    await bring(
      `customer_id,email,name,score,date\n${nobody},,Ann,9,2024-05-01\n${nobody},,Bob,2,2024-05-02\n`,
    )
    expect(await customersIn(list)).toEqual(['Bob', 'Ann'])
  })

  it('are anonymous if their name or address says so', async () => {
    const { bring, list } = await importing()
    await bring(
      'Email,Name,score,date\nanonymous,anonymous,9,2024-05-01\nann@acme.test,Ann,8,2024-05-02\nanonymous,,7,2024-05-03\n',
    )
    expect(await customersIn(list)).toEqual(['', 'Ann, ann@acme.test', ''])
  })
})

it.each([
  ['Jméno,Příjmení', 'Jan,Novák'],
  ['Meno,Priezvisko', 'Jan,Novák'],
  ['Imię,Nazwisko', 'Jan,Novák'],
  ['Name,First name,Last name', 'Jan Novák,Jan,Novák'],
])('joins a full name from %s', async (header, name) => {
  const { bring, list } = await importing()
  await bring(`${header},score,date\n${name},9,2024-05-01\n`)
  expect(await customersIn(list)).toEqual(['Jan Novák'])
})

it('stores every row if the response id is a placeholder', async () => {
  for (const nobody of ['NULL', '0', 'N/A']) {
    const { bring, list } = await importing()
    const rows = ['r1', nobody, nobody, 'r2', nobody, 'r3'].map((id) => `${id},9,2024-05-01`)
    const text = `response_id,score,date\n${rows.join('\n')}\n`
    expect(await bring(text)).toMatchObject({ stored: 6 })
    expect(await bring(text)).toMatchObject({ stored: 0, existing: 6 })
    expect(await list()).toHaveLength(6)
  }
})

it('stores a second answer of a respondent whom another file contains', async () => {
  const { bring, list } = await importing()
  const header = 'Respondent UUID,Response UUID,score,date'
  await bring(`${header}\np1,a1,9,2024-05-01\np2,a2,8,2024-05-01\n`)
  expect(await bring(`${header}\np1,a3,2,2024-06-01\np3,a4,8,2024-06-01\n`)).toMatchObject({
    stored: 2,
    existing: 0,
  })
  expect(await list()).toHaveLength(4)
})

it('says what to do if several rows share a response id', async () => {
  const { preview } = await importing()
  const seen = await preview('id,score,date\na,9,2024-05-01\na,8,2024-05-02\nb,7,2024-05-03\n')
  expect(previewLines(seen, 'Europe/Prague').join('\n')).toContain('customerId=COLUMN')
})
