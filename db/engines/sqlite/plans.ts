import { sql, type SQL, type SQLWrapper } from 'drizzle-orm'

// Query planner hints, where SQLite, which has no statistics on how often a value occurs, chooses a far
// slower plan.

/** Reads a table through this index only. */
export const through = (index: string) => sql.raw(`indexed by ${index}`)

/** Fixes the join order: looks up this table once per row of what precedes it. */
export const lookUp = (table: SQLWrapper, on: SQL = sql`true`) => sql`cross join ${table} on ${on}`
