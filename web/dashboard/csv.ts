export type Cell = string | number | null

const BOM = '\uFEFF'

/**
 * Rows as a CSV file that any spreadsheet opens: UTF-8 with its mark, lines ended as Windows does,
 * numbers with a dot and at most two decimals, nothing for null. A text that a spreadsheet would take
 * for a formula gets an apostrophe before it.
 */
export function csvOf(rows: readonly (readonly Cell[])[]): string {
  return BOM + rows.map((row) => `${row.map(written).join(',')}\r\n`).join('')
}

function written(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(Math.round(cell * 100) / 100)
  const safe = /^[=+\-@\t\r]/.test(cell) && !isNumeric(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

const isNumeric = (text: string) => /^[+-]?\d+(\.\d+)?$/.test(text)
