import { closeSync, createReadStream, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Row } from './tableType.ts'

const BATCH = 500

/** Closes the files of garbage-collected spools. */
const closing = new FinalizationRegistry<number>((descriptor) => closeSync(descriptor))

/** Rows on disk that can be read repeatedly, with one batch in memory. */
export type Spool = { write(row: Row): void; batches(): AsyncIterable<Row[]> }

/** Opens a nameless temporary file, which disappears with its last reader. */
export function openSpool(): Spool {
  const folder = mkdtempSync(join(tmpdir(), 'ohlas-'))
  const descriptor = openSync(join(folder, 'rows'), 'wx+', 0o600)
  rmSync(folder, { recursive: true })
  let waiting: string[] = []
  const flush = () => {
    if (waiting.length) writeSync(descriptor, waiting.join(''))
    waiting = []
  }
  const spool: Spool = {
    write({ line, cells }) {
      waiting.push(`${JSON.stringify([line, ...cells])}\n`)
      if (waiting.length === BATCH) flush()
    },
    async *batches() {
      flush()
      let rest = ''
      const input = createReadStream('', {
        fd: descriptor,
        start: 0,
        autoClose: false,
        encoding: 'utf8',
      })
      for await (const piece of input as AsyncIterable<string>) {
        const lines = (rest + piece).split('\n')
        rest = lines.pop()!
        if (lines.length) yield lines.map(rowFrom)
      }
    },
  }
  closing.register(spool, descriptor)
  return spool
}

function rowFrom(text: string): Row {
  const [line, ...cells] = JSON.parse(text) as [number, ...string[]]
  return { line, cells }
}
