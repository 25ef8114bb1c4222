import { BrokenFile } from '../broken.ts'
import { jsonWalker } from './jsonWalker.ts'

/** One object of the list: its text, and the line on which it begins. */
export type JsonObject = { line: number; text: string }

const MOST_LISTS = 1_000

/**
 * Finds the lists of objects in streamed JSON: the file itself, a nested list
 * (`{ "result": { "responses": [ … ] } }`), or one object per line.
 */
export function jsonListFinder() {
  const counts = new Map<string, number>()
  const walker = jsonWalker({
    open(path) {
      if (path === null || !/^[^[\]]*(\[\])?$/.test(path)) return
      if (path !== '' && !path.endsWith('[]')) return
      if (counts.has(path) || counts.size < MOST_LISTS)
        counts.set(path, (counts.get(path) ?? 0) + 1)
    },
    close() {},
  })
  return {
    take: walker.take,
    /**
     * @returns the lists' paths as `jsonObjects` takes them, the longest list first; the empty path comes
     *          first if the file has one object per line
     */
    found(): string[] {
      const lists = [...counts].filter(([path]) => path !== '').toSorted((a, b) => b[1] - a[1])
      const separate = counts.get('') ?? 0
      const paths = lists.map(([path]) => path)
      return separate > 1 || (separate && !paths.length) ? ['', ...paths] : paths
    },
  }
}

/**
 * Extracts a list's objects from streamed JSON, with one object in memory at a time.
 * @param listPath  `[]` for a top-level list, `data[]` for a named one, empty for one object per line
 * @param longest the most characters that one object may have
 * @throws BrokenFile for an object that is too long, a value that isn't an object, or a truncated file
 */
export function jsonObjects(listPath: string, longest: number) {
  let found: JsonObject[] = []
  let open: JsonObject | null = null
  let from = 0
  let piece = ''

  const walker = jsonWalker({
    open(path, line, index) {
      if (open || path !== listPath) return
      open = { line, text: '' }
      from = index
    },
    close(path, _line, index) {
      if (!open || path !== listPath) return
      found.push({ line: open.line, text: open.text + piece.slice(from, index + 1) })
      open = null
    },
    plain(path, line) {
      if (!open && path === listPath)
        throw new BrokenFile(line, 'what stands here between objects is none')
    },
  })
  return {
    take(next: string): JsonObject[] {
      piece = next
      from = 0
      found = []
      walker.take(next)
      if (open) open.text += piece.slice(from)
      if (open && open.text.length > longest)
        throw new BrokenFile(open.line, `an object is larger than ${longest / 1e6} MB`)
      return found
    },
    end(): void {
      if (open)
        throw new BrokenFile(
          open.line,
          'the file ends before its list does: an object begins here and is never closed',
        )
      walker.end()
    },
  }
}
