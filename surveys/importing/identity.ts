import { fingerprint } from './fingerprint.ts'

/**
 * How a row is recognised in every run, whatever its mapping: the parts of its id, and those it may
 * have been stored under before. Or that the row, or its id, is already in the file.
 */
export type Identity =
  { parts: string[]; formerly: string[][] } | { repeated: true } | { clash: true }

/**
 * Returns a function that identifies a file's rows in order: by the file's response ids, else by
 * content and the number of equal rows before.
 * @param columns the file's column names
 * @param earlier the columns of earlier imports, of which this file may have more
 */
export function identifier(
  columns: readonly string[] = [],
  earlier: readonly (readonly string[])[] = [],
): (responseId: string | null, cells: string[]) => Identity {
  const contents = counter()
  const parts = partsOf(columns, earlier).map((places) => ({ places, times: counter() }))
  const ids = new Map<number, number>()
  return (responseId, cells) => {
    const text = contentOf(cells)
    if (responseId === null) {
      const times = contents(text)
      const before = parts.map((part) => {
        const said = contentOf(part.places.map((place) => cells[place] ?? ''))
        return [said, part.times(said)]
      })
      return { parts: [text, times], formerly: [...before, ...asOnce(cells, times)] }
    }
    const id = fingerprint(responseId)
    const content = fingerprint(text)
    const first = ids.get(id)
    if (first !== undefined) return first === content ? { repeated: true } : { clash: true }
    ids.set(id, content)
    // A column with a repeated id was once not read as ids, or isn't in another file.
    return { parts: [responseId], formerly: [[text, '1'], ...asOnce(cells, '1')] }
  }
}

/** Earlier files whose columns this file has, and more. */
function partsOf(columns: readonly string[], earlier: readonly (readonly string[])[]): number[][] {
  return earlier
    .filter((names) => names.length < columns.length)
    .map((names) => names.map((name) => columns.indexOf(name)))
    .filter((places) => !places.includes(-1))
}

/**
 * A row's content, independent of the order of columns, the format of numbers and days, and empty
 * additional columns.
 */
function contentOf(cells: readonly string[]): string {
  return JSON.stringify(cells.map(plain).filter(Boolean).toSorted())
}

const WHOLE = /^(-?\d{1,9})[.,]0{1,2}$/
const MIDNIGHT = /^(\d{4}-\d\d-\d\d)[T ]00:00(?::00(?:\.0+)?)?$/

const plain = (cell: string) =>
  cell.normalize('NFC').trim().replaceAll(/\s+/g, ' ').replace(WHOLE, '$1').replace(MIDNIGHT, '$1')

/** Earlier versions identified rows by all raw cells; added columns came at the end. */
function asOnce(cells: readonly string[], times: string): string[][] {
  const filled = cells.findLastIndex((cell) => cell !== '') + 1
  const shortest = Math.max(filled, cells.length - MOST_ADDED)
  return Array.from({ length: cells.length - shortest + 1 }, (_, added) => [
    JSON.stringify(cells.slice(0, cells.length - added)),
    times,
  ])
}

const MOST_ADDED = 5

/** Counts how often each text has occurred, including this time. */
function counter(): (text: string) => string {
  const met = new Map<number, number>()
  return (text) => {
    const key = fingerprint(text)
    const times = (met.get(key) ?? 0) + 1
    met.set(key, times)
    return String(times)
  }
}
