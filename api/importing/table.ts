import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { InvalidInput } from '../../surveys/errors.ts'
import { encodingSniffer, type Encoding } from '../../surveys/importing/encoding.ts'
import { csvTable } from './csvTable.ts'
import { jsonTable } from './jsonTable.ts'
import type { Table } from './tableType.ts'

const SAMPLE = 64 * 1024

/**
 * Finds out a file's encoding and form (CSV with any separator, or a JSON list) from all of it.
 * @throws InvalidInput for a file that is not there or empty, BrokenFile for one without a first row
 */
export async function openTable(file: string): Promise<Table> {
  await complainUnlessReadable(file)
  const encoding = await sniffEncoding(file)
  const text = () => textOf(file, encoding)
  const sample = await beginningOf(text())
  return /^\s*[[{]/.test(sample) ? jsonTable(text, encoding) : csvTable(text, sample, encoding)
}

async function complainUnlessReadable(file: string) {
  const complain = (message: string) => {
    throw new InvalidInput([{ field: 'file', message: `${file} ${message}` }])
  }
  const found = await stat(file).catch((error: Error) =>
    complain(`can't be read: ${error.message}`),
  )
  if (!found?.isFile()) complain('is not a file')
  if (found?.size === 0) complain('is empty')
}

async function sniffEncoding(file: string): Promise<Encoding> {
  const sniffer = encodingSniffer()
  for await (const bytes of createReadStream(file)) sniffer.take(bytes as Buffer)
  return sniffer.encoding()
}

/** The decoder leaves the byte-order mark out. */
async function* textOf(file: string, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  for await (const bytes of createReadStream(file))
    yield decoder.decode(bytes as Buffer, { stream: true })
  yield decoder.decode()
}

async function beginningOf(text: AsyncIterable<string>): Promise<string> {
  let beginning = ''
  for await (const piece of text) {
    beginning += piece
    if (beginning.length >= SAMPLE) break
  }
  return beginning
}
