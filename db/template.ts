/** A statement's text, and what goes where: the name of a value, or in brackets a value itself. */
export type Template = { sql: string; slots: (string | [constant: unknown])[] }

/** What a driver takes as it is. */
export type Values = Record<string, string | number | null>

/** The values in the order of the statement's placeholders. */
export function paramsOf(slots: Template['slots'], values: Values): unknown[] {
  return slots.map((slot) => (typeof slot === 'string' ? values[slot] : slot[0]))
}
