import type { Metric } from '../../../surveys/scoring/metrics.ts'
import { dirOf } from '../../../surveys/locales/direction.ts'
import { roundHalfAway } from '../../../surveys/scoring/round.ts'
import { DAY, HOUR, MINUTE } from '../../../surveys/durations.ts'

// Formats every number and date on screen. A day is an ISO string in the workspace's time zone and is
// formatted as UTC; an instant is milliseconds and is formatted in that zone.

/** A whole number: 1,204. */
export function count(language: string, n: number): string {
  return new Intl.NumberFormat(language).format(n)
}

/** A file size: 6.7 kB. */
export function size(language: string, bytes: number): string {
  const as = { style: 'unit', unit: 'kilobyte', maximumFractionDigits: 1 } as const
  return new Intl.NumberFormat(language, as).format(bytes / 1024)
}

/** A score, rounded here and nowhere else: NPS 31, CSAT 84%, CES 5.6. */
export function score(language: string, metric: Metric, value: number): string {
  return formatted(language, roundHalfAway(value, decimals(metric)), metric)
}

/** A distance between scores, without its sign: "6", "0.4". */
export function distance(language: string, metric: Metric, value: number): string {
  return points(language, metric, roundHalfAway(Math.abs(value), decimals(metric)))
}

/** The smallest difference that could be detected, without a sign; never "0". */
export function needed(language: string, metric: Metric, value: number): string {
  const places = decimals(metric)
  return points(language, metric, Math.max(10 ** -places, roundHalfAway(value, places)))
}

/** A distance with its interval: "9 (4–14)". Signs appear only if the interval crosses zero. */
export function estimate(
  language: string,
  metric: Metric,
  { size, low, high }: { size: number; low?: number; high?: number },
): string {
  const about = distance(language, metric, size)
  if (low === undefined || high === undefined) return about
  const [from, to] = limitsOf(metric, { size, low, high })
  const dash = from < 0 ? ' … ' : '–'
  const limits = `${points(language, metric, from)}${dash}${points(language, metric, to)}`
  // Isolated, so that the limits keep their order within right-to-left text.
  return `${about} (${dirOf(language) === 'rtl' ? `\u2066${limits}\u2069` : limits})`
}

/** The most that a distance may be if its interval includes 0; null for others. */
export function atMost(
  language: string,
  metric: Metric,
  { size, low, high }: { size: number; low?: number; high?: number },
): string | null {
  if (low === undefined || high === undefined) return null
  const [from, to] = limitsOf(metric, { size, low, high })
  return from > 0 ? null : points(language, metric, to)
}

/** The rounded limits of a distance, the nearer one first. */
function limitsOf(
  metric: Metric,
  { size, low, high }: { size: number; low: number; high: number },
): [from: number, to: number] {
  const [near, far] = size < 0 ? [-high, -low] : [low, high]
  const places = decimals(metric)
  return [roundHalfAway(near, places), roundHalfAway(far, places)]
}

/** Keeps a range on one line. */
export const unbroken = (figures: string) => figures.replaceAll('–', '–\u2060')

/** A part of a change, signed and with one more decimal than the score, so that parts add up. */
export function part(language: string, metric: Metric, value: number): string {
  const places = decimals(metric) + 1
  const rounded = roundHalfAway(value, places)
  return `${rounded > 0 ? '+' : ''}${points(language, metric, rounded, places)}`
}

/**
 * The interval beside a score: "±6" if both arms round to the same number, else "(55–68)". A single ±
 * would be wrong for unequal arms, or for an arm that rounds to 0.
 */
export function interval(
  language: string,
  metric: Metric,
  { score: middle, low, high }: { score: number; low: number; high: number },
): string {
  const half = evenArm(decimals(metric), { score: middle, low, high })
  return half === null
    ? `(${range(language, metric, low, high)})`
    : `±${points(language, metric, half)}`
}

/** "25–37", "79–88%": both ends of an interval. */
export function range(language: string, metric: Metric, low: number, high: number): string {
  const places = decimals(metric)
  const from = points(language, metric, roundHalfAway(low, places))
  const dash = low < 0 ? ' … ' : '–'
  return `${from}${dash}${formatted(language, roundHalfAway(high, places), metric)}`
}

/** A share of a whole: "42%". */
export function share(language: string, part: number, whole: number): string {
  return new Intl.NumberFormat(language, { style: 'percent' }).format(
    roundHalfAway((100 * part) / whole) / 100,
  )
}

/** The interval of a share in per cent: "38–46%". */
export function shareRange(language: string, { low, high }: { low: number; high: number }): string {
  return range(language, 'csat', low, high)
}

/** The mean of answers on a scale, with one decimal: 3.9. */
export function mean(language: string, value: number): string {
  return score(language, 'ces', value)
}

/** The interval of such a mean: "3.7–4.1". */
export function meanRange(language: string, { low, high }: { low: number; high: number }): string {
  return range(language, 'ces', low, high)
}

/** "22 Nov 2026"; without the year when it is the one of `today`. */
export function day(language: string, iso: string, today?: string): string {
  const year = today?.slice(0, 4) === iso.slice(0, 4) ? undefined : 'numeric'
  return date(language, { day: 'numeric', month: 'short', year }, noon(iso))
}

/** A period's name: its day, the first day of its week, or its month. */
export function period(language: string, by: 'day' | 'week' | 'month', from: string): string {
  return by === 'month'
    ? date(language, { month: 'short', year: 'numeric' }, noon(from))
    : date(language, { day: 'numeric', month: 'short' }, noon(from))
}

/** The names of an axis's periods, with years if they span more than one. */
export function axis(language: string, by: 'day' | 'week' | 'month', from: string[]): string[] {
  const isOneYear = from[0]?.slice(0, 4) === from.at(-1)?.slice(0, 4)
  return from.map((iso) =>
    by === 'month' || isOneYear ? period(language, by, iso) : day(language, iso),
  )
}

export function days(language: string, from: string, to: string): string {
  return new Intl.DateTimeFormat(language, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  }).formatRange(noon(from), noon(to))
}

/** "22 Nov 2026, 14:05". */
export function instant(language: string, timeZone: string, at: number): string {
  return new Intl.DateTimeFormat(language, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone,
  }).format(at)
}

/** "14:05". */
export function time(language: string, timeZone: string, at: number): string {
  return new Intl.DateTimeFormat(language, { timeStyle: 'short', timeZone }).format(at)
}

/** "5 minutes ago" or "in 3 hours", in the largest unit that fits; a date when it is long ago. */
export function ago(language: string, at: number, now: number): string {
  if (Math.abs(at - now) > 60 * DAY)
    return new Intl.DateTimeFormat(language, { dateStyle: 'medium' }).format(at)
  const [amount, unit] = inUnits(at - now)
  return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(amount, unit)
}

/** "2 days", "3 hours". */
export function duration(language: string, milliseconds: number): string {
  const [amount, unit] = inUnits(milliseconds)
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(
    amount,
  )
}

/** "10 seconds". */
export function seconds(language: string, seconds: number): string {
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: 'second',
    unitDisplay: 'long',
  }).format(seconds)
}

/** A language's name in the reader's language; an unknown code stays as it is. */
export function languageName(language: string, code: string): string {
  try {
    const names = new Intl.DisplayNames(language, { type: 'language', fallback: 'none' })
    return names.of(code) ?? code
  } catch {
    return code
  }
}

/** The day n days before another; after it if n is negative. */
export function daysBefore(iso: string, n: number): string {
  return new Date(noon(iso) - n * DAY).toISOString().slice(0, 10)
}

/** The rounded arm of an interval if both sides have the same one; null if they differ or round to 0. */
function evenArm(
  places: number,
  { score: middle, low, high }: { score: number; low: number; high: number },
): number | null {
  const arm = roundHalfAway(middle - low, places)
  const isEven = arm === roundHalfAway(high - middle, places)
  return isEven && (arm > 0 || low === high) ? arm : null
}

function decimals(metric: Metric): number {
  return metric === 'ces' ? 1 : 0
}

function formatted(language: string, value: number, metric: Metric): string {
  if (metric !== 'csat') return points(language, metric, value)
  return new Intl.NumberFormat(language, { style: 'percent' }).format(value / 100)
}

function points(
  language: string,
  metric: Metric,
  value: number,
  places = decimals(metric),
): string {
  return new Intl.NumberFormat(language, {
    minimumFractionDigits: places,
    maximumFractionDigits: places,
  })
    .format(value)
    .replace('-', '−')
}

function inUnits(milliseconds: number): [number, 'minute' | 'hour' | 'day'] {
  const size = Math.abs(milliseconds)
  if (size < HOUR) return [Math.trunc(milliseconds / MINUTE), 'minute']
  if (size < DAY) return [Math.trunc(milliseconds / HOUR), 'hour']
  return [Math.trunc(milliseconds / DAY), 'day']
}

function noon(iso: string): number {
  return Date.parse(`${iso}T12:00:00Z`)
}

function date(language: string, options: Intl.DateTimeFormatOptions, at: number): string {
  return new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' }).format(at)
}
