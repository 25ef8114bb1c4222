import { expect, it } from 'vitest'
import {
  dayFromIso,
  dayOf,
  instantOf,
  isoOf,
  isTimeZone,
  offsetSpans,
  startOf,
} from '../../surveys/days.ts'

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
])('gives the right day for every hour of a year in %s, through all clock changes', (zone) => {
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

it('accepts old names of time zones, and no offsets', () => {
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

/** Time zones whose clocks changed at or across midnight, by odd spans, or by a whole day. */
const ODD: [timeZone: string, from: string, to: string][] = [
  ['America/Sao_Paulo', '2018-01-01', '2019-03-01'],
  ['America/Santiago', '2022-01-01', '2023-10-01'],
  ['America/Asuncion', '2022-01-01', '2024-12-01'],
  ['America/Havana', '2023-01-01', '2024-12-01'],
  ['America/St_Johns', '2010-01-01', '2012-01-01'],
  ['Asia/Beirut', '2022-01-01', '2024-12-01'],
  ['Africa/Cairo', '2023-01-01', '2024-12-01'],
  ['Africa/Casablanca', '2022-01-01', '2024-12-01'],
  ['Asia/Amman', '2021-01-01', '2023-01-01'],
  ['Asia/Gaza', '2022-01-01', '2024-12-01'],
  ['Australia/Lord_Howe', '2022-01-01', '2024-01-01'],
  ['Pacific/Apia', '2011-01-01', '2012-12-01'],
  ['Pacific/Kwajalein', '1993-06-01', '1993-12-01'],
  ['Antarctica/Troll', '2022-01-01', '2024-01-01'],
  ['Europe/Prague', '2022-01-01', '2024-01-01'],
]

it.each(ODD)(
  'turns every local time of %s around its changes into its instant',
  (zone, from, to) => {
    const quarter = 900_000
    const spans = offsetSpans(Date.parse(from), Date.parse(to), zone)
    expect(spans.length).toBeGreaterThan(1)
    for (const { from: change } of spans.slice(1)) {
      const instants = Array.from(
        { length: 4 * 24 * 8 },
        (_, at) => change + (at - 4 * 96) * quarter,
      )
      const shown = instants.map((at) => {
        const span = spans.findLast(({ from }) => from <= at)!
        return at + span.offset
      })
      for (let wall = change - 30 * 3_600_000; wall < change + 30 * 3_600_000; wall += quarter) {
        const exact = shown.indexOf(wall)
        const at = exact < 0 ? shown.findIndex((each) => each > wall) : exact
        expect([wall, instantOf(wall, zone)]).toEqual([wall, instants[at]])
      }
    }
  },
)

it('begins a day without a midnight at its first time, and leaves no instant between two days', () => {
  expect(instantOf(Date.parse('2018-11-04T00:00:00Z'), 'America/Sao_Paulo')).toBe(
    Date.parse('2018-11-04T03:00:00Z'),
  )
  for (const [zone, from, to] of ODD)
    for (let day = dayFromIso(from)!; day < dayFromIso(to)!; day++) {
      const [start, next] = [startOf(day, zone), startOf(day + 1, zone)]
      const isLeftOut = start === next
      expect([zone, isoOf(dayOf(start, zone))]).toEqual([zone, isoOf(isLeftOut ? day + 1 : day)])
    }
  expect(startOf(dayFromIso('2011-12-30')!, 'Pacific/Apia')).toBe(
    startOf(dayFromIso('2011-12-31')!, 'Pacific/Apia'),
  )
})
