/** How to open a file. */
export type FileKind = 'text' | 'gzip' | 'zip'

type Sign = { begins: string; is: string; instead: string }

const SAVE_AS = 'save it as .xlsx or as CSV'
const EXPORT = 'export the answers as CSV, XLSX or JSON'

/** First bytes of unsupported files as Latin-1, what the files are, and what to do instead. */
const FOREIGN: Sign[] = [
  {
    begins: '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
    is: 'an old Excel workbook (.xls), or one with a password',
    instead: `${SAVE_AS}, without a password`,
  },
  { begins: '%PDF', is: 'a PDF document', instead: EXPORT },
  { begins: '{\\rtf', is: 'a text document (RTF)', instead: EXPORT },
  { begins: 'SQLite format 3', is: 'an SQLite database', instead: EXPORT },
  { begins: 'PAR1', is: 'a Parquet file', instead: EXPORT },
  { begins: '\x89PNG', is: 'a picture (PNG)', instead: EXPORT },
  { begins: '\xff\xd8\xff', is: 'a picture (JPEG)', instead: EXPORT },
  { begins: '7z\xbc\xaf', is: 'a 7-Zip archive', instead: 'unpack it first' },
  { begins: 'Rar!', is: 'a RAR archive', instead: 'unpack it first' },
  { begins: 'BZh', is: 'packed by bzip2', instead: 'unpack it first' },
  { begins: '\x28\xb5\x2f\xfd', is: 'packed by Zstandard', instead: 'unpack it first' },
]

/**
 * Detects how to open a file.
 * @param start its first bytes; 8 KB are enough
 * @returns the kind, or what it seems to be, by what sign, and what to do
 */
export function kindOfFile(start: Uint8Array): FileKind | { not: string } {
  const bytes = Buffer.from(start).toString('latin1')
  if (bytes.startsWith('PK\x03\x04')) return 'zip'
  if (bytes.startsWith('\x1f\x8b')) return 'gzip'
  const foreign = FOREIGN.find(({ begins }) => bytes.startsWith(begins))
  if (foreign) return { not: `is ${foreign.is}, by its first bytes; ${foreign.instead}` }
  const text = bytes.replace(/^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '').replaceAll('\0', '')
  const [tag] = /^\s*<(!doctype html|html|head|body|table|meta|\?xml)\b/i.exec(text) ?? []
  if (tag)
    return {
      not: `is ${/xml/i.test(tag) ? 'XML' : 'a web page (HTML)'}, as it begins with "${tag.trim()}"; ${/xml/i.test(tag) ? EXPORT : `open it in a spreadsheet and ${SAVE_AS}`}`,
    }
  if (bytes.slice(257, 262) === 'ustar') return { not: 'is a tar archive; unpack it first' }
  return isBinary(bytes)
    ? { not: `is no text, as it is full of control characters; ${EXPORT}` }
    : 'text'
}

/**
 * Whether bytes are not text. UTF-16 has NULs at every other byte, and letters whose first byte looks
 * like a control character.
 */
function isBinary(bytes: string): boolean {
  const codes = Array.from(bytes, (char) => char.charCodeAt(0))
  const isControl = (code: number) =>
    code > 0 && code < 32 && !(code > 8 && code < 14) && code !== 27
  const controls = codes.filter(isControl).length
  const nulsAt = (place: number) =>
    codes.filter((code, at) => code === 0 && at % 2 === place).length
  const [even, odd] = [nulsAt(0), nulsAt(1)]
  const isUtf16 = Math.max(even, odd) > 10 * Math.min(even, odd)
  return !isUtf16 && controls > 4 && controls > bytes.length / 20
}
