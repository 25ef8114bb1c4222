import { BrokenFile } from './broken.ts'
import { isEmailAddress } from '../person.ts'
import { isDate } from './dates/dates.ts'
import { hintsOf, wordsOf } from './headers.ts'
import { refusal } from './refusals.ts'

/** Where a table's data begin, and its column names. */
export type Layout = {
  names: string[]
  /** Rows before the data. */
  skip: number
  /** Unusual findings, as sentences for the user. */
  notes: string[]
  /** By column name, what further header rows state. */
  about: Map<string, { question?: string; timeZone?: string }>
}

/** A row and the line of the file on which it begins. */
type NumberedRow = { line: number; cells: string[] }

/** The last line on which `--header-row` may begin. */
export const MOST_LINES_ABOVE = 1_000
const MOST_TITLES = 10
const MOST_COLUMNS = 2_000
const IMPORT_ID = '{"ImportId"'

/**
 * Finds a table's header, which may follow title lines. There is none if the first row looks like the
 * rows below it.
 * @param rows the first rows, at least one; 20 are enough
 * @param overridden the line on which the header begins, 0 for none; detected by default
 * @throws BrokenFile for more than 2,000 columns, InvalidInput if no row begins on the given line
 */
export function layoutOf(rows: NumberedRow[], overridden?: number): Layout {
  const cells = rows.map((row) => row.cells)
  const titles = overridden ? indexOfLine(rows, overridden) : overridden === 0 ? 0 : headerAt(cells)
  const first = cells[titles]!
  if (first.length > MOST_COLUMNS)
    throw new BrokenFile(
      rows[titles]!.line,
      `has ${first.length} columns, and ${MOST_COLUMNS} can be read`,
    )
  const below = cells.slice(titles + 1)
  const subHeaders = overridden === 0 ? 0 : subHeaderRows(first, below)
  if (overridden === 0 || (!overridden && !subHeaders && !isHeader(first, below))) {
    if (titles) return layoutOf(rows.slice(0, 1))
    const why = overridden === 0 ? 'as asked' : 'as the first row reads like the others'
    const notes = [`no header, ${why} (--header-row LINE says where it is)`]
    return { names: uniqueNames(first.map(() => '')), skip: 0, notes, about: new Map() }
  }
  const skip = titles + 1 + subHeaders
  const notes = titles ? [`the header is row ${rows[titles]!.line}, below a title`] : []
  const names = uniqueNames(subHeaders ? withChoices(first, below[0]!) : first)
  return { names, skip, notes, about: aboutColumns(names, below.slice(0, subHeaders)) }
}

/** The number of rows that `layoutOf` needs. */
export function rowsToInspect(overridden = 0): number {
  return overridden + 20
}

/** Makes names unique: names empty ones by position, and adds "(2)" to the second of equal ones. */
export function uniqueNames(names: string[]): string[] {
  const taken = new Set(names)
  const seen = new Set<string>()
  return names.map((original, index) => {
    const name = original || `column ${index + 1}`
    let unique = name
    for (let times = 2; seen.has(unique) || (times > 2 && taken.has(unique)); times++)
      unique = `${name} (${times})`
    seen.add(unique)
    return unique
  })
}

function indexOfLine(rows: NumberedRow[], line: number): number {
  const index = rows.findIndex((row) => row.line === line)
  if (index >= 0) return index
  throw refusal(`no row begins on line ${line}; say another: --header-row LINE`, 'header-row')
}

/** The index of the header: the first row, or one below a title. */
function headerAt(rows: string[][]): number {
  const titles = titleRows(rows)
  if (subHeaderRows(rows[titles]!, rows.slice(titles + 1))) return titles
  const clear = rows.slice(0, MOST_TITLES + 1).findIndex((_, index) => isBelowTitle(rows, index))
  return Math.max(titles, clear)
}

/** Counts the rows at the top that have far fewer cells than the table. */
function titleRows(rows: string[][]): number {
  const filled = rows.slice(0, 2 * MOST_TITLES).map((row) => row.filter(Boolean).length)
  const width = Math.max(...filled)
  const isTitle = (cells: number, index: number) =>
    (cells <= 3 && cells * 2 < width) || (width === 2 && rows[index]!.length === 1)
  const header = filled.findIndex((cells, index) => !isTitle(cells, index))
  return header > 0 && header <= MOST_TITLES ? header : 0
}

/**
 * Whether a row is a header and none above it can be: those have values such as dates, or fewer cells
 * and fewer usual header words.
 */
function isBelowTitle(rows: string[][], index: number): boolean {
  const row = rows[index]!
  const words = usualWords(row)
  const difference = votes(row, rows.slice(index + 1))
  if (!isAllText(row) || difference + Math.min(words, 1) < 2) return false
  const filled = (cells: string[]) => cells.filter(Boolean).length
  return rows
    .slice(0, index)
    .every(
      (above) => !isAllText(above) || (filled(above) < filled(row) && usualWords(above) < words),
    )
}

const isAllText = (row: string[]) => row.every((cell) => cell === '' || kindOf(cell) === 'text')

const usualWords = (row: string[]) => row.filter((cell) => hintsOf(cell).size > 0).length

type Kind = 'number' | 'date' | 'email' | 'text'

function isHeader(first: string[], below: string[][]): boolean {
  if (!below.length) return isAllText(first)
  const difference = votes(first, below)
  return difference === 0 ? isAllText(first) || usualWords(first) > 0 : difference > 0
}

/** Positive if the cells of the first row differ in type from those below, as a header's do. */
function votes(first: string[], below: string[][]): number {
  let sum = 0
  for (const [index, cell] of first.entries()) {
    const cells = below.map((row) => row[index] ?? '').filter(Boolean)
    const kind = commonKind(cells)
    if (cell === '' || !kind) continue
    if (kind !== 'text') sum += kindOf(cell) === kind ? -1 : 1
    else if (cells.includes(cell)) sum -= 1
  }
  return sum
}

function commonKind(cells: string[]): Kind | null {
  const kinds = cells.map(kindOf)
  return (
    (['number', 'date', 'email', 'text'] as const).find(
      (kind) => kinds.filter((one) => one === kind).length > 0.8 * kinds.length,
    ) ?? null
  )
}

function kindOf(cell: string): Kind {
  if (/^-?\d+([.,]\d+)?$/.test(cell)) return 'number'
  if (isDate(cell)) return 'date'
  return isEmailAddress(cell) ? 'email' : 'text'
}

/** Counts further header rows: SurveyMonkey adds one with choices, Qualtrics two with questions and ids. */
function subHeaderRows(header: string[], below: string[][]): number {
  const ids = below.slice(0, 2).findIndex((row) => row.some((cell) => cell.startsWith(IMPORT_ID)))
  if (ids >= 0) return ids + 1
  const [second, ...data] = below
  if (!second || !header[0] || second[0] !== '') return 0
  const isChoices =
    wordsOf(header[0]) === 'respondent id' ||
    (header.some((name, index) => name === '' && second[index]) &&
      isAllText(second) &&
      data.some(Boolean) &&
      data.every((row) => row[0]))
  return isChoices ? 1 : 0
}

/** Reads Qualtrics' further header rows: the question's text, and `{"ImportId":"startDate","timeZone":"UTC"}`. */
function aboutColumns(names: string[], subHeaders: string[][]): Layout['about'] {
  const ids = subHeaders.find((row) => row.some((cell) => cell.startsWith(IMPORT_ID)))
  if (!ids) return new Map()
  const questions = subHeaders.find((row) => row !== ids)
  return new Map(
    names.map((name, index) => {
      const [, timeZone] = /"timeZone":\s*"([^"]+)"/.exec(ids[index] ?? '') ?? []
      return [name, { question: questions?.[index], timeZone }]
    }),
  )
}

/** Names columns by their question and the choice below it: `Why?: Price`. */
function withChoices(header: string[], beneath: string[]): string[] {
  let question = ''
  return header.map((name, index) => {
    question = name || question
    const choice = beneath[index] ?? ''
    if (name && (choice === '' || /^(open-ended )?response$|^\{"ImportId"/i.test(choice)))
      return name
    return header[index + 1] === '' || name === '' ? `${question}: ${choice}` : name
  })
}
