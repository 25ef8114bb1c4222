import { writtenDate, type WrittenDate } from './writtenDate.ts'
import { instantIn, readZone, type Zone } from './zones.ts'
import { DAY } from '../../durations.ts'

export const DATE_ORDERS = ['day-first', 'month-first'] as const
export type DateOrder = (typeof DATE_ORDERS)[number]

/** What one numeric date reveals about the order of day and month in its column. */
export type OrderEvidence = DateOrder | 'open' | 'none'

const NOON = DAY / 2

const IN_WORDS: Record<DateOrder, string> = {
  'day-first': 'with the day before the month',
  'month-first': 'with the month before the day',
}

const UNIX = /^(\d{9,10})(?:\.\d+)?$|^(\d{12,13})$|^(\d{15,16})$/
/** Spreadsheets' days since 1900, for 1990 to 2100. */
const SERIAL = /^[3-7]\d{4}(?:[.,]\d+)?$/
const SERIAL_OF_1970 = 25_569

/**
 * Reads a date with or without a time, a Unix time in seconds, milliseconds or microseconds, or a
 * spreadsheet's day number. A date without a time is read as noon in `days`, so that it keeps its day.
 * @param order whether `3/4/2021` is 3 April or 4 March
 * @param home  the zone of times that don't include one
 * @param days  the zone in which days are counted
 * @returns milliseconds since 1970 UTC, or why the text is not a date
 */
export function readDate(
  text: string,
  order: DateOrder,
  home: Zone,
  days = home,
): { at: number } | { problem: string } {
  const unix = unixTime(text)
  if (unix !== null) return { at: unix }
  if (SERIAL.test(text)) {
    const isDay = Number.isInteger(Number(text.replace(',', '.')))
    return { at: instantIn(serialTime(text), isDay ? days : home) }
  }
  const written = writtenDate(text)
  if (!written) return { problem: reasonForNone(text) }
  return instantAt(inOrder(written, order), written.time ? home : days, order)
}

/** Whether a text has the form of a date; plain numbers don't. */
export function isDate(text: string): boolean {
  return orderEvidence(text) !== null
}

/** Whether a number may be a date: a Unix time from 2001 to 2100, a spreadsheet's day, or `20210512`. */
export function isDateNumber(text: string): boolean {
  if (!/^\d/.test(text) || /^\d{1,4}$/.test(text)) return false
  const unix = unixTime(text)
  if (unix !== null) return unix > 978_307_200_000 && unix < 4_102_444_800_000
  if (SERIAL.test(text)) return true
  const compact = /^(?:19|20)\d{6}(?:\d{6})?$/.test(text) ? writtenDate(text) : null
  return compact !== null && 'at' in instantAt(compact, { offset: 0 })
}

/**
 * Returns what one date reveals about its column: 13 can't be a month, and dates with dots are day
 * first.
 * @returns null if the text is not a date
 */
export function orderEvidence(text: string): OrderEvidence | null {
  const written = /^\d+$/.test(text) ? null : writtenDate(text)
  if (!written || written.unknownMonth) return null
  const { day: first, month: second, between } = written
  if (!between || first === second) return 'none'
  if (between === '.') return 'day-first'
  if (first > 12) return second > 12 ? 'none' : 'day-first'
  return second > 12 ? 'month-first' : 'open'
}

function unixTime(text: string): number | null {
  const found = UNIX.exec(text)
  if (!found) return null
  if (found[3]) return Math.round(Number(text) / 1000)
  return found[2] ? Number(text) : Math.round(Number(text) * 1000)
}

/** A spreadsheet's day number as local time in milliseconds; noon for a whole day. */
function serialTime(text: string): number {
  const days = Number(text.replace(',', '.')) - SERIAL_OF_1970
  return Number.isInteger(days) ? days * DAY + NOON : Math.round(days * 86_400) * 1000
}

function inOrder(written: WrittenDate, order: DateOrder): WrittenDate {
  if (!written.between || order === 'day-first') return written
  return { ...written, day: written.month, month: written.day }
}

function instantAt(
  written: WrittenDate,
  home: Zone,
  order?: DateOrder,
): { at: number } | { problem: string } {
  const problem = calendarProblem(written, order) ?? clockProblem(written)
  if (problem) return { problem }
  const zone = written.zone && written.time ? readZone(written.zone) : home
  if ('problem' in zone) return zone
  const { year, month, day } = written
  return { at: instantIn(Date.UTC(year, month - 1, day) + timeOf(written), zone) }
}

function calendarProblem(
  { year, month, day, between, unknownMonth }: WrittenDate,
  order?: DateOrder,
): string | null {
  if (unknownMonth) return `"${unknownMonth}" is no month`
  if (month < 1 || month > 12)
    return `there is no month ${month}${between && order ? `, read ${IN_WORDS[order]}` : ''}`
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate()
  const shown = `${year}-${String(month).padStart(2, '0')}`
  return day < 1 || day > days ? `${shown} has no day ${day}` : null
}

function clockProblem({ time }: WrittenDate): string | null {
  if (!time) return null
  const { hour, minute, second, half } = time
  if (half !== undefined && (hour < 1 || hour > 12) && !(hour < 24 && hour >= 12 === half > 0))
    return `there is no hour ${hour} in half a day`
  if (hour > 23) return `there is no hour ${hour}`
  if (minute > 59) return `there is no minute ${minute}`
  return second > 59 ? `there is no second ${second}` : null
}

function timeOf({ time }: WrittenDate): number {
  if (!time) return NOON
  const { hour, minute, second, milliseconds, half } = time
  const hours = half === undefined || hour > 12 ? hour : (hour % 12) + half
  return ((hours * 60 + minute) * 60 + second) * 1000 + milliseconds
}

function reasonForNone(text: string): string {
  if (/^\d(?:[.,]\d+)?e\+?\d+$/i.test(text))
    return 'is a number that a spreadsheet has shortened; its digits are lost'
  if (/^\d{1,2}:\d\d(:\d\d)?$/.test(text)) return 'is a time of day without a date'
  if (/^(\d{4}[-/.]\d{1,2}|\p{L}{3,10}\.? \d{4})$/u.test(text)) return 'names no day'
  return 'must be a date'
}
