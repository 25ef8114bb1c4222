import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { refusal } from '../../../surveys/importing/refusals.ts'

const MOST_UNPACKED = 2 * 1024 ** 3

/**
 * Reads a file's bytes, unpacked if necessary.
 * @throws InvalidInput for broken gzip, or one that unpacks to more than 2 GB
 */
export async function* bytesOf(file: string, packed: boolean): AsyncGenerator<Buffer> {
  const source = createReadStream(file)
  // Errors reach the stream that is read, so the callback can ignore them.
  const unpacked = packed ? pipeline(source, createGunzip(), () => {}) : source
  let size = 0
  try {
    for await (const bytes of unpacked as AsyncIterable<Buffer>) {
      size += bytes.length
      if (packed && size > MOST_UNPACKED) throw refusal(`${file} unpacks to more than 2 GB`)
      yield bytes
    }
  } catch (error) {
    if (!(error as NodeJS.ErrnoException).code?.startsWith('Z_')) throw error
    throw refusal(`${file} is packed by gzip and can't be unpacked: ${(error as Error).message}`)
  }
}

/** Returns the first bytes of a file, up to 8 KB. */
export async function startOf(bytes: AsyncIterable<Buffer>): Promise<Buffer> {
  const pieces: Buffer[] = []
  let size = 0
  for await (const piece of bytes) {
    pieces.push(piece)
    size += piece.length
    if (size >= 8_192) break
  }
  return Buffer.concat(pieces).subarray(0, 8_192)
}
