import { expect, it } from 'vitest'
import {
  isDate,
  isDateNumber,
  orderEvidence,
  readDate,
} from '../../../../surveys/importing/dates/dates.ts'
import { zoneInName } from '../../../../surveys/importing/dates/zones.ts'

const PRAGUE = { timeZone: 'Europe/Prague' }

function iso(text: string, order: 'day-first' | 'month-first' = 'day-first', home = PRAGUE) {
  const read = readDate(text, order, home)
  return 'at' in read ? new Date(read.at).toISOString() : read.problem
}

it.each([
  ['2021-09-01', '2021-09-01T10:00:00.000Z'],
  ['2021/9/1', '2021-09-01T10:00:00.000Z'],
  ['2021.09.01.', '2021-09-01T10:00:00.000Z'],
  ['1/9/21', '2021-09-01T10:00:00.000Z'],
  ['25/12/2021', '2021-12-25T11:00:00.000Z'],
  ['1. 9. 2021', '2021-09-01T10:00:00.000Z'],
  ['1.9.2021 r.', '2021-09-01T10:00:00.000Z'],
  ['9-Jan-21', '2021-01-09T11:00:00.000Z'],
  ['January 9, 2021', '2021-01-09T11:00:00.000Z'],
  ['Jan 9th, 2021', '2021-01-09T11:00:00.000Z'],
  ['9th of January 2021', '2021-01-09T11:00:00.000Z'],
  ['2021-Jan-09', '2021-01-09T11:00:00.000Z'],
  ['12. Mai 2021', '2021-05-12T10:00:00.000Z'],
  ['Mittwoch, 12. Mai 2021', '2021-05-12T10:00:00.000Z'],
  ['12. März 2021', '2021-03-12T11:00:00.000Z'],
  ['12. Mrz. 21', '2021-03-12T11:00:00.000Z'],
  ['12. Jänner 2021', '2021-01-12T11:00:00.000Z'],
  ['12 maja 2021', '2021-05-12T10:00:00.000Z'],
  ['12 października 2021 r.', '2021-10-12T10:00:00.000Z'],
  ['12 paź 2021', '2021-10-12T10:00:00.000Z'],
  ['12. května 2021', '2021-05-12T10:00:00.000Z'],
  ['středa 12. května 2021', '2021-05-12T10:00:00.000Z'],
  ['12. července 2021', '2021-07-12T10:00:00.000Z'],
  ['12. června 2021', '2021-06-12T10:00:00.000Z'],
  ['12. mája 2021', '2021-05-12T10:00:00.000Z'],
  ['12. októbra 2021', '2021-10-12T10:00:00.000Z'],
  ['12 במאי 2021', '2021-05-12T10:00:00.000Z'],
  ['12 מאי 2021', '2021-05-12T10:00:00.000Z'],
  ['יום רביעי, 12 במאי 2021', '2021-05-12T10:00:00.000Z'],
  ['12 de mayo de 2021', '2021-05-12T10:00:00.000Z'],
  ['12 mai 2021', '2021-05-12T10:00:00.000Z'],
  ['\u200f12/5/2021\u200f', '2021-05-12T10:00:00.000Z'],
])('reads the day %s as noon in the time zone', (text, expected) => {
  expect(iso(text)).toBe(expected)
  expect(isDate(text)).toBe(true)
})

it.each([
  ['2023-01-23 06:24:12', '2023-01-23T05:24:12.000Z'],
  ['2023-07-23T06:24:12', '2023-07-23T04:24:12.000Z'],
  ['2023-01-23T06:24:12Z', '2023-01-23T06:24:12.000Z'],
  ['2023-01-23T06:24:12.345678+05:30', '2023-01-23T00:54:12.345Z'],
  ['20230123T062412Z', '2023-01-23T06:24:12.000Z'],
  ['2023-01-23 06:24:12 UTC', '2023-01-23T06:24:12.000Z'],
  ['2023-01-23 06:24:12 +0000 UTC', '2023-01-23T06:24:12.000Z'],
  ['2023-01-23 06:24:12+02', '2023-01-23T04:24:12.000Z'],
  ['2023-01-23 06:24:12 +0200', '2023-01-23T04:24:12.000Z'],
  ['2023-01-23 06:24:12 UTC+2', '2023-01-23T04:24:12.000Z'],
  ['2023-01-23 06:24:12 −05:00', '2023-01-23T11:24:12.000Z'],
  ['2023/06/04 1:28:19 PM GMT+5:30', '2023-06-04T07:58:19.000Z'],
  ['2023/06/04 1:28:19 odp. GMT+2', '2023-06-04T11:28:19.000Z'],
  ['23/1/2023 6:24 PM', '2023-01-23T17:24:00.000Z'],
  ['23/1/2023 6:24\u202fPM', '2023-01-23T17:24:00.000Z'],
  ['23/1/2023 6:24 p.m.', '2023-01-23T17:24:00.000Z'],
  ['23/1/2023 6:24 p. m.', '2023-01-23T17:24:00.000Z'],
  ['23/1/2023, 12:24 a.m.', '2023-01-22T23:24:00.000Z'],
  ['23.1.2023 6:24 dop.', '2023-01-23T05:24:00.000Z'],
  ['23.1.2023 18:24', '2023-01-23T17:24:00.000Z'],
  ['23.01.2023, 18.24 Uhr', '2023-01-23T17:24:00.000Z'],
  ['23.01.2023 um 18:24 Uhr', '2023-01-23T17:24:00.000Z'],
  ['23. ledna 2023 v 18:24', '2023-01-23T17:24:00.000Z'],
  ['23 בינואר 2023 בשעה 18:24', '2023-01-23T17:24:00.000Z'],
  ['January 23, 2023 at 6:24 PM', '2023-01-23T17:24:00.000Z'],
  ['Jan 23, 2023, 6 pm', '2023-01-23T17:00:00.000Z'],
  ['18:24 23.1.2023', '2023-01-23T17:24:00.000Z'],
  ['23.01.2023 18:24 MEZ', '2023-01-23T17:24:00.000Z'],
  ['23.07.2023 18:24 MESZ', '2023-07-23T16:24:00.000Z'],
  ['23.07.2023 18:24 SELČ', '2023-07-23T16:24:00.000Z'],
  ['2023-07-23 18:24 PDT', '2023-07-24T01:24:00.000Z'],
  ['2023-01-23 18:24 EST', '2023-01-23T23:24:00.000Z'],
  ['2023-07-23 18:24 BST', '2023-07-23T17:24:00.000Z'],
  ['2023-07-23 18:24 Asia/Tokyo', '2023-07-23T09:24:00.000Z'],
  ['2023-07-23 18:24 (UTC)', '2023-07-23T18:24:00.000Z'],
  ['2023-07-23T18:24[Asia/Tokyo]', '2023-07-23T09:24:00.000Z'],
  ['2023-07-23T18:24:00+02:00[Europe/Prague]', '2023-07-23T16:24:00.000Z'],
  ['Wed, 12 May 2021 10:00:00 +0200', '2021-05-12T08:00:00.000Z'],
  ['Wed, 12 May 2021 10:00:00 GMT', '2021-05-12T10:00:00.000Z'],
  ['Wed May 12 2021 10:00:00 GMT+0200 (Central European Summer Time)', '2021-05-12T08:00:00.000Z'],
  ['Wed May 12 10:00:00 CEST 2021', '2021-05-12T08:00:00.000Z'],
  ['1674455052', '2023-01-23T06:24:12.000Z'],
  ['1674455052.5', '2023-01-23T06:24:12.500Z'],
  ['1674455052000', '2023-01-23T06:24:12.000Z'],
  ['1674455052000000', '2023-01-23T06:24:12.000Z'],
  ['20230123', '2023-01-23T11:00:00.000Z'],
  ['44949', '2023-01-23T11:00:00.000Z'],
  ['44949.5', '2023-01-23T11:00:00.000Z'],
  ['44949.26680556', '2023-01-23T05:24:12.000Z'],
])('reads the time %s, in the time zone unless it names another', (text, expected) => {
  expect(iso(text)).toBe(expected)
})

it('reads the month first if told to', () => {
  expect(iso('3/4/2021', 'month-first', { timeZone: 'UTC' })).toBe('2021-03-04T12:00:00.000Z')
  expect(iso('3/4/2021', 'day-first', { timeZone: 'UTC' })).toBe('2021-04-03T12:00:00.000Z')
})

it.each([
  ['31/2/2021', '2021-02 has no day 31'],
  ['30. února 2021', '2021-02 has no day 30'],
  ['2021-13-01', 'there is no month 13'],
  ['12/25/2021', 'there is no month 25, read with the day before the month'],
  ['0000-00-00 00:00:00', 'there is no month 0'],
  ['0/1/2021', '2021-01 has no day 0'],
  ['2021-01-01 25:00', 'there is no hour 25'],
  ['2021-01-01 0:00 PM', 'there is no hour 0 in half a day'],
  ['2021-01-01 10:60', 'there is no minute 60'],
  ['2021-01-01 10:00:61', 'there is no second 61'],
  ['9 Foo 2021', '"foo" is no month'],
  ['2021-01-01 10:00 XYZ', 'unknown time zone "XYZ"'],
  ['2021-01-01 10:00 CST', '"CST" stands for Central Standard Time and China Standard Time'],
  ['2021-01-01 10:00 IST', '"IST" stands for the time of India, of Israel and of Ireland'],
  ['2021-01-01 10:00 +25:00', 'no time zone is "+25:00" from UTC'],
  ['13:45', 'is a time of day without a date'],
  ['May 2021', 'names no day'],
  ['2021-05', 'names no day'],
  ['1.67446E+09', 'is a number that a spreadsheet has shortened; its digits are lost'],
  ['yesterday', 'must be a date'],
  ['', 'must be a date'],
  ['12', 'must be a date'],
  ['2021-01-01; drop table', 'must be a date'],
])('explains why %j is no date', (text, problem) => {
  expect(iso(text)).toContain(problem)
})

it.each([
  'yesterday',
  'I waited 12 days',
  '10 - extremely likely',
  '9',
  '#12',
  'Room 12 2021',
  '1674455052',
])('does not take %j for a date in words or figures', (text) => {
  expect(isDate(text)).toBe(false)
})

it('knows the numbers that may be dates', () => {
  expect(['1674455052', '44949', '44949.5', '20230123'].filter(isDateNumber)).toHaveLength(4)
  expect(['9', '2023', '12345678', '20231399', '123'].filter(isDateNumber)).toEqual([])
})

it('knows what a date says about its column', () => {
  expect(orderEvidence('25/12/2021')).toBe('day-first')
  expect(orderEvidence('12/25/2021 10:00 PM')).toBe('month-first')
  expect(orderEvidence('3/4/21')).toBe('open')
  expect(orderEvidence('4/4/21')).toBe('none')
  expect(orderEvidence('3.4.2021')).toBe('day-first')
  expect(orderEvidence('2021-04-03')).toBe('none')
})

it.each([
  ['Submit Date (UTC)', { offset: 0 }],
  ['submittedAtUtc', { offset: 0 }],
  ['submitted_at_utc', { offset: 0 }],
  ['timestampUTC', { offset: 0 }],
  ['UTCDate', { offset: 0 }],
  ['Time GMT+2', { offset: 7_200_000 }],
  ['Datum (MEZ)', { offset: 3_600_000 }],
  ['Čas (SEČ)', { offset: 3_600_000 }],
  ['Date PST', { offset: -28_800_000 }],
  ['created_at_cet', { offset: 3_600_000 }],
  ['Date (CET/CEST)', { timeZone: 'Europe/Berlin' }],
  ['Date (Europe/Prague)', { timeZone: 'europe/prague' }],
])('reads the zone in the column’s name %j', (name, zone) => {
  expect(zoneInName(name)).toMatchObject({ zone })
})

it.each([
  'Submit Date (CST)',
  'Submitted (IST)',
  'Date (ET)',
  'Date ET',
  'submitted_at_cst',
  'Time (Pacific Time)',
  'Time (Eastern Time (US & Canada))',
  'Date (Eastern)',
  'Pacific Time',
  'Created (Prague time)',
  'Created [NPT]',
])('reports the zone in the column’s name %j as ambiguous', (name) => {
  expect(zoneInName(name)).toHaveProperty('problem')
})

it.each([
  'Date',
  'Date (dd/mm/yyyy)',
  'Date (answered)',
  'DATE (SENT)',
  'Time (hh:mm)',
  'Time (sec)',
  'Date (local time)',
  'Date/Time',
  'Created (start time)',
  'Completion time',
  'Date of the test',
  'Last Request',
  'Date (US)',
  'Datum ist',
  'Date est',
  'updated_at',
])('finds no zone in the column’s name %j', (name) => {
  expect(zoneInName(name)).toBeNull()
})

it('keeps a day alone the day, whatever zone its column or itself names', () => {
  const auckland = { timeZone: 'Pacific/Auckland' }
  const noon = Date.parse('2023-12-31T23:00:00Z')
  for (const text of ['2024-01-01', '45292', '1. 1. 2024'])
    expect(readDate(text, 'day-first', { offset: 0 }, auckland)).toEqual({ at: noon })
  const time = readDate('2024-01-01 12:00', 'day-first', { offset: 0 }, auckland)
  expect(time).toEqual({ at: Date.parse('2024-01-01T12:00:00Z') })
})
