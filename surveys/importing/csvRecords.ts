import { BrokenFile } from './broken.ts'

/** One row of a file: the line on which it begins, and its cells in the order of the columns. */
export type Row = { line: number; cells: string[] }

type Found = { cells: string[]; next: number }

/**
 * Cuts a CSV text that comes piece by piece into rows (RFC 4180; spaces around cells are dropped,
 * blank lines left out). Only the row at hand is held.
 * @param newline what ends a line: `\n`, before which a `\r` is dropped, or `\r`
 * @param longest the most characters that one row may have
 * @throws BrokenFile where a quote is not closed, stands in the middle of a cell or has something
 *         after it, and for a row that is too long; the rows before it are returned first
 */
export function csvRecords(separator: string, newline: '\n' | '\r', longest: number) {
  let rest = ''
  let line = 1
  let broken: BrokenFile | null = null

  const read = (piece: string, isLast: boolean): Row[] => {
    if (broken) throw broken
    const text = rest + piece
    const rows: Row[] = []
    let from = 0
    try {
      while (from < text.length) {
        const found = plainRecord(text, from) ?? quotedRecord(text, from, isLast)
        if ((found?.next ?? text.length) - from > longest)
          throw new BrokenFile(line, 'a cell is larger than 1 MB, or a quote is never closed')
        if (!found) break
        if (found.cells.length > 1 || found.cells[0] !== '') rows.push({ line, cells: found.cells })
        line += linesIn(text, from, found.next)
        from = found.next
      }
    } catch (error) {
      broken = error as BrokenFile
      if (!rows.length) throw broken
      return rows
    }
    rest = text.slice(from)
    return rows
  }

  /** Most lines have no quote in them, and are one record each. */
  const plainRecord = (text: string, from: number): Found | null => {
    const end = text.indexOf(newline, from)
    if (end < 0) return null
    const record = text.slice(from, end)
    return record.includes('"')
      ? null
      : { cells: record.split(separator).map((cell) => cell.trim()), next: end + 1 }
  }

  /** `null` while the end of the record has not come. */
  const quotedRecord = (text: string, from: number, isLast: boolean): Found | null => {
    const cells: string[] = []
    for (let place = from; ;) {
      const cell = isQuoted(text, place) ? quotedCell(text, place) : plainCell(text, place)
      if (cell.next >= text.length && !isLast) return null
      if (cell.problem) throw new BrokenFile(line + linesIn(text, from, place), cell.problem)
      cells.push(cell.value.trim())
      if (text[cell.next] !== separator) return { cells, next: cell.next + 1 }
      place = cell.next + 1
    }
  }

  const isQuoted = (text: string, from: number): boolean => {
    let place = from
    while (text[place] === ' ') place++
    return text[place] === '"'
  }

  const plainCell = (text: string, from: number) => {
    const end = endOfCell(text, from)
    const value = text.slice(from, end)
    const problem = value.includes('"') && 'a quote stands in the middle of a cell'
    return { value, next: end, problem }
  }

  const quotedCell = (text: string, from: number) => {
    let value = ''
    let place = text.indexOf('"', from) + 1
    for (;;) {
      const quote = text.indexOf('"', place)
      if (quote < 0)
        return { value, next: text.length, problem: 'a quote is opened and never closed' }
      value += text.slice(place, quote)
      if (text[quote + 1] !== '"') {
        const next = endOfCell(text, quote + 1)
        const problem =
          text.slice(quote + 1, next).trim() !== '' &&
          'a quoted cell goes on after its closing quote'
        return { value, next, problem }
      }
      value += '"'
      place = quote + 2
    }
  }

  const endOfCell = (text: string, from: number): number => {
    let place = from
    while (place < text.length && text[place] !== separator && text[place] !== newline) place++
    return place
  }

  const linesIn = (text: string, from: number, to: number): number => {
    let lines = 0
    for (let end = text.indexOf(newline, from); end >= 0 && end < to; lines++)
      end = text.indexOf(newline, end + 1)
    return lines
  }

  return {
    take: (piece: string): Row[] => read(piece, false),
    /** The last rows. To be called until it returns none, as it throws after them. */
    end: (): Row[] => read('', true),
  }
}
