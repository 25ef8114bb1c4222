import { clockText, type Cell } from './exporting/cell.ts'

/** Tells a spreadsheet that the file is UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF'

/**
 * Writes one line of a CSV file (RFC 4180) that is safe to open in a spreadsheet of any locale.
 * @param cells numbers are written with a dot and at most two decimals, null as an empty cell
 */
export function csvRow(cells: readonly Cell[]): string {
  return `${cells.map(written).join(',')}\r\n`
}

/** The beginning of a formula, including full-width forms, after quotes that a spreadsheet may drop. */
const FORMULA = String.raw`[ '"]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]`

/**
 * Where a spreadsheet may start a cell: at the start of ours and, if it uses another separator and
 * ignores our quotes, after semicolons, tabs, line breaks and commas. A comma followed by a space is
 * prose.
 */
const CELL_START = String.raw`(?<=^|[;\t\r\n]|,(?! ))`
const TO_GUARD = new RegExp(`${CELL_START}(?=${FORMULA})|^(?='*[\t\r])`, 'g')
const GUARD = new RegExp(`${CELL_START}'(?=${FORMULA})|^'(?='*[\t\r])`, 'g')

/**
 * Adds an apostrophe before whatever a spreadsheet would run as a formula, wherever it splits the text.
 */
export function guardFormulas(text: string): string {
  return text.replace(TO_GUARD, "'")
}

/** Removes the apostrophes added by `guardFormulas`, and no others. */
export function unguardFormulas(text: string): string {
  return text.replace(GUARD, '')
}

/** Most cells: nothing in them needs a guard or quotes. */
const PLAIN = /^[A-Za-z0-9](?:[\w .:-]*[\w.:-])?$/

function written(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'object') return clockText(cell)
  if (typeof cell === 'number') return String(Math.round(cell * 100) / 100)
  if (PLAIN.test(cell)) return cell
  const safe = guardFormulas(cell)
  return /[",;\t\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
