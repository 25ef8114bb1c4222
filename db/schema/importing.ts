import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { customer } from './customers.ts'
import { survey } from './surveys.ts'

/** One imported file. `rows` read = `stored` + those that existed; a rejected file stores nothing. */
export const importRun = sqliteTable('import_run', {
  id: text().primaryKey(),
  surveyId: text('survey_id')
    .notNull()
    .references(() => survey.id, { onDelete: 'cascade' }),
  fileName: text('file_name').notNull(),
  /**
   * The file's columns, by which a later file with further columns is recognised as having the same
   * rows.
   */
  columns: text({ mode: 'json' }).$type<string[]>(),
  rows: integer().notNull(),
  stored: integer().notNull(),
  startedAt: integer('started_at').notNull(),
  finishedAt: integer('finished_at'),
  /** The importing process, as host and process id, and when it last reported that it is alive. */
  runner: text(),
  aliveAt: integer('alive_at'),
  /** When undoing began. What is left of the import counts nowhere and is deleted in chunks. */
  undoneAt: integer('undone_at'),
})

/**
 * All mentions of a customer in order, stored for customers whom an import named and who were known
 * before or have been named elsewhere since. Undoing the import restores the other mentions.
 */
export const customerMention = sqliteTable(
  'customer_mention',
  {
    no: integer().primaryKey(),
    customerId: text('customer_id')
      .notNull()
      .references(() => customer.id, { onDelete: 'cascade' }),
    /** The import or response; '' for what the record held before the first row. */
    saidBy: text('said_by').notNull(),
    importId: text('import_id').references(() => importRun.id, { onDelete: 'cascade' }),
    externalId: text('external_id'),
    email: text(),
    name: text(),
    verified: integer({ mode: 'boolean' }).notNull(),
  },
  (table) => [
    uniqueIndex('customer_mention_once').on(table.customerId, table.saidBy),
    index('customer_mention_by_import')
      .on(table.importId)
      .where(sql`import_id is not null`),
  ],
)
