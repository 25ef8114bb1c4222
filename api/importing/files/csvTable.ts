import { CsvError, parse } from 'csv-parse'
import { BrokenFile } from '../../../surveys/importing/broken.ts'
import { layoutOf, rowsToInspect } from '../../../surveys/importing/headerRow.ts'
import { sniffNewline, sniffSeparator } from '../../../surveys/importing/layout.ts'
import type { TableOverrides } from '../../../surveys/importing/mapping.ts'
import { LONGEST_CELL } from '../../../surveys/importing/rows.ts'
import type { Row, Table } from './tableType.ts'

/** A first line that names the separator for spreadsheets: `sep=;`. */
const SEPARATOR_LINE = /^sep=([,;|\t])(?=[\r\n])/i

/**
 * Reads a CSV file as a table; columns are named by the first row, or numbered if it is data.
 * @param overridden the separator and the header's line, if given
 */
export async function csvTable(
  text: () => AsyncIterable<string>,
  sample: string,
  encoding: string,
  overridden: Pick<TableOverrides, 'separator' | 'headerRow'>,
): Promise<Table> {
  const named = SEPARATOR_LINE.exec(sample)?.[1]
  const separator = overridden.separator ?? named ?? sniffSeparator(sample)
  const newline = sniffNewline(sample)
  const records = () => skip(recordsIn(text(), separator, newline), named ? 1 : 0)

  const beginning = await beginningOf(records(), rowsToInspect(overridden.headerRow))
  if (!beginning.length) throw new BrokenFile(1, 'the file has no rows')
  const { names, skip: beforeData, notes, about } = layoutOf(beginning, overridden.headerRow)
  const separated = `separated by ${separator === '\t' ? 'tabs' : `"${separator}"`}`
  return {
    format: ['CSV', encoding, separated, ...notes].join(', '),
    columns: names,
    about,
    batches: () => skip(records(), beforeData),
  }
}

/** Feeds the parser by hand, since as a stream it would lose the rows before a broken one. */
async function* recordsIn(
  text: AsyncIterable<string>,
  separator: string,
  newline: '\n' | '\r',
): AsyncGenerator<Row[]> {
  let rows: Row[] = []
  let line = 1
  const parser = parse({
    delimiter: separator,
    record_delimiter: newline === '\n' ? ['\r\n', '\n'] : '\r',
    ltrim: true,
    rtrim: true,
    relax_column_count: true,
    max_record_size: 2 * LONGEST_CELL,
    on_record: (cells: string[]) => {
      if (cells.length > 1 || cells[0] !== '') rows.push({ line, cells })
      line += linesIn(cells, newline)
      return null
    },
  })
  const write = (piece: string) =>
    new Promise<Error | null | undefined>((resolve) => void parser.write(piece, resolve))
  const end = () =>
    new Promise<Error | null>((resolve) => {
      parser.once('error', resolve).once('end', () => resolve(null))
      parser.resume().end()
    })
  // Each error reaches the writer; the stream would throw it again.
  parser.on('error', () => {})
  const pieces = async function* () {
    for await (const piece of text) yield write(piece)
    yield end()
  }
  for await (const error of pieces()) {
    if (rows.length) yield rows
    rows = []
    if (error instanceof CsvError) throw new BrokenFile(line, reasonOf(error))
    if (error) throw error
  }
}

/** Counts a row's lines. The parser could, too, but at half the speed. */
function linesIn(cells: string[], newline: string): number {
  let lines = 1
  for (const cell of cells)
    for (let at = cell.indexOf(newline); at >= 0; at = cell.indexOf(newline, at + 1)) lines++
  return lines
}

const REASONS: Partial<Record<CsvError['code'], string>> = {
  CSV_QUOTE_NOT_CLOSED: 'a quote is opened and never closed',
  CSV_MAX_RECORD_SIZE: 'a cell is larger than 1 MB, or a quote is opened and never closed',
  INVALID_OPENING_QUOTE: 'a quote stands in the middle of a cell',
  CSV_INVALID_CLOSING_QUOTE: 'a quoted cell goes on after its closing quote',
}

function reasonOf(error: CsvError): string {
  return REASONS[error.code] ?? error.message
}

async function* skip(batches: AsyncIterable<Row[]>, count: number): AsyncGenerator<Row[]> {
  let left = count
  for await (const rows of batches) {
    yield left ? rows.slice(left) : rows
    left = Math.max(0, left - rows.length)
  }
}

async function beginningOf(batches: AsyncIterable<Row[]>, count: number): Promise<Row[]> {
  const rows: Row[] = []
  try {
    for await (const batch of batches) {
      rows.push(...batch.slice(0, count))
      if (rows.length >= count) break
    }
  } catch (error) {
    if (!(error instanceof BrokenFile) || !rows.length) throw error
  }
  return rows
}
