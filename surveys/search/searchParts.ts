import { searchTokens } from './searchTokens.ts'
import { searchTerms } from './searchTerms.ts'

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}\p{Cf}׳״]*/gu

/** A part of a text. */
type Part = { text: string; isFound: boolean }

/**
 * Splits a text into whole words that a search found, and the rest.
 * @returns parts that concatenate to the text
 */
export function searchParts(text: string, search: string): Part[] {
  const terms = searchTerms(search, { seesPersonal: false })
  const isFound = (word: string) =>
    searchTokens(word).some((token) =>
      terms.some(({ words: [wanted], isPrefix }) =>
        isPrefix ? token.startsWith(wanted!) : token === wanted,
      ),
    )
  const parts: Part[] = []
  let end = 0
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (!isFound(word)) continue
    if (index > end) parts.push({ text: text.slice(end, index), isFound: false })
    parts.push({ text: word, isFound: true })
    end = index + word.length
  }
  if (end < text.length) parts.push({ text: text.slice(end), isFound: false })
  return parts
}
