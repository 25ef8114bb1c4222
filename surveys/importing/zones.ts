import { instantOf, isTimeZone } from '../days.ts'

/** Where a clock stands: a fixed offset from UTC in milliseconds, or a place with its own rules. */
export type Zone = { offset: number } | { timeZone: string }

const HOUR = 3_600_000
const MINUTE = 60_000

/** Hours ahead of UTC; only abbreviations that nearly everyone reads alike. */
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

const AMBIGUOUS: Record<string, string> = {
  cst: 'Central Standard Time and China Standard Time',
  ist: 'the time of India, of Israel and of Ireland',
  ast: 'Atlantic and Arabia Standard Time',
  gst: 'the time of the Gulf and of South Georgia',
}

/**
 * Reads a time zone as files name it: `Z`, `+02`, `+0530`, `UTC+2`, `GMT+5:30`, `MESZ`, `Europe/Prague`.
 * @param text in lower case
 * @returns the zone, or why it is none
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
  const hours = ABBREVIATIONS[text]
  if (hours !== undefined) return { offset: hours * HOUR }
  if (AMBIGUOUS[text])
    return {
      problem: `"${shown}" stands for ${AMBIGUOUS[text]}; an offset such as +02:00 would be clear`,
    }
  if (text.includes('/') && isTimeZone(text)) return { timeZone: text }
  return { problem: `unknown time zone "${shown}"` }
}

/** The instant at which a clock in a zone shows what a clock in UTC shows at `wall`. */
export function instantIn(wall: number, zone: Zone): number {
  return 'offset' in zone ? wall - zone.offset : instantOf(wall, zone.timeZone)
}

/** The zone that a column's name says its times are in: `Submit Date (UTC)`, `Time GMT+2`. */
export function zoneInName(name: string): { name: string; zone: Zone } | null {
  const found =
    /(?<![\p{L}\p{N}])(?:utc|gmt)(?: ?[+-] ?\d{1,2}(?::?\d\d)?)?(?![\p{L}\p{N}])/iu.exec(
      name,
    )?.[0] ?? /\(([^()]+)\)/.exec(name)?.[1]
  if (!found) return null
  const zone = readZone(found.trim().toLowerCase())
  return 'problem' in zone ? null : { name: found.trim(), zone }
}
