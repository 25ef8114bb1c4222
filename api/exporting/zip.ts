import { Readable, pipeline } from 'node:stream'
import { crc32, createDeflateRaw } from 'node:zlib'
import { Zip, type ZipInputFile } from 'fflate'

/** A file of an archive: its path and its text, piece by piece. */
export type Part = { path: string; text: Iterable<string> | AsyncIterable<string> }

const DEFLATED = 8

/**
 * Packs files one after another as they are read, compressed on another thread.
 * @throws what reading a part throws; the archive is cut off then
 */
export async function* zipped(
  parts: Iterable<Part> | AsyncIterable<Part>,
): AsyncGenerator<Uint8Array, void> {
  const ready: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    ready.push(chunk)
  })
  for await (const { path, text } of parts) {
    const entry: ZipInputFile = { filename: path, size: 0, crc: 0, compression: DEFLATED }
    zip.add(entry)
    for await (const chunk of deflated(text, entry)) {
      entry.ondata!(null, chunk, false)
      yield* ready.splice(0)
    }
    entry.ondata!(null, new Uint8Array(), true)
    yield* ready.splice(0)
  }
  zip.end()
  yield* ready.splice(0)
}

/** Compresses text, and adds its size and checksum to the entry. */
function deflated(text: Part['text'], entry: ZipInputFile): AsyncIterable<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder()
  async function* counted() {
    for await (const piece of text) {
      const bytes = encoder.encode(piece)
      entry.size += bytes.length
      entry.crc = crc32(bytes, entry.crc)
      yield bytes
    }
  }
  // An error ends the iteration below, too.
  return pipeline(Readable.from(counted()), createDeflateRaw({ level: 4 }), () => {})
}
