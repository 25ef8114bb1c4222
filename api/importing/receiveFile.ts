import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { basename } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { InvalidInput, NoLongerWanted, StorageUnavailable } from '../../surveys/errors.ts'
import { LARGEST_UPLOAD } from '../../surveys/limits.ts'
import { BodyTooLarge } from '../base/problems.ts'

const LONGEST_NAME = 100

/** Whether a request's body is a file, not JSON. */
export const isFileUpload = (path: string) => /^\/api\/v1\/surveys\/[^/]+\/import-files$/.test(path)

/** Makes a file name safe on any file system. */
export function safeFileName(name: string): string {
  const plain = basename(name.replaceAll('\\', '/'))
    .replace(/[^\p{L}\p{M}\p{N} ._()+-]/gu, '_')
    .replace(/^[. ]+/, '')
  const ending = /\.\w{1,8}(?:\.gz)?$/.exec(plain)?.[0] ?? ''
  return `${plain.slice(0, plain.length - ending.length).slice(0, LONGEST_NAME)}${ending}` || 'file'
}

/**
 * Writes a request's body to a new file, piece by piece, and deletes it on failure.
 * @returns its size in bytes
 * @throws BodyTooLarge, before reading if the declared size is too large
 * @throws InvalidInput for an empty body
 * @throws NoLongerWanted if the connection is cut
 * @throws StorageUnavailable
 */
export async function receiveFile(request: Request, path: string): Promise<number> {
  const declared = request.headers.get('content-length')
  if (Number(declared) > LARGEST_UPLOAD) throw tooLarge()
  let size = 0
  async function* counted(pieces: AsyncIterable<Uint8Array>) {
    for await (const piece of pieces) {
      size += piece.length
      if (size > LARGEST_UPLOAD) throw tooLarge()
      yield piece
    }
  }
  try {
    const body = request.body as ReadableStream<Uint8Array> | null
    const source = body ? Readable.fromWeb(body) : Readable.from([])
    await pipeline(source, counted, createWriteStream(path, { flags: 'wx', mode: 0o600 }))
    if (declared !== null && size < Number(declared)) throw new NoLongerWanted()
    if (!size) throw new InvalidInput([{ field: 'file', message: 'is empty' }])
    return size
  } catch (error) {
    await rm(path, { force: true })
    throw failureOf(error)
  }
}

const tooLarge = () =>
  new BodyTooLarge('The file is larger than 1 GB, the most that can be uploaded.')

function failureOf(error: unknown): unknown {
  if (error instanceof BodyTooLarge || error instanceof InvalidInput) return error
  const { code } = error as NodeJS.ErrnoException
  if (code === 'ENOSPC' || code === 'EDQUOT') return new StorageUnavailable('The disk is full.')
  if (code === 'EACCES' || code === 'EROFS')
    return new StorageUnavailable('The folder for uploaded files can’t be written.')
  return new NoLongerWanted()
}
