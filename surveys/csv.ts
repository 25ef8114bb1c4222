export type Cell = string | number | null

/** Tells a spreadsheet that the file is UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF'

/**
 * One line of a CSV file (RFC 4180) that is safe to open in a spreadsheet of any locale.
 * @param cells numbers are written with a dot and at most two decimals, null as nothing
 */
export function csvRow(cells: readonly Cell[]): string {
  return `${cells.map(written).join(',')}\r\n`
}

/** What a formula begins with, full-width forms included, behind quotes that a spreadsheet may drop. */
const FORMULA = String.raw`[ '"]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]`

/**
 * Where a spreadsheet may begin a cell: at the start of ours and, as one with another separator doesn't
 * honour our quotes, behind semicolons, tabs and line breaks. A comma and a space is prose.
 */
const CELL_START = String.raw`(?<=^|[;\t\r\n]|,(?! ))`
const TO_GUARD = new RegExp(`${CELL_START}(?=${FORMULA})|^(?='*[\t\r])`, 'g')
const GUARD = new RegExp(`${CELL_START}'(?=${FORMULA})|^'(?='*[\t\r])`, 'g')

/** Puts an apostrophe before whatever a spreadsheet would run as a formula, wherever it splits the text. */
export function guardFormulas(text: string): string {
  return text.replace(TO_GUARD, "'")
}

/** Takes away the apostrophes that `guardFormulas` put into a text, and no others. */
export function unguardFormulas(text: string): string {
  return text.replace(GUARD, '')
}

function written(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(Math.round(cell * 100) / 100)
  const safe = guardFormulas(cell)
  return /[",;\t\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
