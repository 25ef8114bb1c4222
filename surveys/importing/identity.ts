import { fingerprint } from './fingerprint.ts'

/**
 * What identifies a row in every import, whatever its mapping: the parts of its response id, and those
 * under which earlier versions may have stored it. Otherwise, that the file repeats the row
 * (`repeated`), or repeats its id with other content (`clash`).
 */
export type Identity =
  { parts: string[]; formerly: string[][] } | { repeated: true } | { clash: true }

/**
 * Creates a function that identifies a file's rows, called in order: by the file's response ids,
 * otherwise by content and the number of equal rows before.
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
        const content = contentOf(part.places.map((place) => cells[place] ?? ''))
        return [content, part.times(content)]
      })
      return { parts: [text, times], formerly: [...before, ...legacyParts(cells, times)] }
    }
    const id = fingerprint(responseId)
    const content = fingerprint(text)
    const first = ids.get(id)
    if (first !== undefined) return first === content ? { repeated: true } : { clash: true }
    ids.set(id, content)
    // An earlier import may have had no such id: the column was missing, or not recognised.
    return { parts: [responseId], formerly: [[text, '1'], ...legacyParts(cells, '1')] }
  }
}

/** For each earlier file whose columns are a subset of this file's: their indices here. */
function partsOf(columns: readonly string[], earlier: readonly (readonly string[])[]): number[][] {
  return earlier
    .filter((names) => names.length < columns.length)
    .map((names) => names.map((name) => columns.indexOf(name)))
    .filter((places) => !places.includes(-1))
}

/**
 * Normalises a row's content, so that the order of columns, the format of numbers and days, and added
 * empty columns make no difference.
 */
function contentOf(cells: readonly string[]): string {
  return JSON.stringify(cells.map(plain).filter(Boolean).toSorted())
}

const WHOLE = /^(-?\d{1,9})[.,]0{1,2}$/
const MIDNIGHT = /^(\d{4}-\d\d-\d\d)[T ]00:00(?::00(?:\.0+)?)?$/

const plain = (cell: string) =>
  cell.normalize('NFC').trim().replaceAll(/\s+/g, ' ').replace(WHOLE, '$1').replace(MIDNIGHT, '$1')

/**
 * Returns the ids of earlier versions, which used all raw cells. The file may have got more columns at
 * its end since.
 */
function legacyParts(cells: readonly string[], times: string): string[][] {
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
  const counts = new Map<number, number>()
  return (text) => {
    const key = fingerprint(text)
    const times = (counts.get(key) ?? 0) + 1
    counts.set(key, times)
    return String(times)
  }
}
