import { closeSync, mkdtempSync, openSync, read, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { StringDecoder } from 'node:string_decoder'
import { promisify } from 'node:util'
import type { Row } from './tableType.ts'

const BATCH = 500
const CHUNK_BYTES = 65_536

const readFrom = promisify(read)

/** Closes the files of garbage-collected spools. */
const closing = new FinalizationRegistry<number>((descriptor) => closeSync(descriptor))

/** Rows on disk that can be read repeatedly, with one batch in memory. */
export type Spool = { write(row: Row): void; batches(): AsyncIterable<Row[]> }

/** Opens an unlinked temporary file, which disappears with its last reader. */
export function openSpool(): Spool {
  const folder = mkdtempSync(join(tmpdir(), 'ohlas-'))
  // Both methods hold this object, so that the file stays open while either can still be called.
  const file = { descriptor: openSync(join(folder, 'rows'), 'wx+', 0o600) }
  closing.register(file, file.descriptor)
  rmSync(folder, { recursive: true })
  let waiting: string[] = []
  const flush = () => {
    if (waiting.length) writeSync(file.descriptor, waiting.join(''))
    waiting = []
  }
  return {
    write({ line, cells }) {
      waiting.push(`${JSON.stringify([line, ...cells])}\n`)
      if (waiting.length === BATCH) flush()
    },
    async *batches() {
      flush()
      const decoder = new StringDecoder('utf8')
      const buffer = Buffer.alloc(CHUNK_BYTES)
      let rest = ''
      // Not a stream, which would close the file when a reader stops early.
      for (let position = 0; ;) {
        const { bytesRead } = await readFrom(file.descriptor, buffer, 0, CHUNK_BYTES, position)
        if (bytesRead === 0) return
        position += bytesRead
        const lines = (rest + decoder.write(buffer.subarray(0, bytesRead))).split('\n')
        rest = lines.pop()!
        if (lines.length) yield lines.map(rowFrom)
      }
    },
  }
}

function rowFrom(text: string): Row {
  const [line, ...cells] = JSON.parse(text) as [number, ...string[]]
  return { line, cells }
}
