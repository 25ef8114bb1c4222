import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { FOLLOW_UP_STATES } from '../../surveys/followUps.ts'
import { user } from './people.ts'
import { response } from './responses.ts'
import { survey } from './surveys.ts'

/** A reply owed to one let-down customer. */
export const followUp = sqliteTable(
  'follow_up',
  {
    id: text().primaryKey(),
    responseNo: integer('response_no')
      .notNull()
      .unique()
      .references(() => response.no, { onDelete: 'cascade' }),
    surveyId: text('survey_id')
      .notNull()
      .references(() => survey.id, { onDelete: 'cascade' }),
    state: text({ enum: FOLLOW_UP_STATES }).notNull(),
    ownerId: text('owner_id').references(() => user.id, { onDelete: 'set null' }),
    /** The latest note; all of them are in the history. */
    note: text(),
    openedAt: integer('opened_at').notNull(),
    /** When the first reply is due; null for imported follow-ups. */
    dueAt: integer('due_at'),
    contactedAt: integer('contacted_at'),
    closedAt: integer('closed_at'),
    updatedAt: integer('updated_at').notNull(),
  },
  (table) => [
    index('follow_up_by_state').on(table.state, table.openedAt, table.id),
    index('follow_up_by_time').on(table.openedAt, table.id),
    index('follow_up_by_owner')
      .on(table.ownerId, table.openedAt, table.id)
      .where(sql`owner_id is not null`),
  ],
)

/** A follow-up's history: who set which state, owner or note. */
export const followUpEvent = sqliteTable(
  'follow_up_event',
  {
    no: integer().primaryKey(),
    followUpId: text('follow_up_id')
      .notNull()
      .references(() => followUp.id, { onDelete: 'cascade' }),
    at: integer().notNull(),
    /** The name of the person or key. */
    by: text().notNull(),
    kind: text({ enum: ['state', 'owner', 'note'] }).notNull(),
    text: text(),
  },
  (table) => [index('follow_up_event_of').on(table.followUpId, table.no)],
)
