import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { survey } from './surveys.ts'

/** What happened on a day, as the team tells it: a release, a new price. It stands on the trend. */
export const annotation = sqliteTable(
  'annotation',
  {
    id: text().primaryKey(),
    surveyId: text('survey_id')
      .notNull()
      .references(() => survey.id, { onDelete: 'cascade' }),
    day: integer().notNull(),
    text: text().notNull(),
    /** The name of the person or key that made it. */
    by: text().notNull(),
    createdAt: integer('created_at').notNull(),
    /** Gone from the trend; for a day it can be taken back. */
    removedAt: integer('removed_at'),
  },
  (table) => [index('annotation_by_day').on(table.surveyId, table.day, table.id)],
)
