import { InvalidInput } from '../../../surveys/errors.ts'
import { piecesOf, zipEntries, type ZipEntry } from './zipEntries.ts'

const LARGEST_FILE = 200 * 1024 ** 2
/** Limit of parts that are read whole, such as the strings that cells share, in bytes. */
const LARGEST_PART = 300 * 1024 ** 2
const LARGEST_SHEET = 1024 ** 3
/** Highest compression ratio. Real sheets shrink to a tenth; Apache POI has the same limit. */
const HIGHEST_RATIO = 100
const ALWAYS_ALLOWED = 10 * 1024 ** 2
/** Longest cell; Excel's own have at most 32,767 characters. */
const LONGEST_CELL = 1024 ** 2
const LONGEST_ROW = 8 * 1024 ** 2

/** Other programs' files that are ZIP archives, recognised by a name in them. */
const DOCUMENTS: [RegExp, string][] = [
  [/^xl\/workbook\.bin$/, 'a binary Excel workbook (.xlsb); save it as .xlsx or as CSV'],
  [/^word\/document\.xml$/, 'a Word document; export the answers as CSV, XLSX or JSON'],
  [
    /^ppt\/presentation\.xml$/,
    'a PowerPoint presentation; export the answers as CSV, XLSX or JSON',
  ],
  [/\.iwa$|^Index\.zip$/, 'a Numbers, Pages or Keynote document; export it as CSV or Excel'],
  [/^META-INF\/container\.xml$/, 'a book (EPUB); export the answers as CSV, XLSX or JSON'],
  [/^mimetype$/, 'an OpenDocument file; save it as .xlsx or as CSV'],
]

/**
 * Rejects a ZIP archive that isn't an Excel workbook or unpacks to too much. Unpacks it piece by piece,
 * and no further than the first piece that is too large.
 * @throws InvalidInput saying what the file is
 */
export async function complainOfArchive(file: string, bytes: Uint8Array): Promise<void> {
  const refuse = (message: string): never => {
    throw new InvalidInput([{ field: 'file', message: `${file} ${message}` }])
  }
  if (bytes.length > LARGEST_FILE) refuse('is larger than 200 MB; save it as CSV')
  const entries =
    zipEntries(bytes) ?? refuse('is a broken ZIP archive: its list of files can’t be read')
  const names = entries.map(({ name }) => name)
  const document = DOCUMENTS.find(([sign]) => names.some((name) => sign.test(name)))
  if (document) refuse(`is ${document[1]}`)
  if (!names.some((name) => name.startsWith('xl/')))
    refuse(`is a ZIP archive (${names.slice(0, 5).join(', ')}); unpack it first`)
  const large = entries.find(isTooLarge)
  if (large) refuse(`would unpack to too much: "${large.name}"; save it as CSV`)
  for (const entry of entries) {
    const problem = /\.(xml|rels)$/i.test(entry.name) ? await problemWhenUnpacked(entry) : null
    if (problem)
      refuse(
        `can't be read as an Excel workbook, as it unpacks to too much: "${entry.name}" ${problem}; save it as CSV`,
      )
  }
}

function isTooLarge({ name, size, originalSize }: ZipEntry): boolean {
  const most = name.startsWith('xl/worksheets/') ? LARGEST_SHEET : LARGEST_PART
  return (
    originalSize > most ||
    (originalSize > ALWAYS_ALLOWED && originalSize > HIGHEST_RATIO * size) ||
    (originalSize === 0 && size > 2)
  )
}

/** Any tag; a tag outside a cell's text; one that begins or ends a row. */
const TAG = /</
const BESIDE_TEXT =
  /<\/?(?!(?:\w+:)?(?:t|r|v|f|is|rPr|rFont|rPh|phoneticPr|b|i|u|sz|color|family|scheme|charset|strike|vertAlign)[\s/>])[\w:]+[\s/>]/
const BESIDE_CELLS = /<\/?(?!(?:\w+:)?(?:c|t|r|v|f|is|rPr|rFont)[\s/>])[\w:]+[\s/>]/

async function problemWhenUnpacked(entry: ZipEntry): Promise<string | null> {
  const { name, originalSize } = entry
  const isTable = /^xl\/(?:worksheets\/|sharedStrings)/i.test(name)
  const limits = [
    { since: 0, sign: isTable ? BESIDE_TEXT : TAG, most: LONGEST_CELL, what: 'a cell' },
    ...(isTable ? [{ since: 0, sign: BESIDE_CELLS, most: LONGEST_ROW, what: 'a row' }] : []),
  ]
  let size = 0
  for await (const piece of piecesOf(entry)) {
    size += piece.length
    if (size > originalSize) return 'is larger than the archive says'
    const text = piece.toString('latin1')
    for (const limit of limits) {
      limit.since = limit.sign.test(text) ? 0 : limit.since + piece.length
      if (limit.since > limit.most) return `has ${limit.what} of more than ${limit.most >> 20} MB`
    }
  }
  return null
}
