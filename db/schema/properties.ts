import { primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { survey } from './surveys.ts'

/**
 * What keeps properties and values of a survey out of the groups. Value '' is the whole property.
 * `hidden` by an admin; `counting` while its answers are counted anew, `leaving` while its groups go;
 * `full`, with property '', since a property first found no place.
 */
export const grouping = sqliteTable(
  'grouping',
  {
    surveyId: text('survey_id')
      .notNull()
      .references(() => survey.id, { onDelete: 'cascade' }),
    property: text().notNull(),
    value: text().notNull(),
    state: text({ enum: ['hidden', 'counting', 'leaving', 'full'] }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.surveyId, table.property, table.value] })],
)
