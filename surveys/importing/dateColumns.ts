import { dayFromIso } from '../days.ts'
import { haveSameValues, type Column } from './columns.ts'
import { readDate } from './dates/dates.ts'
import { dateRank, hintsOf } from './headers.ts'
import type { Mapping, Role, Overrides } from './mapping.ts'
import { decideOrder } from './dates/order.ts'
import { listed, quoted, refusal } from './refusals.ts'
import { statedZone, zoneInName } from './dates/zones.ts'

export function isDateColumn(column: Column): boolean {
  if (!hintsOf(column.name).has('date')) return column.dates > column.filled / 2
  return column.dates > 0 || column.dateNumbers > column.filled / 2
}

/**
 * Finds the column with the time of the answer: the best name first, then the most filled cells, then
 * in JSON the least nested.
 * @throws InvalidInput if two are equally likely and differ
 */
export function bestDate(columns: Column[]): Column | undefined {
  const dated = columns.filter(isDateColumn)
  const highest = Math.max(...dated.map(({ name }) => dateRank(name)))
  const likely = dated.filter(({ name }) => dateRank(name) === highest)
  const fullest = Math.max(...likely.map(({ filled }) => filled))
  const full = likely.filter(({ filled }) => filled >= fullest / 2)
  const nearest = Math.min(...full.map(depthOf))
  const left = full.filter((column) => depthOf(column) === nearest)
  const [first, ...others] = left
  if (first && others.some((other) => !haveSameValues(first, other)))
    throw refusal(
      `the date of the answer may be in ${left.map(withExample).join(' or ')}; say which: --map date=COLUMN`,
      'map',
    )
  return first
}

/** Rejects `--date`, one date for all rows, if the file has dates. */
export function refuseDateBesideDates(columns: Column[]): void {
  const date = columns.find((column) => isDateColumn(column) && dateRank(column.name) > 1)
  if (date)
    throw refusal(
      `--date is for a file without dates, and ${quoted(date.name)} is one; to leave it out, say --map ignore=${date.name}`,
      'date',
    )
}

/**
 * Decides how a file's dates are read: order of day and month, time zone, or one date for all rows.
 * @throws InvalidInput if there are none, or the order of day and month is ambiguous
 */
export function dateSettings(
  columns: Column[],
  roles: Map<string, Role>,
  overrides: Overrides,
): Pick<Mapping, 'order' | 'zone' | 'date'> {
  const date = columns.find(({ name }) => roles.get(name)?.kind === 'date')
  if (overrides.date && date)
    throw refusal(`--date is for a file without dates, and ${quoted(date.name)} is one`, 'date')
  if (overrides.date) return { ...overriddenDate(overrides.date), zone: null }
  if (!date)
    throw refusal(
      `no column holds dates${whyNoDates(columns)}; say which: --map date=COLUMN (there are ${listed(columns)}), or say one date for all rows: --date 2024-05-01`,
    )
  return { order: overrides.dates ?? decideOrder(date), zone: zoneOf(date, overrides) }
}

/** Explains why a column named like a date has none; '' if there is no such column. */
function whyNoDates(columns: Column[]): string {
  const namedDate = columns.find(({ name, filled }) => filled && hintsOf(name).has('date'))
  const [text] = namedDate?.values.keys() ?? []
  if (!namedDate || text === undefined) return ''
  const read = readDate(text, 'day-first', { offset: 0 })
  const problem = 'problem' in read ? read.problem : 'may be any number'
  return `: in ${quoted(namedDate.name)} ${quoted(text)} ${problem}`
}

/** The zone for times that don't include one: the override's, otherwise the file's. */
function zoneOf({ name, timeZone }: Column, overrides: Overrides): Mapping['zone'] {
  const overridden = overrides.timeZone
  const stated =
    overridden !== undefined
      ? statedZone(overridden)
      : timeZone === undefined
        ? zoneInName(name)
        : statedZone(timeZone)
  if (!stated || 'zone' in stated) return stated
  throw refusal(
    overridden === undefined
      ? `the times in ${quoted(name)} are in a zone that can't be told: ${stated.problem}; say which it is: --time-zone Europe/Prague, or --time-zone +02:00`
      : `--time-zone takes a zone such as Europe/Prague or +02:00: ${stated.problem}`,
    'time-zone',
  )
}

function overriddenDate(date: string): Pick<Mapping, 'order' | 'date'> {
  if (dayFromIso(date) === null)
    throw refusal(`--date takes a date such as 2024-05-01, not "${date}"`, 'date')
  return { order: 'day-first', date }
}

const depthOf = ({ name }: Column) => name.split('.').length

function withExample({ name, values }: Column): string {
  const [first] = values.keys()
  return first === undefined ? quoted(name) : `${quoted(name)} (${first})`
}
