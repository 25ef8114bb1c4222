import { instantOf } from '../days.ts'

export const DATE_ORDERS = ['day-first', 'month-first'] as const
export type DateOrder = (typeof DATE_ORDERS)[number]

/** What a date that is written in figures says about the order of day and month in its column. */
export type OrderEvidence = DateOrder | 'open' | 'none'

const DAY = 86_400_000
const NOON = DAY / 2

const CLOCK = String.raw`(?:[T,]?\s*(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?\s*([ap]m)?\s*(Z|UTC|GMT|[+-]\d\d:?\d\d)?)?`
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})${CLOCK}$`, 'i')
const YEAR_LAST = new RegExp(
  String.raw`^(\d{1,2})([-/.])\s?(\d{1,2})\2\s?(\d{4}|\d\d)${CLOCK}$`,
  'i',
)
const DAY_IN_WORDS = new RegExp(
  String.raw`^(\d{1,2})[ -]([a-z]{3,9})\.?[ ,-]\s?(\d{4}|\d\d)${CLOCK}$`,
  'i',
)
const MONTH_IN_WORDS = new RegExp(
  String.raw`^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})${CLOCK}$`,
  'i',
)
const UNIX = /^(\d{9,10})(\.\d+)?$|^(\d{12,13})$/
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

type Written = { year: number; month: number; day: number; clock: (string | undefined)[] }

/**
 * Reads a date, with or without the time of day, or a Unix time in seconds or milliseconds.
 * A date alone is noon in the time zone, so that the day stays the day; so is a time without a zone
 * a time in it.
 * @param order which of the first two numbers of `3/4/2021` is the day
 * @returns milliseconds since 1970 UTC; `null` for what is no date or one that no calendar has
 */
export function readDate(text: string, order: DateOrder, timeZone: string): number | null {
  const unix = UNIX.exec(text)
  if (unix) return unix[3] ? Number(unix[3]) : Math.round(Number(text) * 1000)
  const written = writtenDate(text, order)
  if (!written) return null
  const { year, month, day, clock } = written
  const midnight = Date.UTC(year, month - 1, day)
  const date = new Date(midnight)
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null
  const time = timeOf(clock)
  if (time === null) return null
  const offset = offsetOf(clock[4])
  return offset === null ? instantOf(midnight + time, timeZone) : midnight + time - offset
}

/** Whether a text has the form of a date; a Unix time is a number like any other and has not. */
export function isDate(text: string): boolean {
  return (
    /\d/.test(text) &&
    text.length <= 40 &&
    [YEAR_FIRST, YEAR_LAST, DAY_IN_WORDS, MONTH_IN_WORDS].some((form) => form.test(text))
  )
}

/** Whether a number lies between 2001 and 2100 as a Unix time in seconds or milliseconds. */
export function isUnixTime(text: string): boolean {
  const found = UNIX.exec(text)
  if (!found) return false
  const seconds = found[3] ? Number(found[3]) / 1000 : Number(text)
  return seconds > 978_307_200 && seconds < 4_102_444_800
}

/** What one date says about its column: 13 can't be a month, and dots are written day first. */
export function orderEvidence(text: string): OrderEvidence {
  const found = YEAR_LAST.exec(text)
  if (!found) return 'none'
  const [first, second] = [Number(found[1]), Number(found[3])]
  if (first === second) return 'none'
  if (found[2] === '.') return 'day-first'
  if (first > 12) return second > 12 ? 'none' : 'day-first'
  return second > 12 ? 'month-first' : 'open'
}

function writtenDate(text: string, order: DateOrder): Written | null {
  let found = YEAR_FIRST.exec(text)
  if (found) return { year: +found[1]!, month: +found[3]!, day: +found[4]!, clock: found.slice(5) }
  found = YEAR_LAST.exec(text)
  if (found) {
    const [first, second] = [+found[1]!, +found[3]!]
    const [day, month] = order === 'day-first' ? [first, second] : [second, first]
    return { year: fullYear(found[4]!), month, day, clock: found.slice(5) }
  }
  found = DAY_IN_WORDS.exec(text)
  if (found)
    return {
      year: fullYear(found[3]!),
      month: monthOf(found[2]!),
      day: +found[1]!,
      clock: found.slice(4),
    }
  found = MONTH_IN_WORDS.exec(text)
  if (found)
    return { year: +found[3]!, month: monthOf(found[1]!), day: +found[2]!, clock: found.slice(4) }
  return null
}

function fullYear(text: string): number {
  const year = Number(text)
  return text.length === 4 ? year : year < 70 ? 2000 + year : 1900 + year
}

/** 1–12; 0, which no calendar has, for a word that is no month. */
function monthOf(word: string): number {
  return MONTHS.indexOf(word.slice(0, 3).toLowerCase()) + 1
}

function timeOf([hours, minutes, seconds = '0', half]: Written['clock']): number | null {
  if (hours === undefined) return NOON
  let hour = Number(hours)
  if (half) {
    if (hour < 1 || hour > 12) return null
    hour = (hour % 12) + (half.toLowerCase() === 'pm' ? 12 : 0)
  }
  if (hour > 23 || Number(minutes) > 59 || Number(seconds) > 59) return null
  return hour * 3_600_000 + Number(minutes) * 60_000 + Number(seconds) * 1000
}

function offsetOf(zone: string | undefined): number | null {
  if (!zone) return null
  const found = /^([+-])(\d\d):?(\d\d)$/.exec(zone)
  if (!found) return 0
  return (found[1] === '-' ? -1 : 1) * (Number(found[2]) * 60 + Number(found[3])) * 60_000
}
