import { sql, type SQL } from 'drizzle-orm'
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { FOLLOW_UP_STATES } from '../../surveys/followUps.ts'
import { user } from './people.ts'
import { response } from './responses.ts'
import { survey } from './surveys.ts'

/**
 * The order of the list as one number: new follow-ups by their deadline, then contacted ones, then new
 * ones without a deadline, newest first, and finally closed ones, latest first.
 */
// Contains no commas, since drizzle-kit would take them for separators of the index's columns.
const RANK = `case
  when state = 'new' and due_at is not null then due_at
  when state = 'new' then 8000000000000000 - opened_at
  when state = 'contacted' and due_at is not null then 4000000000000000 + due_at
  when state = 'contacted' then 4000000000000000 + opened_at
  when closed_at is not null then 9000000000000000 - closed_at
  else 9000000000000000 - opened_at end`

/** Closed follow-ups rank at or above this, open ones below. */
export const CLOSED_FROM = 8_500_000_000_000_000

/** The rank for a query, in which columns need their table's name. */
export const rankOf = (table: string): SQL<number> =>
  sql.raw(RANK.replace(/\b(state|\w+_at)\b/g, `"${table}"."$1"`)) as SQL<number>

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
    /** The latest note; the history has all of them. */
    note: text(),
    openedAt: integer('opened_at').notNull(),
    /** When the first reply is due; null for imported follow-ups. */
    dueAt: integer('due_at'),
    contactedAt: integer('contacted_at'),
    closedAt: integer('closed_at'),
    updatedAt: integer('updated_at').notNull(),
    /** Why it was closed: one of the reasons of its state. */
    reason: text(),
  },
  (table) => [
    index('follow_up_by_rank').on(sql.raw(RANK), table.id),
    index('follow_up_by_owner').on(table.ownerId, sql.raw(RANK), table.id),
    index('follow_up_by_survey').on(table.surveyId, sql.raw(RANK), table.id),
  ],
)

/** A follow-up's history: who changed the state, owner or note, or logged a contact. */
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
    kind: text({ enum: ['state', 'owner', 'note', 'contact'] }).notNull(),
    text: text(),
    /** The reason of a state, or the channel of a contact. */
    detail: text(),
    /** The previous state, or the previous owner's id. */
    was: text(),
    /** Id of the bulk change that this was part of. */
    batch: text(),
  },
  (table) => [
    index('follow_up_event_of').on(table.followUpId, table.no),
    index('follow_up_event_of_batch')
      .on(table.batch)
      .where(sql`batch is not null`),
  ],
)

/**
 * Changes of cases in the order of their commits, for desks that are open; triggers add them, and only
 * the latest are kept. A state is null where the case is not shown: before it was opened, and once it
 * was withdrawn or its response is excluded.
 */
export const followUpChange = sqliteTable('follow_up_change', {
  no: integer().primaryKey(),
  followUpId: text('follow_up_id').notNull(),
  surveyId: text('survey_id').notNull(),
  wasState: text('was_state', { enum: FOLLOW_UP_STATES }),
  wasOwnerId: text('was_owner_id'),
  state: text({ enum: FOLLOW_UP_STATES }),
  ownerId: text('owner_id'),
  /** Whether the customer's answer changed, not the case itself. */
  isAnswer: integer('is_answer', { mode: 'boolean' }).notNull().default(false),
})
