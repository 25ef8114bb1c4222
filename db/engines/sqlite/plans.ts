import { sql, type SQL, type SQLWrapper } from 'drizzle-orm'

// SQLite has no statistics on how often a value occurs. These hints correct plans that it gets badly
// wrong.

/** Reads a table through this index only. */
export const through = (index: string) => sql.raw(`indexed by ${index}`)

/** Fixes the join order: looks up this table once per row of what precedes it. */
export const lookUp = (table: SQLWrapper, on: SQL = sql`true`) => sql`cross join ${table} on ${on}`
