import type { Layout } from '../../../surveys/importing/headerRow.ts'

/** A row of a file: the line on which it begins, and its cells. */
export type Row = { line: number; cells: string[] }

/** A file as columns and rows, whatever its format. Only the current rows are in memory. */
export type Table = {
  /** The detected format, in words. */
  format: string
  columns: string[]
  /** What the file states about its columns besides their names, by name. */
  about?: Layout['about']
  /** What can't be read as intended, as sentences. */
  warnings?: string[]
  /**
   * The rows in batches, in file order.
   * @throws BrokenFile where the file becomes unreadable
   */
  batches(): AsyncIterable<Row[]>
}
