/** A statement's text, and what goes where: the name of a value, or in brackets a value itself. */
export type Template = { sql: string; slots: (string | [constant: unknown])[] }

/** What a driver takes as it is, and lists and objects, which it takes as JSON. */
export type Values = Record<string, string | number | object | null>

/** The values in the order of the statement's placeholders. */
export function paramsOf(slots: Template['slots'], values: Values): unknown[] {
  return slots.map((slot) => {
    if (typeof slot !== 'string') return slot[0]
    const value = values[slot]
    return typeof value === 'object' && value !== null ? JSON.stringify(value) : value
  })
}
