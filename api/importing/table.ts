import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import iconv from 'iconv-lite'
import { InvalidInput } from '../../surveys/errors.ts'
import { encodingSniffer } from '../../surveys/importing/encoding.ts'
import { csvTable } from './csvTable.ts'
import { jsonTable } from './jsonTable.ts'
import { recogniseCodePage } from './recognise.ts'
import type { Table } from './tableType.ts'

const SAMPLE = 64 * 1024

/**
 * Finds out a file's encoding and form (CSV with any separator, or a JSON list) from all of it.
 * @param wished the encoding, where it was said
 * @throws InvalidInput for a file that is not there or empty, and for an encoding that is unknown or not
 *         to be told; BrokenFile for a file without a first row
 */
export async function openTable(file: string, wished?: string): Promise<Table> {
  await complainUnlessReadable(file)
  const encoding = wished ? knownEncoding(wished) : await findEncoding(file)
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

function knownEncoding(name: string): string {
  const label: string = name.toLowerCase()
  if (iconv.encodingExists(name)) return label
  throw new InvalidInput([
    {
      field: 'encoding',
      message: `"${label}" is no encoding known here; common ones are utf-8, windows-1250, windows-1252, windows-1255 and utf-16le`,
    },
  ])
}

async function findEncoding(file: string): Promise<string> {
  const sniffer = encodingSniffer()
  for await (const bytes of createReadStream(file)) sniffer.take(bytes as Buffer)
  const found = sniffer.found()
  return 'encoding' in found ? found.encoding : recogniseCodePage(found.sample, found.seen)
}

/** The decoder leaves the byte-order mark out. */
async function* textOf(file: string, encoding: string): AsyncGenerator<string> {
  const decoder = iconv.getDecoder(encoding)
  for await (const bytes of createReadStream(file)) yield decoder.write(bytes as Buffer)
  yield decoder.end() ?? ''
}

async function beginningOf(text: AsyncIterable<string>): Promise<string> {
  let beginning = ''
  for await (const piece of text) {
    beginning += piece
    if (beginning.length >= SAMPLE) break
  }
  return beginning
}
