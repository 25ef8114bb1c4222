/** One row of a file: the line on which it begins, and its cells in the order of the columns. */
export type Row = { line: number; cells: string[] }

/** A file as columns and rows, whatever its form. Only the row at hand is in memory. */
export type Table = {
  /** What was found out about the file, in words. */
  format: string
  columns: string[]
  /** @throws BrokenFile where the file can't be read on */
  rows(): AsyncIterable<Row>
}

/** From this line on the file can't be read. */
export class BrokenFile extends Error {
  override name = 'BrokenFile'
  constructor(
    readonly line: number,
    readonly reason: string,
  ) {
    super(`line ${line}: ${reason}`)
  }
}
