import { maskPersonal } from '../masking/masking.ts'
import { COMMENT, NOTE, PERSONAL, SURVEY } from './searchTerms.ts'
import { searchTokens } from './searchTokens.ts'

// The words by which a response is found: those of its texts, and, marked, those that only leads may
// search for, and those of the notes on its case.

/** Grouped numbers, which people also type without gaps. */
const GROUPED_NUMBER = /\d[\d\s()./-]{3,}\d/g

/**
 * `texts` are comments; `personal` holds the customer's names, addresses and numbers; `notes` what the
 * team wrote about the case.
 */
export type Searchable = {
  surveyId: string
  texts: string[]
  personal: string[]
  notes: string[]
}

/**
 * Builds the words of a response, each between two spaces.
 * @returns null if there is nothing to search for
 */
export function searchWords({ surveyId, texts, personal, notes }: Searchable): string | null {
  if (!texts.length && !personal.length && !notes.length) return null
  const open = searchTokens(texts.map(maskPersonal).join('\n'))
  const closed = tokensOf([...texts, ...personal]).filter((word) => !open.includes(word))
  const noted = tokensOf(notes).filter((word) => !open.includes(word) && !closed.includes(word))
  const words = [
    SURVEY + surveyId,
    ...(texts.length ? [COMMENT] : []),
    ...open,
    ...closed.map((word) => PERSONAL + word),
    ...noted.map((word) => NOTE + word),
  ]
  return ` ${words.join(' ')} `
}

/** The words of texts, and their grouped numbers without gaps. */
function tokensOf(texts: string[]): string[] {
  const numbers = texts.flatMap((text) => text.match(GROUPED_NUMBER) ?? [])
  const joined = numbers.flatMap((number) =>
    // Also without what may be a country code.
    [number, number.replace(/^\d{1,3}\D+/, '')].map((each) => each.replace(/\D/g, '')),
  )
  return searchTokens([...texts, ...joined].join('\n'))
}
