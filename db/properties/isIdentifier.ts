import type { Use } from './uses.ts'

/** Fewer values tell nothing, as in files. */
const FEW = 20
/** Of so many answers each has a value of its own, and so many of these look like a number or key. */
const NEARLY_ALL = 0.8

/** Whether a property with these values, given in so many answers, identifies single answers. */
export function isIdentifier(values: Use[]): boolean {
  const answers = values.reduce((sum, { n }) => sum + n, 0)
  const keys = values.filter(({ name }) => looksLikeKey(name)).length
  return (
    values.length > FEW &&
    values.length >= NEARLY_ALL * answers &&
    keys >= NEARLY_ALL * values.length
  )
}

/** One word with four digits or more, as `10001`, `A-2024-17` or a UUID have. */
function looksLikeKey(value: string): boolean {
  return !/\s/.test(value) && value.replaceAll(/\D/g, '').length >= 4
}
