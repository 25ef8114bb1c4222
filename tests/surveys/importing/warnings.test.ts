import { expect, it } from 'vitest'
import { addCell, newColumn } from '../../../surveys/importing/columns.ts'
import type { Role } from '../../../surveys/importing/mapping.ts'
import { warningsOf } from '../../../surveys/importing/warnings.ts'

function warnings(role: Role, ...cells: string[]) {
  const column = newColumn('improve')
  for (const cell of cells) addCell(column, cell)
  const columns = [{ name: column.name, role }]
  return warningsOf([column], { columns, order: 'day-first', zone: null })
}

it('warns of a column of sentences that is left out, unless that was chosen', () => {
  const cells = ['More shops in the city', 'Answer the phone at last']
  expect(warnings({ kind: 'ignored', why: 'too many different values' }, ...cells)).toEqual([
    expect.stringContaining('"improve" holds sentences and is left out'),
  ])
  expect(warnings({ kind: 'ignored', why: 'as asked' }, ...cells)).toEqual([])
  expect(warnings({ kind: 'property', property: 'improve' }, ...cells)).toEqual([])
  expect(warnings({ kind: 'ignored', why: 'empty' }, '9', '8')).toEqual([])
})

it('warns of ids that have lost digits in a spreadsheet', () => {
  expect(warnings({ kind: 'customerId' }, '3.07446E+18', '3,07446E+18')).toEqual([
    expect.stringContaining('"improve" has 2 numbers like 3.07446E+18'),
  ])
  expect(warnings({ kind: 'customerId' }, '3074457347487777543', 'E12')).toEqual([])
})

it('warns of time zones in a column of their own', () => {
  const role: Role = { kind: 'property', property: 'improve' }
  const told = [expect.stringContaining('"improve" holds time zones, which are not heeded')]
  expect(warnings(role, 'America/Denver', 'Europe/Prague')).toEqual(told)
  expect(warnings(role, 'CST', 'UTC', '+02:00')).toEqual(told)
  expect(warnings(role, 'West', 'East', 'en', '+420601')).toEqual([])
})
