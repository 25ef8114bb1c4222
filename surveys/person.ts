import { z } from 'zod'
import { isNobodysId, isUnfilled } from './placeholders.ts'
import { UNREADABLE } from './questions.ts'

// How links, POST /links and files may say who answers: the same for all of them.

const LONGEST = 200
const LONGEST_EMAIL = 254

/** Spaces and invisible characters around a text, as copying leaves them. */
const STRAY = /^[\s\p{Cf}]+|[\s\p{Cf}]+$/gu

/** RFC 6531: letters of every script; more than one label, the last of them no number. */
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

/** The company's own id for a customer: taken to the letter, but for stray spaces around it. */
export const customerId = line
  .max(LONGEST, tooLong)
  .refine(
    (id) => !isNobodysId(id),
    'must be a customer’s id, not a placeholder or a word for nobody',
  )

/** What a customer is called. */
export const personName = z
  .string('must be text')
  .overwrite((text) => text.replaceAll(/\s+/g, ' '))
  .pipe(line.max(LONGEST, tooLong))
  .refine((name) => !isUnfilled(name), 'must not be a placeholder')

/** An e-mail address. */
export const emailAddress = line
  .max(LONGEST_EMAIL, `must have at most ${LONGEST_EMAIL} characters`)
  .regex(EMAIL, 'must be an e-mail address')

export function isEmailAddress(text: string): boolean {
  return text.includes('@') && emailAddress.safeParse(text).success
}

/** An address as a link's query gives it, in which an unescaped "+" is read as a space. */
export function emailInQuery(text: string): string {
  return text.replaceAll(STRAY, '').replaceAll(' ', '+')
}

/** A whole name from the parts in which it came; `name` may be a first name beside a last name: "Jméno". */
export function wholeName(name: string, firstName: string, lastName: string): string {
  if (!name) return `${firstName} ${lastName}`.trim()
  return firstName || name.includes(lastName) ? name : `${name} ${lastName}`
}
