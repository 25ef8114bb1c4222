import { maskPersonal } from '../masking/masking.ts'
import { COMMENT, PERSONAL, SURVEY } from './searchTerms.ts'
import { searchTokens } from './searchTokens.ts'

// The words by which a response is found: those of its texts, and, marked, those that only leads may
// search for.

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
  const open = searchTokens(texts.map(maskPersonal).join('\n'))
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
