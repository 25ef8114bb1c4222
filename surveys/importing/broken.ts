/** The file is unreadable from this line on. */
export class BrokenFile extends Error {
  override name = 'BrokenFile'
  constructor(
    readonly line: number,
    readonly reason: string,
  ) {
    super(`line ${line}: ${reason}`)
  }
}
