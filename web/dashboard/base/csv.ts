import { BYTE_ORDER_MARK, csvRow } from '../../../surveys/csv.ts'
import type { Cell } from '../../../surveys/exporting/cell.ts'

export type { Cell }

/** Rows as a CSV file that any spreadsheet opens. */
export function csvOf(rows: readonly (readonly Cell[])[]): string {
  return BYTE_ORDER_MARK + rows.map(csvRow).join('')
}
