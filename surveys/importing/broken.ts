/** From this line on a file can't be read. */
export class BrokenFile extends Error {
  override name = 'BrokenFile'
  constructor(
    readonly line: number,
    readonly reason: string,
  ) {
    super(`line ${line}: ${reason}`)
  }
}
