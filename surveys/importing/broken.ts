/** The file can't be read from `line` (counted from 1) on. */
export class BrokenFile extends Error {
  override name = 'BrokenFile'
  constructor(
    readonly line: number,
    readonly reason: string,
  ) {
    super(`line ${line}: ${reason}`)
  }
}
