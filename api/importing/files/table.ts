import { access, constants, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import iconv from 'iconv-lite'
import { refusal } from '../../../surveys/importing/refusals.ts'
import { encodingSniffer } from '../../../surveys/importing/encoding/encoding.ts'
import type { TableOverrides } from '../../../surveys/importing/mapping.ts'
import { bytesOf, startOf } from './bytes.ts'
import { csvTable } from './csvTable.ts'
import { kindOfFile } from './fileKind.ts'
import { jsonTable } from './jsonTable.ts'
import { recogniseCodePage } from './recognise.ts'
import type { Table } from './tableType.ts'
import { xlsxTable } from './xlsxTable.ts'

const SAMPLE = 64 * 1024
/** Starts a list or an object, but isn't a header cell in brackets. */
const JSON_START = /^\s*[[{](?![^[\]{}":]*[\]}][ \t]*[,;\t|])/

/**
 * Detects a file's format and encoding from its whole content: CSV with any separator, JSON, either in
 * gzip, or an Excel workbook.
 * @param overridden the format options given
 * @throws InvalidInput for a missing, empty or unsupported file, for an encoding that is unknown or
 *   ambiguous, and for an option that doesn't apply to the format; BrokenFile for a file without a
 *   first row
 */
export async function openTable(file: string, overridden: TableOverrides = {}): Promise<Table> {
  await complainUnlessReadable(file)
  const kind = await kindOf(file, false)
  if (kind === 'zip') {
    refuseOthers(overridden, 'an Excel workbook', ['sheet', 'headerRow'])
    return xlsxTable(file, overridden)
  }
  const packed = kind === 'gzip'
  if (packed && (await kindOf(file, true)) !== 'text')
    throw refusal(`${file} has another packed file in it; unpack it first`)
  const bytes = () => bytesOf(file, packed)
  const encoding = overridden.encoding
    ? knownEncoding(overridden.encoding)
    : await findEncoding(bytes())
  const text = () => textOf(bytes(), encoding)
  const sample = await beginningOf(text())
  if (overridden.separator === undefined && JSON_START.test(sample)) {
    refuseOthers(overridden, 'JSON', ['encoding', 'jsonList'])
    return jsonTable(text, encoding, overridden.jsonList)
  }
  refuseOthers(overridden, 'a CSV file', ['encoding', 'separator', 'headerRow'])
  return csvTable(text, sample, encoding, overridden)
}

const OPTIONS: Record<keyof TableOverrides, string> = {
  encoding: 'encoding',
  sheet: 'sheet',
  separator: 'separator',
  headerRow: 'header-row',
  jsonList: 'json-list',
}

/** Rejects options that would have no effect. */
function refuseOthers(overridden: TableOverrides, form: string, known: (keyof TableOverrides)[]) {
  for (const [key, option] of Object.entries(OPTIONS) as [keyof TableOverrides, string][])
    if (overridden[key] !== undefined && !known.includes(key))
      throw refusal(`--${option} says nothing here, as the file is ${form}`, option)
}

async function kindOf(file: string, packed: boolean) {
  const kind = kindOfFile(await startOf(bytesOf(file, packed)))
  if (typeof kind === 'object') throw refusal(`${file} ${kind.not}`)
  return kind
}

const NOT_THERE = (file: string) => `there is no file ${resolve(file)}`

const UNREADABLE: Record<string, (file: string) => string> = {
  ENOENT: NOT_THERE,
  ENOTDIR: NOT_THERE,
  EACCES: (file) => `${file} can't be read: there is no permission to enter its folder`,
}

async function complainUnlessReadable(file: string) {
  const found = await stat(file).catch((error: NodeJS.ErrnoException) => {
    throw refusal(UNREADABLE[error.code ?? '']?.(file) ?? `${file} can't be read: ${error.message}`)
  })
  await access(file, constants.R_OK).catch(() => {
    throw refusal(`${file} can't be read: there is no permission to`)
  })
  if (!found.isFile()) throw refusal(`${file} is not a file`)
  if (found.size === 0) throw refusal(`${file} is empty`)
}

function knownEncoding(name: string): string {
  const label: string = name.toLowerCase()
  if (iconv.encodingExists(name)) return label
  throw refusal(
    `"${label}" is no encoding known here; common ones are utf-8, windows-1250, windows-1252, windows-1255 and utf-16le`,
    'encoding',
  )
}

async function findEncoding(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  const sniffer = encodingSniffer()
  for await (const piece of bytes) sniffer.take(piece)
  const found = sniffer.found()
  return 'encoding' in found ? found.encoding : recogniseCodePage(found.sample, found.highBytes)
}

/** Decodes bytes; the decoder drops the byte-order mark. */
async function* textOf(bytes: AsyncIterable<Buffer>, encoding: string): AsyncGenerator<string> {
  const decoder = iconv.getDecoder(encoding)
  for await (const piece of bytes) yield decoder.write(piece)
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
