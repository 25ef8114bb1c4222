import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs'
import { uptime } from 'node:os'

// The format of SQLite's write-ahead log: https://www.sqlite.org/fileformat2.html#the_write_ahead_log

const HEADER = 32
const FRAME_HEADER = 24
const MAGIC = 0x377f0682

/** Offsets in page 1 of the two numbers reserved for applications: `user_version`, `application_id`. */
const USER_VERSION = 60
const APPLICATION_ID = 68

/** The marks (see `markLog`) in one version of page 1. */
export type Marks = { mark: number; before: number }

/**
 * Reads the part of a log that SQLite would apply.
 * @returns the marks of each version of page 1 in it, oldest first; null if there is no log or nothing
 *   committed in it
 */
export function readLog(file: string): Marks[] | null {
  const log = readIfThere(`${file}-wal`)
  if (!log || log.length <= HEADER) return null
  const magic = log.readUInt32BE(0)
  if (magic !== MAGIC && magic !== MAGIC + 1) return null
  const sum = checksums(magic === MAGIC + 1)
  let [one, two] = sum(log.subarray(0, 24), 0, 0)
  if (one !== log.readUInt32BE(24) || two !== log.readUInt32BE(28)) return null

  const salts = log.subarray(16, 24)
  const pageSize = log.readUInt32BE(8)
  const committed: Marks[] = []
  let open: Marks[] = []
  let any = false
  for (let at = HEADER; at + FRAME_HEADER + pageSize <= log.length; at += FRAME_HEADER + pageSize) {
    const page = log.subarray(at + FRAME_HEADER, at + FRAME_HEADER + pageSize)
    if (!salts.equals(log.subarray(at + 8, at + 16))) break
    ;[one, two] = sum(log.subarray(at, at + 8), one, two)
    ;[one, two] = sum(page, one, two)
    if (one !== log.readUInt32BE(at + 16) || two !== log.readUInt32BE(at + 20)) break
    if (log.readUInt32BE(at) === 1) open.push(marksOf(page))
    if (log.readUInt32BE(at + 4) === 0) continue
    any = true
    committed.push(...open)
    open = []
  }
  return any ? committed : null
}

/** The mark of the log being written; null without one. */
export function currentMark(file: string): number | null {
  const salts = bytesOf(`${file}-wal`, 16, 8)
  return salts && markFor(salts)
}

/** The mark of the database file, without its log. */
export function markOfFile(file: string): number | null {
  return bytesOf(file, USER_VERSION, 4)?.readInt32BE(0) ?? null
}

/** Whether SQLite has begun to copy the log into the file; null if the index of the log doesn't say. */
export function isCopyBegun(file: string): boolean | null {
  // An index from before a power failure may be incomplete.
  if (!isSinceBoot(`${file}-shm`)) return null
  const index = bytesOf(`${file}-shm`, 0, 132)
  const salts = bytesOf(`${file}-wal`, 16, 8)
  if (!index || !salts?.equals(index.subarray(32, 40))) return null
  return index.subarray(128, 132).some((byte) => byte !== 0)
}

function marksOf(page: Buffer): Marks {
  return { mark: page.readInt32BE(USER_VERSION), before: page.readInt32BE(APPLICATION_ID) }
}

/** Derives the mark from a log's salts, which are unique. */
function markFor(salts: Buffer): number {
  return (salts.readUInt32BE(0) ^ salts.readUInt32BE(4)) & 0x7fffffff
}

function checksums(bigEndian: boolean) {
  return (bytes: Buffer, one: number, two: number): [number, number] => {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
    for (let at = 0; at < bytes.length; at += 8) {
      one = (one + view.getUint32(at, !bigEndian) + two) >>> 0
      two = (two + view.getUint32(at + 4, !bigEndian) + one) >>> 0
    }
    return [one, two]
  }
}

function isSinceBoot(path: string): boolean {
  const { mtimeMs } = statSync(path, { throwIfNoEntry: false }) ?? {}
  return mtimeMs !== undefined && mtimeMs > Date.now() - uptime() * 1000
}

function readIfThere(path: string): Buffer | null {
  try {
    return readFileSync(path)
  } catch {
    return null
  }
}

function bytesOf(path: string, from: number, length: number): Buffer | null {
  let handle: number | undefined
  try {
    handle = openSync(path, 'r')
    const bytes = Buffer.alloc(length)
    return readSync(handle, bytes, 0, length, from) === length ? bytes : null
  } catch {
    return null
  } finally {
    if (handle !== undefined) closeSync(handle)
  }
}
