import type { SQL } from 'drizzle-orm'

/** A condition among the columns of a read: SQLite answers 1 or 0. */
export const truth = (condition: SQL) => (condition as SQL<boolean>).mapWith(Boolean)
