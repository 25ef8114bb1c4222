// In milliseconds.

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** For how long after it was issued a page may send its answers. */
export const TOKEN_LIFE = 30 * DAY
