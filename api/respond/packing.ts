import { constants, crc32, deflateRawSync, gzipSync } from 'node:zlib'
import type { PageBytes } from '../../web/respondent/page.ts'

/** A page as it is rendered: in two pieces where many are alike. */
export type Page = string | PageBytes

/**
 * A page as a gzip file (RFC 1952). What it has in common with others is packed once and as small as can
 * be, for it is nearly all of the page; for each page only its own end is.
 */
export function packed(page: Page): Buffer<ArrayBuffer> {
  if (typeof page === 'string') return gzipSync(page)
  const { common, own } = page
  const { head, sum } = headOf(common)
  const end = own.length > LITTLE ? deflateRawSync(own, QUICKLY) : stored(own)
  const trailer = Buffer.allocUnsafe(8)
  trailer.writeUInt32LE(crc32(own, sum))
  trailer.writeUInt32LE(common.length + own.length, 4)
  return Buffer.concat([head, end, trailer])
}

export function unpacked(page: Page): string | Buffer<ArrayBuffer> {
  return typeof page === 'string' ? page : Buffer.concat([page.common, page.own])
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

/** A last block that holds what it is given as it is. */
function stored(own: Buffer): Buffer {
  const block = Buffer.allocUnsafe(5 + own.length)
  block[0] = 1
  block.writeUInt16LE(own.length, 1)
  block.writeUInt16LE(own.length ^ 0xffff, 3)
  own.copy(block, 5)
  return block
}

/**
 * What a page has of its own whose link says nothing, in bytes: to pack that takes a fifth of the page's
 * time for a hundred bytes.
 */
const LITTLE = 550

/** Deflated, without name and time, packed with care, on a system that does not matter. */
const HEADER = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 255])
/** Ends at a whole byte, and not as the last block. */
const OPEN_ENDED = { level: 9, memLevel: 9, finishFlush: constants.Z_FULL_FLUSH }
/** With little memory to set up: it is a few hundred bytes, most of them random. */
const QUICKLY = { windowBits: 10, memLevel: 4 }
