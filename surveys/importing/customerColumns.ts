import { isPlaceholder } from '../placeholders.ts'
import { distinctShare, share, type Column } from './columns.ts'

/**
 * The content of a column named just by a noun for customers: `Client` may have the company's ids,
 * customers' names, or their type.
 * @param people the columns with customers' addresses and names
 */
export function holdingOf(column: Column, people: Column[]): 'customerId' | 'name' | null {
  if (people.some((other) => differentIn(column) < differentIn(other))) return null
  const isId = people.length ? isIdLike : isNumberedId
  if (named(column, isId) > 0.8) return 'customerId'
  return named(column, isNameLike) > 0.8 && distinctShare(column) > 0.5 ? 'name' : null
}

/** Whether such a column, being neither, still distinguishes customers. */
export function tellsCustomersApart(column: Column): boolean {
  return distinctShare(column) > 0.5 || named(column, isNumberedId) > 0.8
}

function differentIn(column: Column): number {
  if (column.more) return distinctShare(column) * column.filled
  return [...column.values.keys()].filter((value) => !isPlaceholder(value)).length
}

/** The share of filled cells that stand for nobody. */
export const placeholderShare = (column: Column) => share(column, isPlaceholder)

/** How many of the cells that name somebody pass. */
function named(column: Column, passes: (value: string) => boolean): number {
  const somebody = 1 - placeholderShare(column)
  return somebody ? share(column, (value) => !isPlaceholder(value) && passes(value)) / somebody : 0
}

const isNumberedId = (value: string) => /^\S*\d\S*$/.test(value)

/** `ann_lee` and `K-1`, but not `Premium`. */
const isIdLike = (value: string) => isNumberedId(value) || /^[\p{Ll}_.@-]+$/u.test(value)

const isNameLike = (value: string) =>
  /^(?:[\p{Lu}\p{Lo}][\p{L}\p{M}.'’-]*)(?:\s+[\p{Lu}\p{Lo}][\p{L}\p{M}.'’-]*){1,4}$/u.test(value)
