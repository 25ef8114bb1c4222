import type { Use } from './uses.ts'

/** With fewer values, a property can't be judged. */
const FEW = 20
/**
 * Share of answers that must have a value of their own, and of values that must look like a number or
 * key.
 */
const NEARLY_ALL = 0.8

/** Whether a property's values identify single answers. */
export function isIdentifier(values: Use[]): boolean {
  const answers = values.reduce((sum, { n }) => sum + n, 0)
  const keys = values.filter(({ name }) => looksLikeKey(name)).length
  return (
    values.length > FEW &&
    values.length >= NEARLY_ALL * answers &&
    keys >= NEARLY_ALL * values.length
  )
}

/** Whether a value is one word with at least four digits, such as `10001`, `A-2024-17` or a UUID. */
function looksLikeKey(value: string): boolean {
  return !/\s/.test(value) && value.replaceAll(/\D/g, '').length >= 4
}
