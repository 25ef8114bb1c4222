import { fingerprint } from './fingerprint.ts'

/**
 * What a row is known by in every run, whatever its cells are taken for: the parts of its identity, and
 * those it may have been stored under before. Or that it stands in the file already, or its id does.
 */
export type Identity =
  { parts: string[]; formerly: string[][] } | { repeated: true } | { clash: true }

/**
 * Makes the function that tells the rows of one file apart, taken in order: by the file's own response
 * ids, else by all that a row says and how often it was said before.
 */
export function identifier(): (responseId: string | null, cells: string[]) => Identity {
  const contents = new Map<number, number>()
  const ids = new Map<number, number>()
  return (responseId, cells) => {
    const text = JSON.stringify(cells)
    const content = fingerprint(text)
    if (responseId === null) {
      const times = (contents.get(content) ?? 0) + 1
      contents.set(content, times)
      return { parts: [text, String(times)], formerly: [] }
    }
    const id = fingerprint(responseId)
    const earlier = ids.get(id)
    if (earlier !== undefined) return earlier === content ? { repeated: true } : { clash: true }
    ids.set(id, content)
    // A column with a repeated id was once no column of ids.
    return { parts: [responseId], formerly: [[text, '1']] }
  }
}
