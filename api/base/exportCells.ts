import type { Cell } from '../../surveys/csv.ts'
import { clockTime } from '../../surveys/days.ts'

/** A file's columns, and a function that writes a row into them. */
export type Columns<Row extends unknown[]> = { header: string[]; cells(...row: Row): Cell[] }

/** Writes a time in UTC and in the workspace's time zone. */
export function timeCells(at: number | null, timeZone: string): Cell[] {
  return at === null ? [null, null] : [new Date(at).toISOString(), clockTime(at, timeZone)]
}

export const verifiedCell = ({ customer }: { customer: { verified: boolean } | null }): Cell =>
  customer && (customer.verified ? 'yes' : 'no')

export function propertyCells(values: Record<string, string>, columns: string[]): Cell[] {
  const others = Object.entries(values).filter(([name]) => !columns.includes(name))
  return [
    ...columns.map((name) => (Object.hasOwn(values, name) ? values[name]! : null)),
    jsonCell(Object.fromEntries(others)),
  ]
}

export const jsonCell = (values: Record<string, unknown>): Cell =>
  Object.keys(values).length ? JSON.stringify(values) : null
