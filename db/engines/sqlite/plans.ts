import { sql, type SQL, type SQLWrapper } from 'drizzle-orm'

// SQLite plans without knowing how often a value occurs. Where it would guess wrong by far, it is told.

/** Reads a table through this index and no other. */
export const through = (index: string) => sql.raw(`indexed by ${index}`)

/** Joins what is looked up once for each row of what stands before it, and never the other way round. */
export const lookUp = (table: SQLWrapper, on: SQL = sql`true`) => sql`cross join ${table} on ${on}`
