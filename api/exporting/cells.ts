import { clockAt } from '../../surveys/days.ts'
import type { Cell } from '../../surveys/exporting/cell.ts'

/** A file's columns, and how rows are written into them. */
export type Columns<Row> = { header: string[]; cells(row: Row): Cell[] }

/** A time in UTC, exactly, and by the clock of the workspace's time zone. */
export function timeCells(at: number | null, timeZone: string): Cell[] {
  return at === null ? [null, null] : [new Date(at).toISOString(), { clock: clockAt(at, timeZone) }]
}

export function propertyCells(values: Record<string, string>, columns: string[]): Cell[] {
  const cells = columns.map((name) => (Object.hasOwn(values, name) ? values[name]! : null))
  const shown = cells.filter((cell) => cell !== null).length
  if (shown === Object.keys(values).length) return [...cells, null]
  const others = Object.entries(values).filter(([name]) => !columns.includes(name))
  return [...cells, jsonCell(Object.fromEntries(others))]
}

export const jsonCell = (values: Record<string, unknown>): Cell =>
  Object.keys(values).length ? JSON.stringify(values) : null
