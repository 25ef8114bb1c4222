import { searchTokens } from './searchTokens.ts'

// The words by which a response is found: those of its texts, and, marked, those that only leads may
// search for. No token contains the characters of the marks.

const PERSONAL = '~'
const SURVEY = '@'
const COMMENT = '#comment'

/** The longest search, in characters; the rest is ignored. */
const LONGEST_SEARCH = 1_000
const MOST_TERMS = 16

/** Email addresses, account numbers and long numbers within a text, which viewers can't search for. */
const PERSONAL_PARTS = /\S+@\S+|\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{2,4}){3,8}\b|\+?\d[\d\s()./-]{5,}\d/g

/** Grouped numbers, which people also type without gaps. */
const GROUPED_NUMBER = /\d[\d\s()./-]{3,}\d/g

/** `texts` are comments; `personal` holds the customer's names, addresses and numbers. */
export type Searchable = { surveyId: string; texts: string[]; personal: string[] }

/**
 * Builds the words of a response, each between two spaces.
 * @returns null if there is nothing to search for
 */
export function searchWords({ surveyId, texts, personal }: Searchable): string | null {
  if (!texts.length && !personal.length) return null
  const all = [...texts, ...personal]
  const open = searchTokens(texts.map((text) => text.replace(PERSONAL_PARTS, ' ')).join('\n'))
  const numbers = all.flatMap((text) => text.match(GROUPED_NUMBER) ?? [])
  const joined = numbers.flatMap((number) =>
    // Also without what may be a country code.
    [number, number.replace(/^\d{1,3}\D+/, '')].map((each) => each.replace(/\D/g, '')),
  )
  const closed = searchTokens([...all, ...joined].join('\n')).filter((word) => !open.includes(word))
  const words = [
    SURVEY + surveyId,
    ...(texts.length ? [COMMENT] : []),
    ...open,
    ...closed.map((word) => PERSONAL + word),
  ]
  return ` ${words.join(' ')} `
}

/** Words of which a response must have one; with `isPrefix`, a word that begins with one. */
export type Term = { words: string[]; isPrefix: boolean }

/**
 * Splits a search into terms, all of which a response must match: the words as typed, the last one also
 * as the beginning of a word. Quotes and operators have no meaning.
 * @param text only its first thousand characters and sixteen words count
 * @returns empty if the text has no letter or digit
 */
export function searchTerms(text: string, { seesPersonal }: { seesPersonal: boolean }): Term[] {
  const tokens = searchTokens(text.slice(0, LONGEST_SEARCH)).slice(0, MOST_TERMS)
  return tokens.map((token, at) => ({
    words: seesPersonal ? [token, PERSONAL + token] : [token],
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
