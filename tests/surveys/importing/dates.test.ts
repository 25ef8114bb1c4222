import { expect, it } from 'vitest'
import { isDate, orderEvidence, readDate } from '../../../surveys/importing/dates.ts'

const PRAGUE = 'Europe/Prague'
const iso = (text: string, order: 'day-first' | 'month-first' = 'day-first', zone = PRAGUE) => {
  const at = readDate(text, order, zone)
  return at === null ? null : new Date(at).toISOString()
}

it.each([
  ['2021-09-01', '2021-09-01T10:00:00.000Z'],
  ['2021/9/1', '2021-09-01T10:00:00.000Z'],
  ['1/9/21', '2021-09-01T10:00:00.000Z'],
  ['25/12/2021', '2021-12-25T11:00:00.000Z'],
  ['1. 9. 2021', '2021-09-01T10:00:00.000Z'],
  ['9-Jan-21', '2021-01-09T11:00:00.000Z'],
  ['January 9, 2021', '2021-01-09T11:00:00.000Z'],
])('reads the day %s as noon in the time zone', (text, expected) => {
  expect(iso(text)).toBe(expected)
  expect(isDate(text)).toBe(true)
})

it.each([
  ['2023-01-23 06:24:12', '2023-01-23T05:24:12.000Z'],
  ['2023-07-23T06:24:12', '2023-07-23T04:24:12.000Z'],
  ['2023-01-23T06:24:12Z', '2023-01-23T06:24:12.000Z'],
  ['2023-01-23T06:24:12.345+05:30', '2023-01-23T00:54:12.000Z'],
  ['2023-01-23 06:24:12 UTC', '2023-01-23T06:24:12.000Z'],
  ['23/1/2023 6:24 PM', '2023-01-23T17:24:00.000Z'],
  ['23.1.2023 18:24', '2023-01-23T17:24:00.000Z'],
  ['1674455052', '2023-01-23T06:24:12.000Z'],
  ['1674455052000', '2023-01-23T06:24:12.000Z'],
])('reads the time %s, in the time zone unless it names another', (text, expected) => {
  expect(iso(text)).toBe(expected)
})

it('reads the month first where it is told to', () => {
  expect(iso('3/4/2021', 'month-first', 'UTC')).toBe('2021-03-04T12:00:00.000Z')
  expect(iso('3/4/2021', 'day-first', 'UTC')).toBe('2021-04-03T12:00:00.000Z')
})

it.each([
  '31/2/2021',
  '2021-13-01',
  '2021-02-30',
  '0/1/2021',
  '32/1/2021',
  '2021-01-01 25:00',
  'yesterday',
  '',
  '9 Foo 2021',
  '12',
  '2021-01-01; drop table',
  '13:45',
])('has no date for %j', (text) => {
  expect(iso(text)).toBeNull()
})

it('knows what a date says about its column', () => {
  expect(orderEvidence('25/12/2021')).toBe('day-first')
  expect(orderEvidence('12/25/2021')).toBe('month-first')
  expect(orderEvidence('3/4/21')).toBe('open')
  expect(orderEvidence('4/4/21')).toBe('none')
  expect(orderEvidence('3.4.2021')).toBe('day-first')
  expect(orderEvidence('2021-04-03')).toBe('none')
})
