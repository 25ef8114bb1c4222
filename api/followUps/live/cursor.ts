const LENGTH = 11

/** Encodes a change's number as opaque text that sorts like it. */
export const cursorOf = (no: number) => no.toString(36).padStart(LENGTH, '0')

/** Decodes the number of a change; NaN for text that this server did not create. */
export const numberOf = (cursor: string) =>
  /^[0-9a-z]{11}$/.test(cursor) ? Number.parseInt(cursor, 36) : NaN
