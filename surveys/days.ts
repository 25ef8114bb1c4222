import { DAY } from './durations.ts'
import { clockText } from './exporting/cell.ts'

/** A day as the number of days since 1970-01-01, in the time zone in which it was determined. */
export type Day = number
export type Step = 'day' | 'week' | 'month'
/** Both ends are inclusive. */
export type Period = { from: Day; to: Day }

const QUARTER_HOUR = 900_000

/**
 * Returns the calendar day of a time in a time zone.
 * @param at milliseconds UTC
 * @param timeZone an IANA name such as `Europe/Prague`
 * @throws RangeError for an unknown time zone
 */
export function dayOf(at: number, timeZone: string): Day {
  return Math.floor((at + offsetAt(at, timeZone)) / DAY)
}

/** Formats a time as local time for spreadsheets: `2026-11-22 09:30:00`. */
export function clockTime(at: number, timeZone: string): string {
  return clockText({ clock: clockAt(at, timeZone) })
}

/** What the clock in a time zone shows, in milliseconds as if it showed UTC. */
export const clockAt = (at: number, timeZone: string): number => at + offsetAt(at, timeZone)

/** Whether the time zone exists: an IANA name that `Intl` knows, including old ones. */
export function isTimeZone(name: string): boolean {
  try {
    // Some engines accept an offset such as +02:00, which has no daylight saving time.
    return /^[a-z]/i.test(name) && Number.isInteger(dayOf(0, name))
  } catch {
    return false
  }
}

/** A time zone's offset from UTC between two times, the second exclusive. All in milliseconds. */
export type OffsetSpan = { from: number; until: number; offset: number }

/**
 * Lists the spans in which a time zone keeps its offset, without gaps. They let a database without time
 * zones count the same days as `dayOf`.
 * @param from milliseconds UTC; the first span begins here
 * @param until milliseconds UTC, after `from`; the last span ends here
 * @param timeZone an IANA name
 * @throws RangeError for an unknown time zone
 */
export function offsetSpans(from: number, until: number, timeZone: string): OffsetSpan[] {
  const spans: OffsetSpan[] = [{ from, until, offset: offsetAt(from, timeZone) }]
  // No zone changes its clocks twice within a day.
  for (let before = from; before < until; before += DAY) {
    const after = Math.min(before + DAY, until)
    const last = spans.at(-1)!
    const offset = offsetAt(after, timeZone)
    if (offset === last.offset) continue
    last.until = changeBetween(before, after, timeZone)
    if (last.until < until) spans.push({ from: last.until, until, offset })
    else last.until = until
  }
  return spans
}

/** Finds the first quarter hour that has the offset of `after` rather than that of `before`. */
function changeBetween(before: number, after: number, timeZone: string): number {
  const offset = offsetAt(after, timeZone)
  let [low, high] = [Math.floor(before / QUARTER_HOUR), Math.floor(after / QUARTER_HOUR)]
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (offsetAt(middle * QUARTER_HOUR, timeZone) === offset) high = middle
    else low = middle
  }
  return high * QUARTER_HOUR
}

/** Formats a day as an ISO date: `2026-11-22`. */
export function isoOf(day: Day): string {
  return new Date(day * DAY).toISOString().slice(0, 10)
}

/** Parses an ISO date; null if the date doesn't exist. */
export function dayFromIso(iso: string): Day | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(iso)) return null
  const at = Date.parse(`${iso}T00:00:00Z`)
  return Number.isNaN(at) || isoOf(at / DAY) !== iso ? null : at / DAY
}

/** Returns the same date a year before; the 28th for 29 February. */
export function yearBefore(day: Day): Day {
  const date = new Date(day * DAY)
  const [year, month] = [date.getUTCFullYear() - 1, date.getUTCMonth()]
  const lastOfMonth = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  return Date.UTC(year, month, Math.min(date.getUTCDate(), lastOfMonth)) / DAY
}

/**
 * Returns when a day begins in a time zone, in milliseconds UTC. If clocks skip its midnight, that is
 * the time of the skip; a day that a time zone left out has no length.
 */
export function startOf(day: Day, timeZone: string): number {
  return instantOf(day * DAY, timeZone)
}

/**
 * Returns when a clock in a time zone shows what a UTC clock shows at `wall`: the first time if it is
 * repeated, the first time shown afterwards if it is skipped.
 */
export function instantOf(wall: number, timeZone: string): number {
  // Clocks are less than a day from UTC, and no zone changes them twice within two days.
  const [before, after] = [wall - DAY, wall + DAY]
  for (const around of [before, after]) {
    const at = wall - offsetAt(around, timeZone)
    if (at + offsetAt(at, timeZone) === wall) return at
  }
  return changeBetween(before, after, timeZone)
}

/** Splits a range into calendar periods; the first and last are cut at the range's ends. */
export function periodsOf({ from, to }: Period, step: Step): Period[] {
  const periods: Period[] = []
  for (let start = from; start <= to;) {
    const end = Math.min(to, endOf(start, step))
    periods.push({ from: start, to: end })
    start = end + 1
  }
  return periods
}

/** Returns the ISO week (Monday to Sunday) of a day. */
export function weekOf(day: Day): Period {
  const to = endOf(day, 'week')
  return { from: to - 6, to }
}

/** Returns the last day of a day's ISO week or month, or the day itself. */
function endOf(day: Day, step: Step): Day {
  if (step === 'day') return day
  // Day 0, 1970-01-01, was a Thursday.
  if (step === 'week') return day + 6 - ((((day + 3) % 7) + 7) % 7)
  const date = new Date(day * DAY)
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0) / DAY
}

const clocks = new Map<string, Intl.DateTimeFormat>()
const offsets = new Map<string, number>()

/** A time zone's offset from UTC, in milliseconds. Offsets change on quarter hours only. */
function offsetAt(at: number, timeZone: string): number {
  const quarter = Math.floor(at / QUARTER_HOUR)
  const key = `${timeZone} ${quarter}`
  const known = offsets.get(key)
  if (known !== undefined) return known
  if (offsets.size > 50_000) offsets.clear()
  const start = quarter * QUARTER_HOUR
  const shown = Object.fromEntries(
    clockOf(timeZone)
      .formatToParts(start)
      .map(({ type, value }) => [type, Number(value)]),
  )
  const wall = Date.UTC(
    shown.year!,
    shown.month! - 1,
    shown.day,
    shown.hour,
    shown.minute,
    shown.second,
  )
  offsets.set(key, wall - start)
  return wall - start
}

function clockOf(timeZone: string): Intl.DateTimeFormat {
  let clock = clocks.get(timeZone)
  if (!clock)
    clocks.set(
      timeZone,
      (clock = new Intl.DateTimeFormat('en-GB', {
        timeZone,
        hourCycle: 'h23',
        year: 'numeric',
        month: 'numeric',
        day: 'numeric',
        hour: 'numeric',
        minute: 'numeric',
        second: 'numeric',
      })),
    )
  return clock
}
