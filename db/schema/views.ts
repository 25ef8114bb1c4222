import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { VIEWED_PAGES } from '../../surveys/views.ts'
import { user } from './people.ts'
import { survey } from './surveys.ts'

/** A page's filter under a name, for its owner or for everyone. */
export const savedView = sqliteTable(
  'saved_view',
  {
    id: text().primaryKey(),
    page: text({ enum: VIEWED_PAGES }).notNull(),
    /** The survey of a trend; null for the desk. */
    surveyId: text('survey_id').references(() => survey.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    /** The query of the page's address. */
    search: text().notNull(),
    /** Null for one that a key created. */
    ownerId: text('owner_id').references(() => user.id, { onDelete: 'cascade' }),
    shared: integer({ mode: 'boolean' }).notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [index('saved_view_of_page').on(table.page, table.surveyId, table.id)],
)
