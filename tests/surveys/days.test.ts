import { expect, it } from 'vitest'
import { dayFromIso, dayOf, isoOf, isTimeZone, offsetSpans, startOf } from '../../surveys/days.ts'

const DAY = 86_400_000
const HOUR = 3_600_000

it.each([
  'Europe/Prague',
  'America/New_York',
  'Pacific/Auckland',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'Pacific/Apia',
])('says in spans what every hour’s day is in %s, through all clock changes of a year', (zone) => {
  const [from, until] = [Date.parse('2011-09-01T10:17:03Z'), Date.parse('2012-11-20')]
  const spans = offsetSpans(from, until, zone)
  expect(spans[0]!.from).toBe(from)
  expect(spans.at(-1)!.until).toBe(until)
  const wrong: number[] = []
  let span = 0
  for (let at = from; at < until; at += HOUR) {
    while (at >= spans[span]!.until) span++
    expect(spans[span]!.from).toBeLessThanOrEqual(at)
    if (Math.floor((at + spans[span]!.offset) / DAY) !== dayOf(at, zone)) wrong.push(at)
  }
  expect(wrong).toEqual([])
  for (let next = 1; next < spans.length; next++)
    expect(spans[next]!.from).toBe(spans[next - 1]!.until)
})

it('changes span when the clock does', () => {
  const year = [Date.parse('2026-01-01'), Date.parse('2027-01-01')] as const
  expect(offsetSpans(...year, 'Asia/Kolkata')).toHaveLength(1)
  expect(offsetSpans(...year, 'Europe/Prague').map(({ from }) => from)).toEqual([
    year[0],
    Date.parse('2026-03-29T01:00:00Z'),
    Date.parse('2026-10-25T01:00:00Z'),
  ])
})

it('knows time zones by their old names, too, and takes no offset for one', () => {
  const known = ['Europe/Prague', 'Asia/Kolkata', 'Asia/Calcutta', 'UTC']
  expect(known.filter(isTimeZone)).toEqual(known)
  expect(['Europe/Praha', '+02:00', '', '__proto__', 'a\0'].filter(isTimeZone)).toEqual([])
})

it.each([
  ['Europe/Prague', '2026-01-01', '2026-12-31'],
  ['America/New_York', '2026-01-01', '2026-12-31'],
  ['Asia/Amman', '2021-10-01', '2021-11-30'],
  ['Asia/Gaza', '2018-10-01', '2018-11-30'],
  ['America/Sao_Paulo', '2018-10-01', '2019-03-01'],
])(
  'begins a day in %s at its first instant, also when midnight comes twice or never',
  (zone, from, to) => {
    for (let day = dayFromIso(from)!; day <= dayFromIso(to)!; day++) {
      const start = startOf(day, zone)
      expect([isoOf(day), dayOf(start, zone) - day, dayOf(start - 1, zone) - day]).toEqual([
        isoOf(day),
        0,
        -1,
      ])
    }
  },
)
