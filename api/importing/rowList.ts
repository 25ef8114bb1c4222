import { once } from 'node:events'
import { createWriteStream, type WriteStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import { finished } from 'node:stream/promises'
import { BYTE_ORDER_MARK, csvRow } from '../../surveys/csv.ts'
import type { Rejection } from './rowChecks.ts'

/**
 * Writes rows with remarks to `FILE.rejected.csv` (or `.changed.csv`) beside the file, or in the
 * working directory if that folder isn't writable. Creates the file with the first row; escapes
 * formulas.
 */
export function rowList(file: string, what: 'rejected' | 'changed', columns: string[]) {
  let path: string | null = null
  let target: WriteStream | undefined

  return {
    async add({ line, reasons, cells }: Rejection): Promise<void> {
      if (!target) {
        path = await writablePath(`${file}.${what}.csv`)
        target = createWriteStream(path)
        target.write(BYTE_ORDER_MARK + csvRow(['line', 'reason', ...columns]))
      }
      const shown = cells.map((cell) => (cell.length > 5_000 ? `${cell.slice(0, 5_000)}…` : cell))
      if (!target.write(csvRow([line, reasons.join('; '), ...shown]))) await once(target, 'drain')
    },
    /** @returns the path of the list; `null` without rows */
    async close(): Promise<string | null> {
      target?.end()
      if (target) await finished(target)
      return path
    },
  }
}

async function writablePath(beside: string): Promise<string> {
  try {
    await (await open(beside, 'w')).close()
    return beside
  } catch {
    return basename(beside)
  }
}
