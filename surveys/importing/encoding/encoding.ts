import { utf8Counter } from './utf8.ts'

/**
 * The encoding, if the bytes determine it; otherwise a sample of lines with non-ASCII bytes, and all
 * distinct bytes above 127.
 */
export type EncodingFinding =
  { encoding: 'utf-8' | 'utf-16le' | 'utf-16be' } | { sample: Uint8Array; highBytes: Uint8Array }

const LARGEST_SAMPLE = 64 * 1024
const LONGEST_LINE = 2_000
const NEWLINE = 10

/**
 * Detects the encoding of a text file from all its bytes, taken in pieces: by a byte-order mark, by NULs
 * in every other byte (UTF-16), or because it is UTF-8 except for a few damaged bytes.
 */
export function encodingSniffer(): { take(bytes: Uint8Array): void; found(): EncodingFinding } {
  const counts = new Uint32Array(256)
  const nulsAt = [0, 0]
  const utf8 = utf8Counter()
  const sample: number[] = []
  let line: number[] = []
  let beyond = false
  let start: number[] = []
  let size = 0

  const endLine = () => {
    if (beyond && sample.length < LARGEST_SAMPLE) sample.push(...line, NEWLINE)
    line = []
    beyond = false
  }
  return {
    take(bytes) {
      if (start.length < 3) start = [...start, ...bytes.subarray(0, 3)].slice(0, 3)
      for (const byte of bytes) {
        counts[byte]!++
        if (byte === 0) nulsAt[size % 2]!++
        size++
        utf8.take(byte)
        if (byte === NEWLINE) endLine()
        else if (line.length < LONGEST_LINE && sample.length < LARGEST_SAMPLE) {
          line.push(byte)
          if (byte > 127) beyond = true
        }
      }
    },
    found() {
      const mark = start.map((byte) => byte.toString(16)).join(' ')
      if (mark === 'ef bb bf') return { encoding: 'utf-8' }
      if (mark.startsWith('ff fe')) return { encoding: 'utf-16le' }
      if (mark.startsWith('fe ff')) return { encoding: 'utf-16be' }
      const [even, odd] = nulsAt as [number, number]
      if (odd > size / 40 && even < odd / 10) return { encoding: 'utf-16le' }
      if (even > size / 40 && odd < even / 10) return { encoding: 'utf-16be' }
      const { letters, broken } = utf8.counted()
      if (broken === 0 || letters > broken) return { encoding: 'utf-8' }
      endLine()
      const highBytes = Uint8Array.from(counts.keys()).filter(
        (byte) => byte > 127 && counts[byte]! > 0,
      )
      return { sample: Uint8Array.from(sample), highBytes: highBytes }
    },
  }
}
