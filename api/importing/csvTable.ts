import { Readable, pipeline } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import {
  headerOf,
  isSubHeader,
  sniffSeparator,
  uniqueNames,
} from '../../surveys/importing/layout.ts'
import { LONGEST_CELL } from '../../surveys/importing/rows.ts'
import { BrokenFile, type Row, type Table } from './row.ts'

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
  const records = () => skip(parsed(text(), separator), named ? 1 : 0)

  const [first, second] = await take(2, records())
  if (!first) throw new BrokenFile(1, 'the file has no rows')
  const header = headerOf(first.cells)
  const beforeData = !header ? 0 : second && isSubHeader(header, second.cells) ? 2 : 1
  return {
    format: `CSV, ${encoding}, separated by ${separator === '\t' ? 'tabs' : `"${separator}"`}${header ? '' : ', without a header'}`,
    columns: header ?? uniqueNames(first.cells.map(() => '')),
    rows: () => skip(records(), beforeData),
  }
}

async function* parsed(text: AsyncIterable<string>, separator: string): AsyncGenerator<Row> {
  const parser = parse({
    delimiter: separator,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    max_record_size: 2 * LONGEST_CELL,
  })
  // What goes wrong on the way destroys the parser, and so reaches the loop below.
  pipeline(Readable.from(text), parser, () => {})
  let line = 1
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      const isBlank = record.length === 1 && record[0]!.trim() === ''
      if (!isBlank) yield { line, cells: record.map((cell) => cell.trim()) }
      line += linesIn(record)
    }
  } catch (error) {
    if (error instanceof CsvError) throw new BrokenFile(line, reasonOf(error))
    throw error
  }
}

/** The parser counts lines too, at the price of half its speed. */
function linesIn(record: string[]): number {
  let lines = 1
  for (const cell of record)
    if (cell.includes('\n') || cell.includes('\r')) lines += cell.split(/\r\n|\n|\r/).length - 1
  return lines
}

function reasonOf(error: CsvError): string {
  switch (error.code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return 'a quote is opened and never closed'
    case 'CSV_MAX_RECORD_SIZE':
      return 'a cell is larger than 1 MB, or a quote is opened and never closed'
    case 'INVALID_OPENING_QUOTE':
      return 'a quote stands in the middle of a cell; such a cell must be quoted and the quote doubled'
    case 'CSV_INVALID_CLOSING_QUOTE':
      return 'a quoted cell goes on after its closing quote'
    default:
      return error.message
  }
}

async function* skip(rows: AsyncIterable<Row>, count: number): AsyncGenerator<Row> {
  let skipped = 0
  for await (const row of rows) if (skipped++ >= count) yield row
}

async function take(count: number, rows: AsyncIterable<Row>): Promise<Row[]> {
  const taken: Row[] = []
  for await (const row of rows) {
    taken.push(row)
    if (taken.length === count) break
  }
  return taken
}
