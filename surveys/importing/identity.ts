import { fingerprint } from './fingerprint.ts'

/**
 * What a row is known by in every run, whatever its cells are taken for: the parts of its identity, and
 * those it may have been stored under before. Or that it stands in the file already, or its id does.
 */
export type Identity =
  { parts: string[]; formerly: string[][] } | { repeated: true } | { clash: true }

/**
 * Makes the function that tells the rows of one file apart, taken in order: by the file's own response
 * ids, else by what a row says and how often it was said before.
 * @param columns the names of the file's columns
 * @param earlier the columns of files that were imported before, some of which this file may have more of
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
    // A column with a repeated id was once no column of ids, or is none in another file.
    return { parts: [responseId], formerly: [[text, '1'], ...asOnce(cells, '1')] }
  }
}

/** Where this file has all columns of an earlier one, and more. */
function partsOf(columns: readonly string[], earlier: readonly (readonly string[])[]): number[][] {
  return earlier
    .filter((names) => names.length < columns.length)
    .map((names) => names.map((name) => columns.indexOf(name)))
    .filter((places) => !places.includes(-1))
}

/**
 * What a row says, however its columns are ordered, its numbers and days are written, and however many
 * columns were added in which it has nothing.
 */
function contentOf(cells: readonly string[]): string {
  return JSON.stringify(cells.map(plain).filter(Boolean).toSorted())
}

const WHOLE = /^(-?\d{1,9})[.,]0{1,2}$/
const MIDNIGHT = /^(\d{4}-\d\d-\d\d)[T ]00:00(?::00(?:\.0+)?)?$/

const plain = (cell: string) =>
  cell.normalize('NFC').trim().replaceAll(/\s+/g, ' ').replace(WHOLE, '$1').replace(MIDNIGHT, '$1')

/** Earlier versions told rows apart by all cells as they stand, with those at the end that came later. */
function asOnce(cells: readonly string[], times: string): string[][] {
  const filled = cells.findLastIndex((cell) => cell !== '') + 1
  const shortest = Math.max(filled, cells.length - MOST_ADDED)
  return Array.from({ length: cells.length - shortest + 1 }, (_, added) => [
    JSON.stringify(cells.slice(0, cells.length - added)),
    times,
  ])
}

const MOST_ADDED = 5

/** How often each text was met, this time included. */
function counter(): (text: string) => string {
  const met = new Map<number, number>()
  return (text) => {
    const key = fingerprint(text)
    const times = (met.get(key) ?? 0) + 1
    met.set(key, times)
    return String(times)
  }
}
