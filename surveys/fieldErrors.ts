import { z } from 'zod'
import type { FieldError } from './errors.ts'

/** Converts Zod's issues to `{ field, message }`; the field is the path from `prefix` on. */
export function fieldErrors(error: z.ZodError, prefix: string[] = []): FieldError[] {
  return error.issues.flatMap((issue): FieldError[] => {
    const path = [...prefix, ...issue.path.map(String)]
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({
        field: [...path, key].join('.'),
        message: 'is not known here',
      }))
    const issues = issue.code === 'invalid_key' ? issue.issues : [issue]
    return issues.map(({ message }) => ({ field: path.join('.') || 'body', message }))
  })
}

// Default messages, worded to follow the field's name.
z.config({ customError: inOwnWords })

function inOwnWords(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? 'must be given'
        : `must be ${KINDS[issue.expected] ?? 'something else'}`
    case 'invalid_value':
      return `must be ${issue.values.length > 1 ? 'one of ' : ''}${issue.values.join(', ')}`
    case 'too_small':
      return `must ${sizeIn(issue.origin, 'at least', issue.minimum)}`
    case 'too_big':
      return `must ${sizeIn(issue.origin, 'at most', issue.maximum)}`
    case 'invalid_format':
      return `must be ${FORMATS[issue.format] ?? 'written otherwise'}`
    default:
      return 'does not fit here'
  }
}

const KINDS: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
}

const FORMATS: Record<string, string> = { email: 'an email address', url: 'an address' }

function sizeIn(origin: string, bound: string, size: number | bigint): string {
  if (origin === 'string') return `have ${bound} ${size} characters`
  if (origin === 'array') return `have ${bound} ${size} entries`
  return `be ${bound} ${size}`
}
