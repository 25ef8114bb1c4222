import { instantOf, isTimeZone } from '../../days.ts'
import { HOUR, MINUTE } from '../../durations.ts'

/** A time zone: a fixed offset from UTC in milliseconds, or an IANA name. */
export type Zone = { offset: number } | { timeZone: string }

/** Abbreviation → hours ahead of UTC; only abbreviations with one common meaning. */
const ABBREVIATIONS: Record<string, number> = Object.fromEntries(
  [
    ['z utc gmt ut wet', 0],
    ['cet mez sec west bst', 1],
    ['cest mesz selc eet sast', 2],
    ['eest idt msk', 3],
    ['hkt sgt awst', 8],
    ['jst kst', 9],
    ['aest', 10],
    ['aedt', 11],
    ['nzst', 12],
    ['nzdt', 13],
    ['edt', -4],
    ['est cdt', -5],
    ['mdt', -6],
    ['mst pdt', -7],
    ['pst akdt', -8],
    ['akst', -9],
    ['hst', -10],
  ].flatMap(([names, hours]) =>
    String(names)
      .split(' ')
      .map((name) => [name, Number(hours)]),
  ),
)

/** Abbreviations for both standard and daylight saving time. */
const SEASONAL: Record<string, string> = {
  'cet/cest': 'Europe/Berlin',
  'mez/mesz': 'Europe/Berlin',
  'eet/eest': 'Europe/Athens',
  'gmt/bst': 'Europe/London',
  'est/edt': 'America/New_York',
  'cst/cdt': 'America/Chicago',
  'mst/mdt': 'America/Denver',
  'pst/pdt': 'America/Los_Angeles',
}

const AMBIGUOUS: Record<string, string> = {
  cst: 'Central Standard Time and China Standard Time',
  ist: 'the time of India, of Israel and of Ireland',
  ast: 'Atlantic and Arabia Standard Time',
  gst: 'the time of the Gulf and of South Georgia',
}

/**
 * Reads a time zone in the formats of files: `Z`, `+02`, `+0530`, `UTC+2`, `GMT+5:30`, `MESZ`, `Europe/Prague`.
 * @param text in lower case
 * @returns the zone, or why the text is not one
 */
export function readZone(text: string): Zone | { problem: string } {
  const shown = text.toUpperCase()
  const shift = /^(?:utc|gmt|ut)? ?([+-]) ?(\d{1,2})(?::?(\d\d))?$/.exec(text)
  if (shift) {
    const [hours, minutes] = [Number(shift[2]), Number(shift[3] ?? 0)]
    if (hours > 14 || minutes > 59) return { problem: `no time zone is "${shown}" from UTC` }
    return { offset: (shift[1] === '-' ? -1 : 1) * (hours * HOUR + minutes * MINUTE) }
  }
  // Some write UTC twice: "+0000 utc".
  const twice = /^([+-]\d{4}) \p{L}+$/u.exec(text)
  if (twice) return readZone(twice[1]!)
  const season = SEASONAL[text]
  if (season) return { timeZone: season }
  const hours = ABBREVIATIONS[text]
  if (hours !== undefined) return { offset: hours * HOUR }
  if (AMBIGUOUS[text])
    return {
      problem: `"${shown}" stands for ${AMBIGUOUS[text]}; an offset such as +02:00 would be clear`,
    }
  if (text.includes('/') && isTimeZone(text)) return { timeZone: text }
  return { problem: `unknown time zone "${shown}"` }
}

/** Converts local time to an instant: `wall` is the local time as if it were UTC, in milliseconds. */
export function instantIn(wall: number, zone: Zone): number {
  return 'offset' in zone ? wall - zone.offset : instantOf(wall, zone.timeZone)
}

/** A zone that a file states for a column, or why it can't be determined. */
export type StatedZone = { name: string } & ({ zone: Zone } | { problem: string })

/** Reads a zone stated without a date, such as `America/Denver`. */
export function statedZone(name: string): StatedZone {
  const zone = readZone(name.trim().normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase())
  return 'problem' in zone ? { name, ...zone } : { name, zone }
}

/** Whether a text is a time zone and nothing else: `America/Denver`, `+02:00`, `CST`. */
export function isZone(text: string): boolean {
  const lower = text.toLowerCase()
  const isClear = /^[a-z]{3}|^[+-]\d\d/.test(lower) && !/^(?:sec|west)$/.test(lower)
  return isClear && (!('problem' in readZone(lower)) || lower in AMBIGUOUS)
}

/** Parentheses, such as those in `Time (Eastern Time (US & Canada))`. */
const IN_BRACKETS = /\(((?:[^()]|\([^()]*\))+)\)|\[([^[\]]+)\]/g
const OFFSET =
  /(?<![\p{L}\p{N}])(?:utc|gmt)(?: ?[+-] ?\d{1,2}(?::?\d\d)?)?(?![\p{L}\p{N}])|(?<=date|time|at)utc\b|\butc(?=date|time)/iu
const REGION =
  /^(?:pacific|mountain|central|eastern|atlantic|alaska|hawaii)(?: (?:standard|daylight))?(?: time)?\b/i
const REGION_TIME =
  /(?:pacific|mountain|central|eastern|atlantic) (?:standard |daylight )?time(?= |$)/i
/** "Start time", "local time" and "date/time" name no zone. */
const NO_ZONE =
  /local|your|own|unix|epoch|iso|24|date|start|begin|end|submi|complet|respon|answer|survey|finish|creat|first|last|full|real/i

/**
 * Finds the time zone in a column's name: `Submit Date (UTC)`, `Time GMT+2`,
 * `submittedAtUtc`, `Date (CST)`, `Time (Pacific Time)`.
 * @returns null if there is none
 */
export function zoneInName(name: string): StatedZone | null {
  const apart = name
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
  const [offset] = OFFSET.exec(apart) ?? []
  if (offset) return statedZone(offset.trim())
  const [place] = /[A-Z][a-z]+\/[A-Z][\w/-]+/.exec(name) ?? []
  if (place && isTimeZone(place)) return statedZone(place)
  for (const [, round, square] of name.matchAll(IN_BRACKETS)) {
    const stated = statedZone((round ?? square)!.trim())
    if ('zone' in stated ? stated.name !== 'sec' : isLikeZone(stated.name, name)) return stated
  }
  const [region] = REGION_TIME.exec(apart.replaceAll('_', ' ')) ?? []
  if (region) return statedZone(region)
  const words = apart.split(/[^\p{L}]+/u).filter(Boolean)
  const abbreviation = words.find((word, at) =>
    isAbbreviation(word, at === words.length - 1, /\s/.test(name)),
  )
  return abbreviation === undefined ? null : statedZone(abbreviation)
}

/** Whether words in brackets look like a time zone that is unknown. */
function isLikeZone(words: string, name: string): boolean {
  if (AMBIGUOUS[words.toLowerCase()] || REGION.test(words)) return true
  if (/^[A-Z]{1,4}T(?:\/[A-Z]{1,4}T)?$/.test(words)) return name !== name.toUpperCase()
  return /\btime(?: ?zone)?$/i.test(words) && words.includes(' ') && !NO_ZONE.test(words)
}

/** Outside brackets, accepts only an abbreviation in capitals, or at the end as in `sent_at_cet`. */
function isAbbreviation(word: string, isLast: boolean, hasSpaces: boolean): boolean {
  const lower = word.toLowerCase()
  const isKnown = lower.length > 2 && !/^(?:sec|west|mst)$/.test(lower)
  const isCapital = word === word.toUpperCase()
  if (isCapital && isLast && /^[ECMP]T$/.test(word)) return true
  return (
    isKnown &&
    (isCapital || (isLast && !hasSpaces)) &&
    Boolean(AMBIGUOUS[lower] ?? lower in ABBREVIATIONS)
  )
}
