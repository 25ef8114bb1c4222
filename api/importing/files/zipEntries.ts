import { createInflateRaw } from 'node:zlib'

/** A file in a ZIP archive: its declared sizes and its packed bytes. */
export type ZipEntry = {
  name: string
  size: number
  originalSize: number
  isDeflated: boolean
  packed: Uint8Array
}

const END = 0x06054b50
const ENTRY = 0x02014b50
const ZIP64_SIZES = 1
const SENTINEL = 0xffffffff
const LONGEST_END = 65_557
const PIECE = 64 * 1024

/**
 * Lists a ZIP archive's files from its central directory, without unpacking.
 * @returns null for a broken archive
 * Source: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
 */
export function zipEntries(bytes: Uint8Array): ZipEntry[] | null {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const end = endOf(view)
    const entries: ZipEntry[] = []
    let at = directoryAt(view, end)
    while (at + 4 <= end && view.readUInt32LE(at) === ENTRY) {
      const { length, ...entry } = entryAt(view, at)
      entries.push(entry)
      at += length
    }
    return entries
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** Unpacks a file of an archive piece by piece. */
export async function* piecesOf({ packed, isDeflated }: ZipEntry): AsyncGenerator<Buffer> {
  if (isDeflated) yield* inflated(packed)
  else
    for (let at = 0; at < packed.length; at += PIECE)
      yield Buffer.from(packed.subarray(at, at + PIECE))
}

/** Stops at an error, which the workbook reader will name. */
async function* inflated(packed: Uint8Array): AsyncGenerator<Buffer> {
  const inflate = createInflateRaw({ chunkSize: PIECE })
  inflate.end(packed)
  try {
    yield* inflate as AsyncIterable<Buffer>
  } catch (error) {
    if (!(error as NodeJS.ErrnoException).code?.startsWith('Z_')) throw error
  }
}

function endOf(view: Buffer): number {
  for (let at = view.length - 22; at >= Math.max(0, view.length - LONGEST_END); at--)
    if (view.readUInt32LE(at) === END) return at
  throw new RangeError('no end of the central directory')
}

function directoryAt(view: Buffer, end: number): number {
  const offset = view.readUInt32LE(end + 16)
  if (offset !== SENTINEL) return offset
  const zip64End = Number(view.readBigUInt64LE(end - 12))
  return Number(view.readBigUInt64LE(zip64End + 48))
}

function entryAt(view: Buffer, at: number): ZipEntry & { length: number } {
  const nameLength = view.readUInt16LE(at + 28)
  const extraLength = view.readUInt16LE(at + 30)
  const nameAt = at + 46
  const extra = view.subarray(nameAt + nameLength, nameAt + nameLength + extraLength)
  const [originalSize, size, offset] = withZip64(extra, [
    view.readUInt32LE(at + 24),
    view.readUInt32LE(at + 20),
    view.readUInt32LE(at + 42),
  ])
  const data = offset! + 30 + view.readUInt16LE(offset! + 26) + view.readUInt16LE(offset! + 28)
  return {
    name: view.toString('utf8', nameAt, nameAt + nameLength),
    size: size!,
    originalSize: originalSize!,
    isDeflated: view.readUInt16LE(at + 10) === 8,
    packed: view.subarray(data, data + size!),
    length: 46 + nameLength + extraLength + view.readUInt16LE(at + 32),
  }
}

/** Replaces 32-bit placeholders by the 64-bit numbers of an extra field, in the same order. */
function withZip64(extra: Buffer, numbers: number[]): number[] {
  let at = 0
  while (at + 4 <= extra.length && extra.readUInt16LE(at) !== ZIP64_SIZES)
    at += 4 + extra.readUInt16LE(at + 2)
  let next = at + 4
  return numbers.map((number) => {
    if (number !== SENTINEL) return number
    next += 8
    return Number(extra.readBigUInt64LE(next - 8))
  })
}
