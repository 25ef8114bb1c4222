import { isEmailAddress } from '../person.ts'
import { isDateNumber, orderEvidence, type OrderEvidence } from './dates/dates.ts'

/** Statistics of a column's cells. */
export type Column = {
  name: string
  /** The question's text, if the file has it in a row below the name. */
  question?: string
  /** The time zone that the file states outside the name. */
  timeZone?: string
  filled: number
  longest: number
  /** Distinct values with their counts, `MOST_VALUES` at most. */
  values: Map<string, number>
  /** Whether the column has more values, or longer ones, than `values` holds. */
  more: boolean
  dates: number
  /** Cells that may be numeric dates: Unix times or spreadsheet days. */
  dateNumbers: number
  order: Record<OrderEvidence, number>
  emails: number
  /** Cells that look like sentences. */
  sentences: number
  /** Cells such as 3.07446E+18, whose last digits a spreadsheet has dropped. */
  exponents: number
}

const MOST_VALUES = 1_000
const LONGEST_VALUE = 200

export function newColumn(name: string, about: Pick<Column, 'question' | 'timeZone'> = {}): Column {
  return {
    name,
    ...about,
    filled: 0,
    longest: 0,
    values: new Map(),
    more: false,
    dates: 0,
    dateNumbers: 0,
    order: { 'day-first': 0, 'month-first': 0, open: 0, none: 0 },
    emails: 0,
    sentences: 0,
    exponents: 0,
  }
}

/** Adds a cell to its column's statistics. */
export function addCell(column: Column, cell: string): void {
  if (cell === '' || isFormulaError(cell)) return
  column.filled++
  if (cell.length > column.longest) column.longest = cell.length
  countValue(column, cell)
  const evidence = orderEvidence(cell)
  if (evidence) {
    column.dates++
    column.order[evidence]++
  } else if (isDateNumber(cell)) column.dateNumbers++
  else if (isEmailAddress(cell)) column.emails++
  else if (isShortened(cell)) column.exponents++
  else if (/\S\s+\S+\s+\S/.test(cell)) column.sentences++
}

/** The share (0–1) of a column's filled cells that pass. Exact only if all values were stored. */
export function share(column: Column, passes: (value: string) => boolean): number {
  let passing = 0
  for (const [value, times] of column.values) if (passes(value)) passing += times
  return column.filled ? passing / column.filled : 0
}

/** Whether no stored value repeats. */
export function isUnique({ values, filled, more }: Column): boolean {
  return more ? [...values.values()].every((times) => times === 1) : values.size === filled
}

/** Distinct stored values per filled cell, 0–1. */
export function distinctShare({ values }: Column): number {
  const total = [...values.values()].reduce((sum, times) => sum + times, 0)
  return total ? values.size / total : 1
}

/** Whether two columns have the same stored values, each equally often. */
export function haveSameValues(one: Column, other: Column): boolean {
  return (
    one.filled === other.filled &&
    one.values.size === other.values.size &&
    [...one.values].every(([value, times]) => other.values.get(value) === times)
  )
}

function countValue(column: Column, cell: string) {
  const times = column.values.get(cell)
  if (times !== undefined) column.values.set(cell, times + 1)
  else if (column.values.size < MOST_VALUES && cell.length <= LONGEST_VALUE)
    column.values.set(cell, 1)
  else column.more = true
}

/** Whether a cell is a spreadsheet's error value such as `#N/A`, in English, Czech, Polish, German and others. */
export function isFormulaError(cell: string): boolean {
  return cell.startsWith('#') && FORMULA_ERROR.test(cell)
}

const FORMULA_ERROR =
  /^#(?:N\/A|N\/D|NV|REF!|BEZUG!|ODKAZ!|ADR!|VALUE!|WERT!|HODNOTA!|ARG!|DIV\/0!|DZIEL\/0!|NAME\?|NAZEV\?|NÁZEV\?|NAZWA\?|NULL!|ZERO!|NUM!|ZAHL!|ČÍSLO!|LICZBA!|SPILL!|CALC!|FIELD!|GETTING_DATA|NENÍ_K_DISPOZICI|NEDOSTUPNÝ)$/i

/** Whether a cell is a long number in a spreadsheet's scientific notation: `3.07446E+18`. */
export function isShortened(cell: string): boolean {
  return /^\d(?:[.,]\d+)?E\+?\d{1,2}$/i.test(cell)
}
