import { constants, crc32, deflateRawSync, gzipSync } from 'node:zlib'
import type { PageParts } from '../../web/respondent/page.ts'

/** A rendered page; in two pieces if many pages share the first. */
export type Page = string | PageParts

/**
 * Compresses a page with gzip (RFC 1952). The shared part, which is nearly all of it, is compressed
 * once and thoroughly; only the end is added per page.
 */
export function packed(page: Page): Buffer<ArrayBuffer> {
  if (typeof page === 'string') return gzipSync(page)
  const { common, own } = page
  const { head, sum } = headOf(common)
  const length = Buffer.byteLength(own)
  const block = length > LITTLE ? deflateRawSync(own, QUICKLY) : undefined
  const file = Buffer.allocUnsafe(head.length + (block?.length ?? 5 + length) + 8)
  head.copy(file)
  if (block) block.copy(file, head.length)
  else store(file, head.length, own, length)
  file.writeUInt32LE(crc32(own, sum), file.length - 8)
  file.writeUInt32LE(common.length + length, file.length - 4)
  return file
}

/** Appends a last, uncompressed block. */
function store(file: Buffer, at: number, own: string, length: number) {
  file[at] = 1
  file.writeUInt16LE(length, at + 1)
  file.writeUInt16LE(length ^ 0xffff, at + 3)
  file.write(own, at + 5)
}

export function unpacked(page: Page): string | Buffer<ArrayBuffer> {
  return typeof page === 'string' ? page : Buffer.concat([page.common, Buffer.from(page.own)])
}

type Head = { head: Buffer; sum: number }

const heads = new WeakMap<Buffer, Head>()

function headOf(common: Buffer): Head {
  let known = heads.get(common)
  if (!known) {
    const head = Buffer.concat([HEADER, deflateRawSync(common, OPEN_ENDED)])
    heads.set(common, (known = { head, sum: crc32(common) }))
  }
  return known
}

/**
 * Size of a page's own part without link data, in bytes. Compressing it would take a fifth of the
 * page's time and save a hundred bytes.
 */
const LITTLE = 550

/** Header: deflate, no name or time, best compression, unknown system. */
const HEADER = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 255])
/** Ends at a byte boundary, without a last block. */
const OPEN_ENDED = { level: 9, memLevel: 9, finishFlush: constants.Z_FULL_FLUSH }
/** Needs little memory to set up, since the part is a few hundred bytes, most of them random. */
const QUICKLY = { windowBits: 10, memLevel: 4 }
