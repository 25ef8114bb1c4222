/** A statement's text and the values of its placeholders: names, or constants in brackets. */
export type Template = { sql: string; slots: (string | [constant: unknown])[] }

/** Values that a driver takes as they are, and lists and objects, which it takes as JSON. */
export type Values = Record<string, string | number | object | null>

/** Returns the values in the order of the placeholders. */
export function paramsOf(slots: Template['slots'], values: Values): unknown[] {
  return slots.map((slot) => {
    if (typeof slot !== 'string') return slot[0]
    const value = values[slot]
    return typeof value === 'object' && value !== null ? JSON.stringify(value) : value
  })
}
