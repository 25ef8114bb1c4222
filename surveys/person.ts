import { z } from 'zod'
import { isNobodysId, isUnfilled } from './placeholders.ts'
import { UNREADABLE } from './questions.ts'

// Validates customers' ids, names and addresses alike for links, POST /links and files.

const LONGEST = 200
const LONGEST_EMAIL = 254

/** Spaces and invisible characters around a text, as from copying. */
const STRAY = /^[\s\p{Cf}]+|[\s\p{Cf}]+$/gu

/** RFC 6531: letters of every script; at least two labels, the last of them not a number. */
const EMAIL =
  /^[\p{L}\p{M}\p{N}.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?\.)+(?=.*\p{L})[\p{L}\p{M}\p{N}-]{2,63}$/u

const line = z
  .string('must be text')
  .overwrite((text) => text.normalize('NFC').replaceAll(STRAY, ''))
  .min(1, 'must not be empty')
  .refine((text) => text.isWellFormed(), 'must be well-formed Unicode')
  .refine(
    (text) => !UNREADABLE.test(text) && !text.includes('\n'),
    'must not contain control characters',
  )

const tooLong = `must have at most ${LONGEST} characters`

/** The company's id for a customer: case-sensitive, trimmed. */
export const customerId = line
  .max(LONGEST, tooLong)
  .refine(
    (id) => !isNobodysId(id),
    'must be a customer’s id, not a placeholder or a word for nobody',
  )

/** A customer's name. */
export const personName = z
  .string('must be text')
  .overwrite((text) => text.replaceAll(/\s+/g, ' '))
  .pipe(line.max(LONGEST, tooLong))
  .refine((name) => !isUnfilled(name), 'must not be a placeholder')

/** An email address. */
export const emailAddress = line
  .max(LONGEST_EMAIL, `must have at most ${LONGEST_EMAIL} characters`)
  .regex(EMAIL, 'must be an email address')

export function isEmailAddress(text: string): boolean {
  return text.includes('@') && emailAddress.safeParse(text).success
}

/** Restores an address from a link's query, in which an unescaped "+" was decoded as a space. */
export function emailInQuery(text: string): string {
  return text.replaceAll(STRAY, '').replaceAll(' ', '+')
}

/** Joins a name's parts; `name` may be a first name if there is a last name, as with "Jméno". */
export function wholeName(name: string, firstName: string, lastName: string): string {
  if (!name) return `${firstName} ${lastName}`.trim()
  return firstName || name.includes(lastName) ? name : `${name} ${lastName}`
}
