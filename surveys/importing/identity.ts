import { fingerprint } from './fingerprint.ts'

/** What a row is known by in every run, or that it stands in the file already, or that its id does. */
export type Identity = { knownBy: string[] } | { repeated: true } | { clash: true }

/**
 * Makes the function that tells the rows of one file apart, taken in order: by the file's own response
 * ids, else by all that a row says and how often it was said before.
 */
export function identifier(): (responseId: string | null, cells: string[]) => Identity {
  const seen = new Map<number, number>()
  return (responseId, cells) => {
    const text = JSON.stringify(cells)
    const content = fingerprint(text)
    if (responseId === null) {
      const times = (seen.get(content) ?? 0) + 1
      seen.set(content, times)
      return { knownBy: [text, String(times)] }
    }
    const own = fingerprint(responseId)
    const earlier = seen.get(own)
    if (earlier === undefined) seen.set(own, content)
    else return earlier === content ? { repeated: true } : { clash: true }
    return { knownBy: [responseId] }
  }
}
