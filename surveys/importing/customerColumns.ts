import { isPlaceholder } from '../placeholders.ts'
import { distinctShare, share, type Column } from './columns.ts'

/**
 * Decides what a column contains whose name only means customers: `Client` may be the company's ids,
 * customers' names or their type.
 * @param people the columns of customers' addresses and names
 * @returns null if it is neither ids nor names
 */
export function customerContentOf(column: Column, people: Column[]): 'customerId' | 'name' | null {
  if (people.some((other) => countDistinct(column) < countDistinct(other))) return null
  const isId = people.length ? isIdLike : isNumberedId
  if (shareOfNamed(column, isId) > 0.8) return 'customerId'
  return shareOfNamed(column, isNameLike) > 0.8 && distinctShare(column) > 0.5 ? 'name' : null
}

/** Whether such a column, with neither ids nor names, still identifies individual customers. */
export function distinguishesCustomers(column: Column): boolean {
  return distinctShare(column) > 0.5 || shareOfNamed(column, isNumberedId) > 0.8
}

function countDistinct(column: Column): number {
  if (column.more) return distinctShare(column) * column.filled
  return [...column.values.keys()].filter((value) => !isPlaceholder(value)).length
}

/** The share of filled cells with a placeholder instead of a customer. */
export const placeholderShare = (column: Column) => share(column, isPlaceholder)

/** The share that passes among cells without a placeholder. */
function shareOfNamed(column: Column, passes: (value: string) => boolean): number {
  const somebody = 1 - placeholderShare(column)
  return somebody ? share(column, (value) => !isPlaceholder(value) && passes(value)) / somebody : 0
}

const isNumberedId = (value: string) => /^\S*\d\S*$/.test(value)

/** `ann_lee` and `K-1`, but not `Premium`. */
const isIdLike = (value: string) => isNumberedId(value) || /^[\p{Ll}_.@-]+$/u.test(value)

const isNameLike = (value: string) =>
  /^(?:[\p{Lu}\p{Lo}][\p{L}\p{M}.'’-]*)(?:\s+[\p{Lu}\p{Lo}][\p{L}\p{M}.'’-]*){1,4}$/u.test(value)
