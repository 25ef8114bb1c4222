import { primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { survey } from './surveys.ts'

/**
 * Properties and values of a survey that have no groups, and why. Value '' is the whole property.
 * `hidden`: by an admin. `counting`: its answers are being recounted. `leaving`: its groups are being
 * removed. `full`, with property '': a property found no room.
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
