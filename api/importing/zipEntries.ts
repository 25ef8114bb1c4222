import { unzipSync } from 'fflate'
import { InvalidInput } from '../../surveys/errors.ts'

type Entry = { name: string; size: number; originalSize: number }

const LARGEST_FILE = 200 * 1024 ** 2
/** What is read whole, such as the texts that cells share. */
const LARGEST_PART = 300 * 1024 ** 2
const LARGEST_SHEET = 1024 ** 3

/**
 * Complains of a ZIP archive that is no Excel workbook or would unpack to too much. Sizes that it gives
 * too low are found out when it is unpacked.
 * @throws InvalidInput saying what it is
 */
export function complainOfArchive(file: string, bytes: Uint8Array): void {
  const refuse = (message: string) => {
    throw new InvalidInput([{ field: 'file', message: `${file} ${message}` }])
  }
  if (bytes.length > LARGEST_FILE) refuse('is larger than 200 MB; save it as CSV')
  const entries = entriesOf(bytes)
  if (!entries) return refuse('is a broken ZIP archive: its list of files can’t be read')
  const names = entries.map(({ name }) => name)
  if (!names.some((name) => name.startsWith('xl/')))
    refuse(
      names.includes('mimetype')
        ? 'is an OpenDocument file; save it as .xlsx or as CSV'
        : `is a ZIP archive (${names.slice(0, 5).join(', ')}); unpack it first`,
    )
  const large = entries.find(
    ({ name, originalSize, size }) =>
      originalSize > (name.startsWith('xl/worksheets/') ? LARGEST_SHEET : LARGEST_PART) ||
      (originalSize === 0 && size > 2),
  )
  if (large) refuse(`would unpack to too much: "${large.name}"; save it as CSV`)
}

/** Lists without unpacking. */
function entriesOf(bytes: Uint8Array): Entry[] | null {
  const entries: Entry[] = []
  try {
    unzipSync(bytes, { filter: (entry) => (entries.push(entry), false) })
    return entries
  } catch {
    return null
  }
}
