import type { SQL } from 'drizzle-orm'

/** Reads a condition as a column; SQLite returns 1 or 0. */
export const truth = (condition: SQL) => (condition as SQL<boolean>).mapWith(Boolean)
