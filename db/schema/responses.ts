import { sql } from 'drizzle-orm'
import {
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  type SQLiteColumn,
} from 'drizzle-orm/sqlite-core'
import type { Answers, Properties } from '../../surveys/answers.ts'
import { customer } from './customers.ts'
import { importRun } from './importing.ts'
import { survey } from './surveys.ts'

/**
 * Only `partial` and `complete` count. `staged` belongs to an import that has not finished;
 * `unconfirmed` came with a link and no human act yet; `suspected` looks like a robot's; `test` was
 * given by the team on trial.
 */
export const RESPONSE_STATES = [
  'partial',
  'complete',
  'staged',
  'unconfirmed',
  'suspected',
  'test',
  'erased',
] as const

/** The way in which an answer came. */
export const SOURCES = ['link', 'widget', 'kiosk', 'import', 'example'] as const

/** The states of what is shown apart: kept, not counted, alerting nobody. */
export const EXCLUDED_STATES = ['unconfirmed', 'suspected', 'test'] as const

/**
 * Why a response is taken for a robot's: one page gave several `scores` by itself, or one customer's
 * `links` were all opened; a field or link that people never meet was filled (`honeypot`) or followed
 * (`hidden`); words came `fast`er than anyone writes; it did not work for its answer while it had to
 * (`proof`); it came with a `flood` of them; a kiosk gave it at a `pace` that is no human's; or a `person`
 * said so.
 */
export const SPAM_REASONS = [
  'scores',
  'links',
  'honeypot',
  'hidden',
  'fast',
  'proof',
  'flood',
  'pace',
  'person',
] as const

export type SpamReason = (typeof SPAM_REASONS)[number]

const BANDS = ['unhappy', 'neutral', 'happy'] as const

export const response = sqliteTable(
  'response',
  {
    no: integer().primaryKey(),
    id: text().notNull().unique(),
    surveyId: text('survey_id')
      .notNull()
      .references(() => survey.id, { onDelete: 'cascade' }),
    version: integer().notNull(),
    customerId: text('customer_id').references(() => customer.id, { onDelete: 'set null' }),
    importId: text('import_id').references(() => importRun.id),
    source: text({ enum: SOURCES }).notNull(),
    language: text(),
    properties: text({ mode: 'json' }).$type<Properties>().notNull(),
    /** The band of the survey's main score. */
    band: text({ enum: BANDS }),
    state: text({ enum: RESPONSE_STATES }).notNull(),
    /** Counts the saves of one page, so that a late older save can't undo a newer one. */
    revision: integer().notNull(),
    answeredAt: integer('answered_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
    day: integer().notNull(),
    /** Why it was taken for a robot's; kept when a person restores it, who is not overruled. */
    spamReason: text('spam_reason', { enum: SPAM_REASONS }),
    /** Whether a signed link named the customer; anyone can write another link, and name anybody. */
    customerVerified: integer('customer_verified', { mode: 'boolean' }).notNull().default(false),
    /** Whether its link had a signature that does not fit: it was cut or changed on its way. */
    badSignature: integer('bad_signature', { mode: 'boolean' }).notNull().default(false),
    /** When whoever answered said that this customer is not to be asked again, unverified. */
    optOutAskedAt: integer('opt_out_asked_at'),
    /** What an unsigned link said of the customer, who gets none of it. */
    claimedName: text('claimed_name'),
    claimedEmail: text('claimed_email'),
    /** What else the link or file said of the person, such as a phone number: never told to a viewer. */
    personal: text({ mode: 'json' }).$type<Properties>(),
    /** The names of what the link said and could not be used. */
    unusable: text({ mode: 'json' }).$type<string[]>(),
  },
  (table) => [
    index('response_by_time').on(table.surveyId, table.answeredAt, table.no),
    index('response_by_band').on(table.surveyId, table.band, table.answeredAt, table.no),
    index('response_by_customer')
      .on(table.customerId)
      .where(sql`customer_id is not null`),
    // Which row of a file it was, whatever date was read: the part of the id behind its time.
    index('response_by_row')
      .on(sql`substr(id, 16)`)
      .where(sql`source = 'import'`),
    index('response_staged')
      .on(table.importId)
      .where(sql`state = 'staged'`),
    index('response_excluded')
      .on(table.surveyId, table.answeredAt, table.no)
      .where(sql`state in ('unconfirmed', 'suspected', 'test')`),
  ],
)

/** Whether a row of a table belongs to `response`; both keys, so that they are looked for in one place. */
export const isOf = (table: { surveyId: SQLiteColumn; responseNo: SQLiteColumn }) =>
  sql`${table.responseNo} = ${response.no} and ${table.surveyId} = ${response.surveyId}`

// What belongs to a response holds its survey in its key, by which a database of several servers places it
// (docs/decisions/0021).

/** `value` is a score, `text` a comment, an option's id or a JSON list of option ids. */
export const answer = sqliteTable(
  'answer',
  {
    responseNo: integer('response_no')
      .notNull()
      .references(() => response.no, { onDelete: 'cascade' }),
    surveyId: text('survey_id').notNull(),
    question: text().notNull(),
    value: integer(),
    text: text(),
  },
  (table) => [primaryKey({ columns: [table.responseNo, table.surveyId, table.question] })],
)

/**
 * What each opened page of one mail's links chose. They are one response, which says what the choice that
 * stands says (surveys/mailChoices.ts); the others are kept here.
 */
export const mailChoice = sqliteTable(
  'mail_choice',
  {
    responseNo: integer('response_no')
      .notNull()
      .references(() => response.no, { onDelete: 'cascade' }),
    surveyId: text('survey_id').notNull(),
    page: text().notNull(),
    /** Counts the saves of its page. */
    pageRevision: integer('page_revision').notNull(),
    version: integer().notNull(),
    linkScore: integer('link_score'),
    openedAt: integer('opened_at').notNull(),
    at: integer().notNull(),
    answeredAt: integer('answered_at').notNull(),
    complete: integer({ mode: 'boolean' }).notNull(),
    spamReason: text('spam_reason', { enum: SPAM_REASONS }),
    answers: text({ mode: 'json' }).$type<Answers>().notNull(),
    /** Whether the link that opened the page was signed, and so can't be made up. */
    signed: integer({ mode: 'boolean' }).notNull().default(false),
    /** Whether it was the first choice of its response, whose page was told the feedback address. */
    isFirst: integer('is_first', { mode: 'boolean' }).notNull().default(false),
  },
  (table) => [primaryKey({ columns: [table.responseNo, table.surveyId, table.page] })],
)

/** What a customer added to a response later, in their own words. */
export const addition = sqliteTable(
  'addition',
  {
    no: integer().primaryKey(),
    responseNo: integer('response_no')
      .notNull()
      .references(() => response.no, { onDelete: 'cascade' }),
    surveyId: text('survey_id').notNull(),
    at: integer().notNull(),
    text: text().notNull(),
  },
  (table) => [index('addition_of').on(table.responseNo, table.surveyId, table.no)],
)

/** Who said of a response that it does not count, or that it does, and what it was before. */
export const review = sqliteTable(
  'review',
  {
    no: integer().primaryKey(),
    responseNo: integer('response_no')
      .notNull()
      .references(() => response.no, { onDelete: 'cascade' }),
    surveyId: text('survey_id').notNull(),
    at: integer().notNull(),
    /** The name of the person or key. */
    by: text().notNull(),
    counts: integer({ mode: 'boolean' }).notNull(),
    was: text({ enum: RESPONSE_STATES }).notNull(),
    /** Why it was suspected before. */
    spamReason: text('spam_reason', { enum: SPAM_REASONS }),
    /** The id of the flood that was reviewed as a whole; null for a response reviewed by itself. */
    flood: text(),
  },
  (table) => [index('review_of').on(table.responseNo, table.surveyId, table.no)],
)
