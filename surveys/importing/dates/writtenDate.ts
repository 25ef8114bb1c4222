import { HALVES, MONTHS, WEEKDAYS, folded, lettersOf } from './calendarWords.ts'

/** A date's parts as written, not yet checked against the calendar. */
export type WrittenDate = {
  year: number
  /** 0 for an unknown word. */
  month: number
  day: number
  /** The separator, if day and month may be in either order; they are then stored as day first. */
  between?: string
  /** The month, if it is an unknown word. */
  unknownMonth?: string
  time?: { hour: number; minute: number; second: number; milliseconds: number; half?: number }
  /** The zone as written, in lower case; empty if there is none. */
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
/** `10.30 Uhr`, `10h30`, `10 am`: only at the end, as dates have dots, too. */
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
 * Splits a date into its parts: numeric or with the month's name in many languages, optionally with a
 * time before or after it, a weekday and a time zone.
 * @returns `null` if the text doesn't have the form of a date
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
  // A word after the time that isn't a half of the day belongs to what follows.
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

/** Finds the day before the time (then the zone follows), after it, or around it as in `May 12 10:00 CET 2021`. */
function dayAround(before: string, after: string): { day: Day; zone: string } | null {
  const [aside, named = ''] = / ?[([]([^()[\]]*)[)\]]$/.exec(after) ?? ['']
  const rest = after
    .slice(0, after.length - aside.length)
    .replace(/^ ?(?:uhr|hod\.?|h)(?!\p{L})/u, '')
    .trim()
  // Text in brackets explains the zone, or is the only mention of it.
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
