import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { customer } from './customers.ts'
import { survey } from './surveys.ts'

/** One file brought in: rows read = stored + existing (rejected files store nothing). */
export const importRun = sqliteTable('import_run', {
  id: text().primaryKey(),
  surveyId: text('survey_id')
    .notNull()
    .references(() => survey.id, { onDelete: 'cascade' }),
  fileName: text('file_name').notNull(),
  /** The names of the file's columns: a later file with more of them may have the same rows. */
  columns: text({ mode: 'json' }).$type<string[]>(),
  rows: integer().notNull(),
  stored: integer().notNull(),
  startedAt: integer('started_at').notNull(),
  finishedAt: integer('finished_at'),
  /** The process that stores it, as a host and a number, and when that last said that it is at work. */
  runner: text(),
  aliveAt: integer('alive_at'),
  /** When it began to be taken back: what is left of it counts nowhere and goes bit by bit. */
  undoneAt: integer('undone_at'),
})

/**
 * What was said of a customer, in order, kept for those of whom an import said something and who were
 * known before or are named elsewhere since: taking the import back leaves what the others said.
 */
export const customerMention = sqliteTable(
  'customer_mention',
  {
    no: integer().primaryKey(),
    customerId: text('customer_id')
      .notNull()
      .references(() => customer.id, { onDelete: 'cascade' }),
    /** The import or response that said it; '' for what stood there before the first row. */
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
