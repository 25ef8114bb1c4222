import { InvalidInput } from '../errors.ts'
import type { Column } from './columns.ts'

/** Creates an error that says which option to add, or what to change in the file. */
export function refusal(message: string, field = 'file'): InvalidInput {
  return new InvalidInput([{ field, message }])
}

/** Removes command-line options from a message, for screens that offer fields instead. */
export function withoutOptions(message: string): string {
  return message
    .replace(/^--([\w-]+) (?=takes )/, '$1 ')
    .replace(/(?:;|,? or| \((?=--))[^;]* --[^;]*/g, '')
    .replace(/(?:;| \((?=--))[^;]*--[^;]*/g, '')
}

/** The names of columns, in quotes. */
export function listed(columns: Column[]): string {
  return columns.map(({ name }) => quoted(name)).join(', ') || 'none'
}

export const quoted = (name: string) => `"${name}"`
