import { sql } from 'drizzle-orm'

// SQLite plans without knowing how often a value occurs. Where it would guess wrong by far, it is told.

/** Reads a table through this index and no other. */
export const through = (index: string) => sql.raw(`indexed by ${index}`)
