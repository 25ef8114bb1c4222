/**
 * Letters that don't decompose into a base letter and a mark, each with the letters that people type
 * for it: Latin and Greek letters; final forms of Hebrew ones, so that the start of a longer word finds
 * them; Arabic and Persian letters that are typed interchangeably.
 */
const SPELLINGS = new Map(
  'łl đd ðd øo ßss æae œoe þth ħh ıi ŧt ŋn ĸk əe ςσ ךכ םמ ןנ ףפ ץצ ٱا ىي یي ةه کك'
    .split(' ')
    .map(([letter, ...typed]) => [letter!, typed.join('')]),
)

const SPELLED = new RegExp(`[${[...SPELLINGS.keys()].join('')}]`, 'gu')

/** Marks of every script, the Arabic tatweel, Hebrew quotation marks in abbreviations, invisible characters. */
const DROPPED = /[\p{M}\p{Cf}ـ׳״]/gu

/** Scripts that are written without spaces between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]+/gu

const WORD = /[\p{L}\p{N}]+/gu

/** Longer words are cut, in texts and queries alike, in characters. */
const LONGEST_TOKEN = 40

/**
 * Removes differences of case, marks and spelling: `Łódź` and `lodz` become the same.
 * NFKD: https://unicode.org/reports/tr15/
 */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(DROPPED, '')
    .replace(SPELLED, (letter) => SPELLINGS.get(letter)!)
}

/**
 * Splits a text into its distinct words, folded, in order of appearance. Scripts without spaces are
 * split into pairs of characters and the last character. A text matches a query if each of the query's
 * tokens is the start of one of the text's. Both are split by this function, on every engine.
 */
export function searchTokens(text: string): string[] {
  const spaced = foldText(text).replace(UNSPACED, (run) => ` ${pairsOf(run).join(' ')} `)
  const words = [...spaced.matchAll(WORD)].map(([word]) => cut(word))
  return [...new Set(words)]
}

function pairsOf(run: string): string[] {
  const letters = [...run]
  return letters.map((letter, at) => letter + (letters[at + 1] ?? ''))
}

const cut = (word: string) => [...word].slice(0, LONGEST_TOKEN).join('')
