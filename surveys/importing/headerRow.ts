import { BrokenFile } from './broken.ts'
import { isEmailAddress } from '../person.ts'
import { isDate } from './dates.ts'
import { hintsOf, wordsOf } from './headers.ts'

/** Where a table's data begin and what its columns are called. */
export type Layout = {
  names: string[]
  /** How many rows stand before the data. */
  skip: number
  /** What was found out, in words, where it is not the usual. */
  notes: string[]
}

const MOST_TITLES = 10
const MOST_COLUMNS = 2_000

/**
 * Finds the header of a table: below lines of a title, and none where the first row reads like those
 * below it.
 * @param rows the first rows, at least one; 20 are enough
 * @throws BrokenFile for more than 2,000 columns
 */
export function layoutOf(rows: string[][]): Layout {
  const titles = titleRows(rows)
  const first = rows[titles]!
  if (first.length > MOST_COLUMNS)
    throw new BrokenFile(titles + 1, `has ${first.length} columns, and ${MOST_COLUMNS} can be read`)
  const below = rows.slice(titles + 1)
  if (!isHeader(first, below)) {
    if (titles) return layoutOf(rows.slice(0, 1))
    const note = 'no header, as the first row reads like the others'
    return { names: uniqueNames(first.map(() => '')), skip: 0, notes: [note] }
  }
  const subHeaders = subHeaderRows(first, below)
  const skip = titles + 1 + subHeaders
  const notes = titles ? [`the header is row ${titles + 1}, below a title`] : []
  const names = subHeaders ? withChoices(first, below[0]!) : first
  return { names: uniqueNames(names), skip, notes }
}

/** Names for columns that have none, and "(2)" for the second of a name. */
export function uniqueNames(names: string[]): string[] {
  const taken = new Set(names)
  const seen = new Set<string>()
  return names.map((given, index) => {
    const name = given || `column ${index + 1}`
    let unique = name
    for (let times = 2; seen.has(unique) || (times > 2 && taken.has(unique)); times++)
      unique = `${name} (${times})`
    seen.add(unique)
    return unique
  })
}

/** How many rows at the top have hardly any cells where the table has many. */
function titleRows(rows: string[][]): number {
  const filled = rows.slice(0, 2 * MOST_TITLES).map((row) => row.filter(Boolean).length)
  const width = Math.max(...filled)
  const isTitle = (cells: number, index: number) =>
    (cells <= 3 && cells * 2 < width) || (width === 2 && rows[index]!.length === 1)
  const header = filled.findIndex((cells, index) => !isTitle(cells, index))
  return header > 0 && header <= MOST_TITLES ? header : 0
}

type Kind = 'number' | 'date' | 'email' | 'text'

/** A header's cells differ in kind from what stands below them; a row of data has the same kinds. */
function isHeader(first: string[], below: string[][]): boolean {
  if (!below.length) return first.every((cell) => cell === '' || kindOf(cell) === 'text')
  let votes = 0
  for (const [index, cell] of first.entries()) {
    const cells = below.map((row) => row[index] ?? '').filter(Boolean)
    const kind = commonKind(cells)
    if (cell === '' || !kind) continue
    if (kind !== 'text') votes += kindOf(cell) === kind ? -1 : 1
    else if (cells.includes(cell)) votes -= 1
  }
  if (votes !== 0) return votes > 0
  return (
    first.every((cell) => cell === '' || kindOf(cell) === 'text') ||
    first.some((cell) => hintsOf(cell).size > 0)
  )
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

/** SurveyMonkey puts the choices in a second row, Qualtrics the questions and its own ids in two. */
function subHeaderRows(header: string[], below: string[][]): number {
  const ids = below
    .slice(0, 2)
    .findIndex((row) => row.some((cell) => cell.startsWith('{"ImportId"')))
  if (ids >= 0) return ids + 1
  return wordsOf(header[0] ?? '') === 'respondent id' && below[0]?.[0] === '' ? 1 : 0
}

/** Columns of one question are called by it and the choice beneath: `Why?: Price`. */
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
