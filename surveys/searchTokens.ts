/** Letters that don't decompose into a base letter and a mark, and how people type them. */
const SPELLINGS: Record<string, string> = {
  ...{ ł: 'l', đ: 'd', ð: 'd', ø: 'o', ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th' },
  ...{ ħ: 'h', ı: 'i', ŧ: 't', ŋ: 'n', ĸ: 'k', ə: 'e', ς: 'σ' },
  // Hebrew letters at the end of a word, so that the start of a longer word finds it.
  ...{ ך: 'כ', ם: 'מ', ן: 'נ', ף: 'פ', ץ: 'צ' },
  // Arabic and Persian letters that are typed interchangeably.
  ...{ ٱ: 'ا', ى: 'ي', ی: 'ي', ة: 'ه', ک: 'ك' },
}

const SPELLED = new RegExp(`[${Object.keys(SPELLINGS).join('')}]`, 'gu')

/** Marks of every script, the Arabic tatweel, Hebrew quotation marks in abbreviations, invisible characters. */
const DROPPED = /[\p{M}\p{Cf}ـ׳״]/gu

/** Scripts that are written without spaces between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]+/gu

const WORD = /[\p{L}\p{N}]+/gu

/** Longer words are cut, in texts and queries alike. */
const LONGEST_TOKEN = 40

/**
 * Text without differences of case, marks and spelling: `Łódź` and `lodz` become the same.
 * NFKD: https://unicode.org/reports/tr15/
 */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(DROPPED, '')
    .replace(SPELLED, (letter) => SPELLINGS[letter]!)
}

/**
 * The distinct words of a text, folded, in order of appearance. Scripts without spaces are split into
 * pairs of characters and the last character. A text contains a query if each of the query's tokens
 * is the start of one of the text's: storage and queries use this function, on either engine.
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
