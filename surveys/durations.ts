// Durations in milliseconds.

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** How long a page may send answers after it was issued. */
export const TOKEN_LIFE = 30 * DAY
