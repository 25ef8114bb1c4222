import { z } from 'zod'
import { LONGEST_TAG } from './limits.ts'

/** A team's tag of a response. Semicolons separate tags in exports. */
export const tag = z
  .string('must be text')
  .overwrite((text) => text.normalize('NFC').replace(/\s+/g, ' ').trim())
  .min(1, 'must not be empty')
  .max(LONGEST_TAG, `must have at most ${LONGEST_TAG} characters`)
  .regex(/^[^;\p{C}]*$/u, 'must not contain a semicolon or invisible characters')

/**
 * Writes each tag as a known one that differs only in case, so that a tag has one spelling.
 * @returns the tags, each once
 */
export function spelledAs(known: readonly string[], tags: readonly string[]): string[] {
  const spelling = new Map<string, string>()
  const folded = (text: string) => text.toLowerCase()
  for (const each of [...tags].toReversed()) spelling.set(folded(each), each)
  for (const each of known) if (spelling.has(folded(each))) spelling.set(folded(each), each)
  return [...new Set(tags.map((each) => spelling.get(folded(each))!))]
}
