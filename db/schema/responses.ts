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
 * Only `partial` and `complete` count. `staged` belongs to an unfinished import; `unconfirmed` has no
 * human act yet; `suspected` looks automatic; `test` is the team's own trial.
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

/** The channel that a response came through. */
export const SOURCES = ['link', 'widget', 'kiosk', 'import', 'example'] as const

/** States that are stored but not counted, and raise no alert. */
export const EXCLUDED_STATES = ['unconfirmed', 'suspected', 'test'] as const

/**
 * Why a response looks automatic. `scores`: one page gave several scores by itself. `links`: all links
 * of one email were opened. `honeypot`: a field that people don't see was filled in. `hidden`: a link
 * that they don't see was followed. `fast`: text came faster than anyone writes. `proof`: a required
 * proof of work was missing. `flood`: it came in a flood. `pace`: a kiosk gave answers faster than
 * people can. `person`: a person excluded it.
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
    band: text({ enum: BANDS }),
    state: text({ enum: RESPONSE_STATES }).notNull(),
    /** Counts a page's saves, so that a late older save can't undo a newer one. */
    revision: integer().notNull(),
    answeredAt: integer('answered_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
    day: integer().notNull(),
    /** Why it looked automatic; kept if a person counts it, since their decision stands. */
    spamReason: text('spam_reason', { enum: SPAM_REASONS }),
    /** Whether a signed link identified the customer; anyone can write an unsigned link. */
    customerVerified: integer('customer_verified', { mode: 'boolean' }).notNull().default(false),
    /** Whether its link's signature was invalid: truncated or changed. */
    badSignature: integer('bad_signature', { mode: 'boolean' }).notNull().default(false),
    /** When an unverified respondent asked not to be asked again. */
    optOutAskedAt: integer('opt_out_asked_at'),
    /** What an unsigned link claimed about the customer, not written to the customer record. */
    claimedName: text('claimed_name'),
    claimedEmail: text('claimed_email'),
    /** Other personal data from the link or file, such as a phone number: never shown to viewers. */
    personal: text({ mode: 'json' }).$type<Properties>(),
    /** Names of link parameters that could not be used. */
    unusable: text({ mode: 'json' }).$type<string[]>(),
  },
  (table) => [
    index('response_by_time').on(table.surveyId, table.answeredAt, table.no),
    index('response_by_band').on(table.surveyId, table.band, table.answeredAt, table.no),
    index('response_by_customer')
      .on(table.customerId)
      .where(sql`customer_id is not null`),
    // Finds a file's row whatever date was read for it, by the part of the id after its time.
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

/**
 * Joins a row to `response` by number and survey, so that a database on several servers finds both in
 * one place.
 */
export const isOf = (table: { surveyId: SQLiteColumn; responseNo: SQLiteColumn }) =>
  sql`${table.responseNo} = ${response.no} and ${table.surveyId} = ${response.surveyId}`

// Parts of a response have its survey in their key, by which a database on several servers places them
// (docs/decisions/0021).

/** `value` is a score, a text, an option's id or a JSON list of option ids. */
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
 * The choice of each page opened from one email's links. They are one response, which shows the choice
 * that applies (surveys/mailChoices.ts).
 */
export const mailChoice = sqliteTable(
  'mail_choice',
  {
    responseNo: integer('response_no')
      .notNull()
      .references(() => response.no, { onDelete: 'cascade' }),
    surveyId: text('survey_id').notNull(),
    page: text().notNull(),
    /** Revision of the page's save. */
    pageRevision: integer('page_revision').notNull(),
    version: integer().notNull(),
    linkScore: integer('link_score'),
    openedAt: integer('opened_at').notNull(),
    at: integer().notNull(),
    answeredAt: integer('answered_at').notNull(),
    complete: integer({ mode: 'boolean' }).notNull(),
    spamReason: text('spam_reason', { enum: SPAM_REASONS }),
    answers: text({ mode: 'json' }).$type<Answers>().notNull(),
    /** Whether the page's link was signed. */
    signed: integer({ mode: 'boolean' }).notNull().default(false),
    /** Whether it was its response's first choice, whose page got the feedback URL. */
    isFirst: integer('is_first', { mode: 'boolean' }).notNull().default(false),
  },
  (table) => [primaryKey({ columns: [table.responseNo, table.surveyId, table.page] })],
)

/** Text that a customer added to a response later. */
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

/** Who excluded or counted a response, and its state before that. */
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
    /** The spam reason before that. */
    spamReason: text('spam_reason', { enum: SPAM_REASONS }),
    /** The flood that was reviewed as a whole; null for a single response. */
    flood: text(),
  },
  (table) => [index('review_of').on(table.responseNo, table.surveyId, table.no)],
)

/** A team's tags of responses, which no score depends on. */
export const responseTag = sqliteTable(
  'response_tag',
  {
    responseNo: integer('response_no')
      .notNull()
      .references(() => response.no, { onDelete: 'cascade' }),
    surveyId: text('survey_id').notNull(),
    tag: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.responseNo, table.surveyId, table.tag] }),
    index('response_tag_by_tag').on(table.surveyId, table.tag, table.responseNo),
  ],
)
