import iconv from 'iconv-lite'
import { InvalidInput } from '../../../surveys/errors.ts'
import {
  CODE_PAGES,
  fitOf,
  wordsBeyondAscii,
} from '../../../surveys/importing/encoding/codePages.ts'

/**
 * A reading of a file: the code page, the resulting text, how well it fits (0–1), and the library's
 * confidence (0–1).
 */
type Reading = { page: string; text: string; fit: number; confidence: number }

/** A reading wins if the library is this many times more confident. */
const CLEAR = 2
const WORST_FIT = 0.4
const MOST_SHOWN = 4
/** Code pages that the library names differently. */
const OTHER_NAMES: Record<string, string> = {
  macroman: 'macintosh',
  maclatin2: 'maccenteuro',
  cp932: 'shift_jis',
  cp949: 'euc-kr',
}

/**
 * Detects the code page of text that is not UTF-8, by jschardet and by whether the words fit the page's
 * languages. Code pages that read the file alike count as one.
 * @param sample lines with non-ASCII letters
 * @param highBytes every non-ASCII byte in the file
 * @throws InvalidInput naming the code pages between which the user has to choose
 */
export async function recogniseCodePage(
  sample: Uint8Array,
  highBytes: Uint8Array,
): Promise<string> {
  const all = await readings(sample)
  const best = Math.max(...all.map(({ fit }) => fit))
  if (best < WORST_FIT)
    throw refusal('is not UTF-8, and no other encoding gives words', all.slice(0, MOST_SHOWN))
  const fitting = all.filter(({ fit }) => fit >= 0.9 * best)
  const different = fitting.filter(
    ({ page, text }, index) =>
      fitting.findIndex(
        (other) => other.text === text && decode(other.page, highBytes) === decode(page, highBytes),
      ) === index,
  )
  const [first, second] = different
  if (!second || first!.confidence > CLEAR * second.confidence) return first!.page
  throw refusal('is not UTF-8, and can be read in several ways', different.slice(0, MOST_SHOWN))
}

/** Lists readings, the most confident first, and among equal ones the more common, as listed. */
async function readings(sample: Uint8Array): Promise<Reading[]> {
  const { detectAll } = await import('jschardet')
  const confidences = new Map<string, number>()
  for (const { encoding, confidence } of detectAll(sample)) {
    const name = String(encoding).toLowerCase()
    const page = OTHER_NAMES[name] ?? name
    confidences.set(page, Math.max(confidence, confidences.get(page) ?? 0))
  }
  return Object.keys(CODE_PAGES)
    .map((page) => {
      const text = decode(page, sample)
      return { page, text, fit: fitOf(page, text), confidence: confidences.get(page) ?? 0 }
    })
    .toSorted((a, b) => b.confidence - a.confidence)
}

/** Uses iconv-lite, because Node's own decoder treats windows-1252 as ISO 8859-1. */
const decode = (page: string, bytes: Uint8Array) => iconv.decode(Buffer.from(bytes), page)

function refusal(what: string, shown: Reading[]): InvalidInput {
  const ways = shown.map(({ page, text }) => {
    const words = [...new Set(wordsBeyondAscii(text))].slice(0, 3)
    return `${page} (${words.join(', ')})`
  })
  return new InvalidInput([
    {
      field: 'encoding',
      message: `the file ${what}: ${ways.join('; ')}; say which is right: --encoding ${shown[0]!.page}`,
    },
  ])
}
