/**
 * The non-ASCII letters of each language, by family of code pages. In languages with Latin letters they
 * occur within words of ASCII letters; other scripts form whole words.
 */
const LATIN: Record<string, string[]> = {
  central: [
    'áčďéěíňóřšťúůýž',
    'áäčďéíĺľňóôŕšťúýž',
    'ąćęłńóśźż',
    'áéíóöőúüű',
    'ăâîşţ',
    'čćđšž',
    'äöüß',
    'çë',
  ],
  western: [
    'äöüß',
    'àâæçèéêëîïôùûüÿœ',
    'áéíñóúüç',
    'áàâãçéêíóôõú',
    'àèéìíòóù',
    'æøåéó',
    'åäöé',
    'áæéíðóöúýþ',
    'éëïóöè',
    'àçèéíïòóúü',
    'àâçèéêëïñóöü',
  ],
  turkish: ['çğıiöşüâî'],
  baltic: ['ąčęėįšųūž', 'āčēģīķļņšūž', 'äõöüšž'],
}
const SCRIPTS: Record<string, RegExp> = {
  hebrew: /^[א-ת\u05b0-\u05c4]+$/,
  cyrillic: /^([а-яё]+|[а-щьюяєіїґ']+|[абвгдђежзијклљмнњопрстћуфхцчџш]+)$/,
  greek: /^[α-ωάέήίόύώϊϋΐΰ]+$/,
  arabic: /^[ء-ي\u064b-\u0652پچژگکی]+$/,
  eastAsian: /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}ー々、。！？]+$/u,
}

/** Supported code pages and the family of languages that each is for. */
export const CODE_PAGES: Record<string, string> = {
  'windows-1252': 'western',
  'windows-1250': 'central',
  'iso-8859-2': 'central',
  'windows-1255': 'hebrew',
  'windows-1251': 'cyrillic',
  'windows-1253': 'greek',
  'windows-1254': 'turkish',
  'windows-1256': 'arabic',
  'windows-1257': 'baltic',
  'iso-8859-15': 'western',
  'iso-8859-8': 'hebrew',
  'iso-8859-7': 'greek',
  'koi8-r': 'cyrillic',
  macintosh: 'western',
  cp852: 'central',
  maccenteuro: 'central',
  shift_jis: 'eastAsian',
  gb18030: 'eastAsian',
  big5: 'eastAsian',
  'euc-kr': 'eastAsian',
  'euc-jp': 'eastAsian',
}

/** A word with at least one non-ASCII character. */
const WORD = /\p{L}*[^\0-\x7f](?:\p{L}|[^\0-\x7f])*/gu
/** Punctuation next to words; signs only if no letter follows. */
const MARKS = /[\u00a0«»“”„‚‘’‹›–—…]|[·•€£§©®™°№](?!\p{L})/gu

/**
 * Rates how plausible a code page is for a text.
 * @param text as decoded with the page
 * @returns the share (0–1) of words with non-ASCII letters that are spelt with one language's letters;
 *          halved if the text contains control characters, a sign of another page
 */
export function fitOf(page: string, text: string): number {
  const words = wordsBeyondAscii(text)
  if (!words.length) return 0
  const family = CODE_PAGES[page]!
  const tests = LATIN[family]?.map(latinTest) ?? [
    (word: string) => SCRIPTS[family]!.test(word.toLowerCase()),
  ]
  const best = Math.max(...tests.map((fits) => words.filter(fits).length))
  return (best / words.length) * (/[\x80-\x9f\ufffd]/.test(text) ? 0.5 : 1)
}

/** The first 2,000 words that contain non-ASCII letters. */
export function wordsBeyondAscii(text: string): string[] {
  return (text.replace(MARKS, ' ').match(WORD) ?? []).slice(0, 2_000)
}

/** Tests for a word of one language: capitals only first or throughout, and not every letter accented. */
function latinTest(letters: string): (word: string) => boolean {
  const own = new RegExp(`^[a-z${letters}]+$`)
  return (word) => {
    const small = word.toLowerCase()
    const cased = word.slice(1) === small.slice(1) || word === word.toUpperCase()
    return own.test(small) && cased && (word.length < 3 || /[a-z]/.test(small))
  }
}
