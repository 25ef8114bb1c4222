import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { refusal } from '../../surveys/importing/refusals.ts'

const MOST_UNPACKED = 2 * 1024 ** 3

/**
 * The bytes of a file, unpacked where it is packed.
 * @throws InvalidInput for gzip that is broken, or that unpacks to more than 2 GB
 */
export async function* bytesOf(file: string, packed: boolean): AsyncGenerator<Buffer> {
  const source = createReadStream(file)
  // An error comes by way of the stream that is read; there is nothing to do at its end.
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

/** The first bytes of a file, 8 KB of them where there are as many. */
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
