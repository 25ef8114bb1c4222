import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { survey } from './surveys.ts'

/** A team's note on a day of the trend: a release, a new price. */
export const annotation = sqliteTable(
  'annotation',
  {
    id: text().primaryKey(),
    surveyId: text('survey_id')
      .notNull()
      .references(() => survey.id, { onDelete: 'cascade' }),
    day: integer().notNull(),
    text: text().notNull(),
    /** The name of the person or key. */
    by: text().notNull(),
    createdAt: integer('created_at').notNull(),
    /** When it was removed; it can be restored for a day. */
    removedAt: integer('removed_at'),
  },
  (table) => [index('annotation_by_day').on(table.surveyId, table.day, table.id)],
)
