import { HALVES, MONTHS, WEEKDAYS, folded, lettersOf } from './calendarWords.ts'

/** A date in the parts in which it is written; nothing is known yet to exist. */
export type WrittenDate = {
  year: number
  /** 0 for a word that is no month. */
  month: number
  day: number
  /** What stands between day and month where either may come first; they are as if day first. */
  between?: string
  /** The month as a word that is not known. */
  unknownMonth?: string
  time?: { hour: number; minute: number; second: number; milliseconds: number; half?: number }
  /** As it is written, in lower case; empty where none is. */
  zone: string
}

type Day = Pick<WrittenDate, 'year' | 'month' | 'day' | 'between' | 'unknownMonth'>

const LONGEST_DATE = 90
const MOST_WORDS = 10

const WORD = String.raw`[\p{L}׳״'"]+`
const HALF = String.raw`(?: ?([ap]\.? ?m?\.?(?!\p{L})|\p{L}[\p{L}.״"]*))?`
const CLOCK = new RegExp(
  String.raw`(?<!\d)(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?${HALF}`,
  'u',
)
/** Oracle's `01.28.19.000000 PM` */
const DOTTED_CLOCK =
  /(?<=[ t])(\d{1,2})\.(\d\d)\.(\d\d)\.(\d{1,9})(?!\d)(?: ?([ap]\.? ?m\.?(?!\p{L})))?/u
/** `10.30 Uhr`, `10h30`, `10 am`: at the end only, as dates are written with dots, too. */
const OTHER_CLOCK = /(?<=[ ,])(\d{1,2})(?:[.h](\d\d)(?:\.(\d\d))?()| ([ap]\.? ?m\.?))(?: uhr)?$/u
/** `20210512`, `20210512T103000Z` */
const COMPACT = /^(\d{4})(\d\d)(\d\d)(?:t? ?(\d\d)(\d\d)(\d\d)?(z|[+-]\d\d:?\d\d)?)?$/

const YEAR_FIRST = /^(\d{4})([-/.]) ?(\d{1,2})\2 ?(\d{1,2})$/
const YEAR_LAST = /^(\d{1,2})([-/.]) ?(\d{1,2})\2 ?(\d{4}|\d\d)$/
const DAY_IN_WORDS = new RegExp(
  String.raw`^(\d{1,2})(?:st|nd|rd|th|er|\.)?[ \-/]*(?:of |de )?(${WORD})\.?[ ,\-/]*(?:de )?'?(\d{4}|\d\d)$`,
  'u',
)
const MONTH_IN_WORDS = new RegExp(
  String.raw`^(${WORD})\.?[ -]*(\d{1,2})(?:st|nd|rd|th|\.)?(?:, ?| |-)'?(\d{4}|\d\d)$`,
  'u',
)
const YEAR_BEFORE_WORDS = new RegExp(String.raw`^(\d{4})[ .\-/]*(${WORD})\.?[ \-/]*(\d{1,2})$`, 'u')

/**
 * Takes a date apart, in figures or with the month as a word of many languages, before or after a time
 * of day, with a weekday and a time zone or without.
 * @returns `null` for a text that has not the form of a date
 */
export function writtenDate(text: string): WrittenDate | null {
  if (text.length > LONGEST_DATE || !/\d\d/.test(text)) return null
  if (text.split(' ', MOST_WORDS + 1).length > MOST_WORDS) return null
  const whole = folded(text)
  const compact = COMPACT.exec(whole)
  if (compact) return writtenCompactly(compact)
  return (
    withClock(whole, CLOCK) ??
    withClock(whole, DOTTED_CLOCK) ??
    withClock(whole, OTHER_CLOCK) ??
    dayAlone(whole)
  )
}

function withClock(text: string, clock: RegExp): WrittenDate | null {
  const found = clock.exec(text)
  if (!found) return null
  const [all, hour, minute = '0', second = '0', fraction = '', word = ''] = found
  const half = HALVES.get(lettersOf(word).replaceAll(' ', ''))
  const before = text.slice(0, found.index)
  // A word after the time that names no half of the day belongs to what follows.
  const after = (half === undefined ? word : '') + text.slice(found.index + all.length)
  const rest = dayAround(before, after)
  if (!rest) return null
  const milliseconds = Number(fraction.padEnd(3, '0').slice(0, 3))
  const time = { hour: +hour!, minute: +minute, second: +second, milliseconds, half }
  return { ...rest.day, zone: rest.zone, time }
}

function writtenCompactly(found: RegExpExecArray): WrittenDate {
  const [, year, month, day, hour, minute, second = '0', zone = ''] = found
  return {
    year: +year!,
    month: +month!,
    day: +day!,
    zone,
    ...(hour && { time: { hour: +hour, minute: +minute!, second: +second, milliseconds: 0 } }),
  }
}

/** The day stands before the time with the zone after it, or after, or around as in `May 12 10:00 CET 2021`. */
function dayAround(before: string, after: string): { day: Day; zone: string } | null {
  const [aside, named = ''] = / ?[([]([^()[\]]*)[)\]]$/.exec(after) ?? ['']
  const rest = after
    .slice(0, after.length - aside.length)
    .replace(/^ ?(?:uhr|hod\.?|h)(?!\p{L})/u, '')
    .trim()
  // What stands in brackets explains the zone, or is all that is said of it.
  const tail = rest || named.trim()
  const head = before.replace(/(?:(?<=\d)t|[, ]+(?:at|um|v|ve|o|kl\.?|בשעה)?)[ ,]*$/u, '').trim()
  if (!head) {
    const day = dayOf(tail.replace(/^[, ]+/, ''))
    return day && { day, zone: '' }
  }
  const day = dayOf(head)
  if (day) return { day, zone: tail }
  const year = /^(.*?) ?(\d{4})$/.exec(tail)
  const split = year && dayOf(`${head} ${year[2]}`)
  return split ? { day: split, zone: year[1]! } : null
}

function dayAlone(text: string): WrittenDate | null {
  const day = dayOf(text)
  return day && { ...day, zone: '' }
}

function dayOf(text: string): Day | null {
  const plain = text.replace(/(?<=\d)(?:\.| ?[rг]\.?)$/u, '')
  const found = dayIn(plain)
  if (found) return found
  for (const gap of plain.matchAll(/,? (?=[\p{L}\d])|,(?=\d)/gu))
    if (WEEKDAYS.has(lettersOf(plain.slice(0, gap.index))))
      return dayIn(plain.slice(gap.index + gap[0].length))
  return null
}

function dayIn(text: string): Day | null {
  let found = YEAR_FIRST.exec(text)
  if (found) return { year: +found[1]!, month: +found[3]!, day: +found[4]! }
  found = YEAR_LAST.exec(text)
  if (found)
    return {
      day: +found[1]!,
      month: +found[3]!,
      year: fullYear(found[4]!),
      between: found[2]!,
    }
  found = DAY_IN_WORDS.exec(text)
  if (found) return { day: +found[1]!, ...monthNamed(found[2]!), year: fullYear(found[3]!) }
  found = MONTH_IN_WORDS.exec(text)
  if (found) return { ...monthNamed(found[1]!), day: +found[2]!, year: fullYear(found[3]!) }
  found = YEAR_BEFORE_WORDS.exec(text)
  if (found) return { year: +found[1]!, ...monthNamed(found[2]!), day: +found[3]! }
  return null
}

/** Hebrew puts "in" before the month: `12 במאי 2021`. */
function monthNamed(word: string): Pick<Day, 'month' | 'unknownMonth'> {
  const name = lettersOf(word)
  const month = MONTHS.get(name) ?? MONTHS.get(name.replace(/^ב-?/, ''))
  return month ? { month } : { month: 0, unknownMonth: name }
}

function fullYear(text: string): number {
  const year = Number(text)
  return text.length === 4 ? year : year < 70 ? 2000 + year : 1900 + year
}
