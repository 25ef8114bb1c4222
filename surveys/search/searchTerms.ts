import { searchTokens } from './searchTokens.ts'

// Marks of words in the index: characters that no token contains.

/** Marks words that only leads may search for. */
export const PERSONAL = '~'
/** Marks words of case notes, which only the desk searches. */
export const NOTE = '~~'
export const SURVEY = '@'
export const COMMENT = '#comment'

/** The longest search, in characters; the rest is ignored. */
const LONGEST_SEARCH = 1_000
const MOST_TERMS = 16

/** Words of which a response must have one; with `isPrefix`, a word that begins with one. */
export type Term = { words: string[]; isPrefix: boolean }

/**
 * Splits a search into terms, all of which a response must match: the words as typed, the last one also
 * as the beginning of a word. Quotes and operators have no meaning.
 * @param text only its first thousand characters and sixteen words count
 * @returns empty if the text has no letter or digit
 */
export function searchTerms(
  text: string,
  { seesPersonal, seesNotes = false }: { seesPersonal: boolean; seesNotes?: boolean },
): Term[] {
  const tokens = searchTokens(text.slice(0, LONGEST_SEARCH)).slice(0, MOST_TERMS)
  const marks = ['', ...(seesPersonal ? [PERSONAL] : []), ...(seesNotes ? [NOTE] : [])]
  return tokens.map((token, at) => ({
    words: marks.map((mark) => mark + token),
    // A single character of a script without spaces begins a pair.
    isPrefix: at === tokens.length - 1 || /^[^\p{Script=Latin}\d]$/u.test(token),
  }))
}

export const surveyTerm = (surveyId: string): Term => ({
  words: [SURVEY + surveyId],
  isPrefix: false,
})

export const COMMENT_TERM: Term = { words: [COMMENT], isPrefix: false }

/** Parses a search for a response's number, such as `1234` or `#1234`; null for anything else. */
export function searchedNumber(text: string): number | null {
  const digits = /^\s*#?(\d{1,15})\s*$/.exec(text)?.[1]
  return digits === undefined ? null : Number(digits)
}
