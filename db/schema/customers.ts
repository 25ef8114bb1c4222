import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

/**
 * A customer. Until the company itself has identified them (`verified`), the record holds only what
 * they were named by: an id or an address. Several customers may share an address; the company's id is
 * unique.
 */
export const customer = sqliteTable(
  'customer',
  {
    id: text().primaryKey(),
    /** The company's own id. */
    externalId: text('external_id').unique(),
    email: text(),
    name: text(),
    createdAt: integer('created_at').notNull(),
    /** When they opted out. */
    optedOutAt: integer('opted_out_at'),
    /** Whether a signed link or an import has identified them. */
    verified: integer({ mode: 'boolean' }).notNull().default(false),
  },
  (table) => [
    index('customer_by_email')
      .on(table.email)
      .where(sql`email is not null`),
    uniqueIndex('customer_without_id')
      .on(table.email)
      .where(sql`external_id is null`),
  ],
)
