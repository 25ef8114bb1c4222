import type { SQL } from 'drizzle-orm'

/** A condition as a column of a read: SQLite returns 1 or 0. */
export const truth = (condition: SQL) => (condition as SQL<boolean>).mapWith(Boolean)
