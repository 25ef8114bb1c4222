import { BrokenFile } from '../../surveys/importing/broken.ts'
import { csvRecords, type Row } from '../../surveys/importing/csvRecords.ts'
import {
  headerOf,
  isSubHeader,
  sniffNewline,
  sniffSeparator,
  uniqueNames,
} from '../../surveys/importing/layout.ts'
import { LONGEST_CELL } from '../../surveys/importing/rows.ts'
import type { Table } from './tableType.ts'

/** A spreadsheet's first line may name the separator: `sep=;`. */
const SEPARATOR_LINE = /^sep=([,;|\t])(?=[\r\n])/i

/** A CSV file as a table; its columns are named by the first row, or numbered where it is data. */
export async function csvTable(
  text: () => AsyncIterable<string>,
  sample: string,
  encoding: string,
): Promise<Table> {
  const named = SEPARATOR_LINE.exec(sample)?.[1]
  const separator = named ?? sniffSeparator(sample)
  const newline = sniffNewline(sample)
  const records = () => skip(recordsIn(text(), separator, newline), named ? 1 : 0)

  const [first, second] = await beginningOf(records())
  if (!first) throw new BrokenFile(1, 'the file has no rows')
  const header = headerOf(first.cells)
  const beforeData = !header ? 0 : second && isSubHeader(header, second.cells) ? 2 : 1
  return {
    format: `CSV, ${encoding}, separated by ${separator === '\t' ? 'tabs' : `"${separator}"`}${header ? '' : ', without a header'}`,
    columns: uniqueNames(header ?? first.cells.map(() => '')),
    batches: () => skip(records(), beforeData),
  }
}

async function* recordsIn(
  text: AsyncIterable<string>,
  separator: string,
  newline: '\n' | '\r',
): AsyncGenerator<Row[]> {
  const cutter = csvRecords(separator, newline, 2 * LONGEST_CELL)
  for await (const piece of text) yield cutter.take(piece)
  for (let rows = cutter.end(); rows.length; rows = cutter.end()) yield rows
}

async function* skip(batches: AsyncIterable<Row[]>, count: number): AsyncGenerator<Row[]> {
  let left = count
  for await (const rows of batches) {
    yield left ? rows.slice(left) : rows
    left = Math.max(0, left - rows.length)
  }
}

async function beginningOf(batches: AsyncIterable<Row[]>): Promise<Row[]> {
  const rows: Row[] = []
  for await (const batch of batches) {
    rows.push(...batch.slice(0, 2))
    if (rows.length >= 2) break
  }
  return rows
}
