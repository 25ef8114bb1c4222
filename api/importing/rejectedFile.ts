import { createWriteStream, type WriteStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import { finished } from 'node:stream/promises'
import { stringify, type Stringifier } from 'csv-stringify'

/** A row that can't be stored: where it is, why, and what it says. */
export type Rejection = { line: number; reasons: string[]; cells: string[] }

/**
 * The list of all rejected rows, as `FILE.rejected.csv` beside the file, or in the working directory
 * where that can't be written. It is made with the first row; cells that a spreadsheet would run as
 * formulas are disarmed.
 */
export function rejectedFile(file: string, columns: string[]) {
  let path: string | null = null
  let csv: Stringifier | undefined
  let target: WriteStream | undefined

  return {
    async add({ line, reasons, cells }: Rejection): Promise<void> {
      if (!csv) {
        path = await writablePath(file)
        csv = stringify({ escape_formulas: true, bom: true })
        target = csv.pipe(createWriteStream(path))
        csv.write(['line', 'reason', ...columns])
      }
      const shown = cells.map((cell) => (cell.length > 5_000 ? `${cell.slice(0, 5_000)}…` : cell))
      if (!csv.write([String(line), reasons.join('; '), ...shown]))
        await new Promise<void>((resolve) => csv!.once('drain', resolve))
    },
    /** @returns where the list is; `null` when no row was rejected */
    async close(): Promise<string | null> {
      csv?.end()
      if (target) await finished(target)
      return path
    },
  }
}

async function writablePath(file: string): Promise<string> {
  const beside = `${file}.rejected.csv`
  try {
    await (await open(beside, 'w')).close()
    return beside
  } catch {
    return `${basename(file)}.rejected.csv`
  }
}
