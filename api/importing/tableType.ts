import type { Layout } from '../../surveys/importing/headerRow.ts'

/** One row of a file: the line on which it begins, and its cells in the order of the columns. */
export type Row = { line: number; cells: string[] }

/** A file as columns and rows, whatever its form. Only the rows at hand are in memory. */
export type Table = {
  /** What was found out about the file, in words. */
  format: string
  columns: string[]
  /** What the file says about its columns beside their names, by name. */
  about?: Layout['about']
  /** What of the file can't be read as it was meant, in words. */
  warnings?: string[]
  /**
   * The rows in batches, in the order of the file.
   * @throws BrokenFile where the file can't be read on
   */
  batches(): AsyncIterable<Row[]>
}
