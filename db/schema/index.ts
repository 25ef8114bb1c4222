import { sql } from 'drizzle-orm'
import {
  index,
  integer,
  primaryKey,
  sqliteTable,
  sqliteView,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core'
import type { Answers, Properties } from '../../surveys/answers.ts'
import { FOLLOW_UP_STATES, type FollowUpState } from '../../surveys/followUps.ts'
import type { SurveyDefinition, SurveyDraft } from '../../surveys/definition.ts'
import type { AlertFacts } from '../../surveys/watching/facts.ts'
import type { Week } from '../../surveys/watching/baseline.ts'
import type { WatchRules } from '../../surveys/watching/rules.ts'

export { FOLLOW_UP_STATES, type FollowUpState }

// Times are milliseconds since 1970 UTC; a day is the number of days since 1970-01-01 in the
// workspace's time zone. Ids that leave the house are text; `no` never leaves it.

export const ROLES = ['viewer', 'lead', 'admin'] as const
export const SURVEY_STATES = ['draft', 'live', 'paused', 'archived'] as const
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
 * `links` were all opened; a field or link that people never meet was filled (`trap`) or followed
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
export const ALERT_KINDS = ['shift', 'share', 'silence'] as const
const METRICS = ['nps', 'csat', 'ces'] as const
const BANDS = ['unhappy', 'neutral', 'happy'] as const

/** The one row of settings that belong to the data rather than to the process. */
export const workspace = sqliteTable('workspace', {
  id: integer().primaryKey(),
  name: text().notNull(),
  timeZone: text('time_zone').notNull(),
  /** Signs the tokens of the respondent's page and the sessions. */
  secret: text().notNull(),
  createdAt: integer('created_at').notNull(),
})

export const survey = sqliteTable('survey', {
  id: text().primaryKey(),
  slug: text().notNull().unique(),
  name: text().notNull(),
  state: text({ enum: SURVEY_STATES }).notNull(),
  /** The definition as the editor last saved it; publishing freezes it into a version. */
  draft: text({ mode: 'json' }).$type<SurveyDraft>().notNull(),
  /** Counts the saves of the draft, so that of two editors none undoes the other's unseen. */
  draftRevision: integer('draft_revision').notNull().default(0),
  /** The name of whoever saved it last. */
  draftBy: text('draft_by'),
  draftAt: integer('draft_at'),
  /** The version that is asked now; null until first published. */
  version: integer(),
  /** Since when a published survey takes no answers; null while it does. */
  closedAt: integer('closed_at'),
  example: integer({ mode: 'boolean' }).notNull().default(false),
  createdAt: integer('created_at').notNull(),
  updatedAt: integer('updated_at').notNull(),
})

/** Immutable: a response names the version it answered. */
export const surveyVersion = sqliteTable(
  'survey_version',
  {
    surveyId: text('survey_id')
      .notNull()
      .references(() => survey.id, { onDelete: 'cascade' }),
    version: integer().notNull(),
    definition: text({ mode: 'json' }).$type<SurveyDefinition>().notNull(),
    publishedAt: integer('published_at').notNull(),
    /** The name of the person or key that published it. */
    publishedBy: text('published_by'),
  },
  (table) => [primaryKey({ columns: [table.surveyId, table.version] })],
)

/**
 * A person who answers. Until the company itself has named them (`verified`), all that is known is what
 * they were named by: an id, or an address. Several may share one address; the company's id is the person.
 */
export const customer = sqliteTable(
  'customer',
  {
    id: text().primaryKey(),
    /** The company's own id for this customer. */
    externalId: text('external_id').unique(),
    email: text(),
    name: text(),
    createdAt: integer('created_at').notNull(),
    /** When they said that they are not to be asked any more. */
    optedOutAt: integer('opted_out_at'),
    /** Whether a signed link or an import has named them. */
    verified: integer({ mode: 'boolean' }).notNull().default(false),
  },
  (table) => [
    index('customer_by_email')
      .on(table.email)
      .where(sql`email is not null`),
    uniqueIndex('customer_without_id')
      .on(table.email)
      .where(sql`external_id is null`),
  ],
)

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

/** `value` is a score, `text` a comment, an option's id or a JSON list of option ids. */
export const answer = sqliteTable(
  'answer',
  {
    responseNo: integer('response_no')
      .notNull()
      .references(() => response.no, { onDelete: 'cascade' }),
    question: text().notNull(),
    value: integer(),
    text: text(),
  },
  (table) => [primaryKey({ columns: [table.responseNo, table.question] })],
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
  (table) => [primaryKey({ columns: [table.responseNo, table.page] })],
)

/** What a customer added to a response later, in their own words. */
export const addition = sqliteTable(
  'addition',
  {
    no: integer().primaryKey(),
    responseNo: integer('response_no')
      .notNull()
      .references(() => response.no, { onDelete: 'cascade' }),
    at: integer().notNull(),
    text: text().notNull(),
  },
  (table) => [index('addition_of').on(table.responseNo, table.no)],
)

/** Who said of a response that it does not count, or that it does, and what it was before. */
export const review = sqliteTable(
  'review',
  {
    no: integer().primaryKey(),
    responseNo: integer('response_no')
      .notNull()
      .references(() => response.no, { onDelete: 'cascade' }),
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
  (table) => [index('review_of').on(table.responseNo, table.no)],
)

/**
 * A group of a survey's responses: those with one value of one property. Property '' is everyone;
 * value '' gathers the values that came after the property had as many as it may have.
 */
export const segment = sqliteTable(
  'segment',
  {
    id: integer().primaryKey(),
    surveyId: text('survey_id')
      .notNull()
      .references(() => survey.id, { onDelete: 'cascade' }),
    property: text().notNull(),
    value: text().notNull(),
  },
  (table) => [uniqueIndex('segment_of_survey').on(table.surveyId, table.property, table.value)],
)

export const responseSegment = sqliteTable(
  'response_segment',
  {
    responseNo: integer('response_no')
      .notNull()
      .references(() => response.no, { onDelete: 'cascade' }),
    /** No reference: it would have to be searched for, and so indexed, whenever a survey goes. */
    segmentId: integer('segment_id').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.responseNo, table.segmentId] }),
    index('response_segment_members').on(table.segmentId, table.responseNo),
  ],
)

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

const counter = () => integer().notNull()

/** The values of the longest scale. */
export const VALUES = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const
type Counter = `n${(typeof VALUES)[number]}`
const counters = Object.fromEntries(VALUES.map((value) => [`n${value}`, counter()])) as Record<
  Counter,
  ReturnType<typeof counter>
>

/**
 * (segment, question, day) → how many gave each value, a histogram in a row: the sum of
 * `contribution`, moved with every write.
 */
export const scoreboard = sqliteTable(
  'scoreboard',
  {
    segmentId: integer('segment_id')
      .notNull()
      .references(() => segment.id, { onDelete: 'cascade' }),
    question: text().notNull(),
    day: integer().notNull(),
    ...counters,
  },
  (table) => [primaryKey({ columns: [table.segmentId, table.question, table.day] })],
)

/** Which counters each response moves. The scoreboard is its sum; nothing else decides what counts. */
export const contribution = sqliteView('contribution').as((query) =>
  query
    .select({
      responseNo: sql<number>`${response.no}`.as('response_no'),
      segmentId: sql<number>`${responseSegment.segmentId}`.as('segment_id'),
      question: sql<string>`${answer.question}`.as('question'),
      day: sql<number>`${response.day}`.as('day'),
      value: sql<number>`${answer.value}`.as('value'),
    })
    .from(response)
    .innerJoin(answer, sql`${answer.responseNo} = ${response.no} and ${answer.value} is not null`)
    .innerJoin(responseSegment, sql`${responseSegment.responseNo} = ${response.no}`)
    .where(sql`${response.state} in ('partial', 'complete')`),
)

/** One let-down customer who is owed an answer. */
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
    /** The latest note; the timeline keeps them all. */
    note: text(),
    openedAt: integer('opened_at').notNull(),
    /** When the first reply is owed; null for cases that came with an import. */
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

/** What happened to a follow-up, in order: who set which state, owner or note. */
export const followUpEvent = sqliteTable(
  'follow_up_event',
  {
    no: integer().primaryKey(),
    followUpId: text('follow_up_id')
      .notNull()
      .references(() => followUp.id, { onDelete: 'cascade' }),
    at: integer().notNull(),
    /** The name of the person or key that did it. */
    by: text().notNull(),
    kind: text({ enum: ['state', 'owner', 'note'] }).notNull(),
    text: text(),
  },
  (table) => [index('follow_up_event_of').on(table.followUpId, table.no)],
)

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

/** Who took which rows out of the house, and when. */
export const exportRun = sqliteTable('export_run', {
  id: text().primaryKey(),
  at: integer().notNull(),
  by: text().notNull(),
  what: text().notNull(),
  filter: text({ mode: 'json' }).$type<Record<string, unknown>>().notNull(),
})

/** What a scored question is watched for, once somebody has set it; until then the usual rules hold. */
export const watch = sqliteTable(
  'watch',
  {
    surveyId: text('survey_id')
      .notNull()
      .references(() => survey.id, { onDelete: 'cascade' }),
    question: text().notNull(),
    rules: text({ mode: 'json' }).$type<WatchRules>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.surveyId, table.question] })],
)

/**
 * The log of what a question's score is held against. The newest of the scale that the question has
 * now holds; the earlier ones remain.
 */
export const baseline = sqliteTable(
  'baseline',
  {
    no: integer().primaryKey(),
    surveyId: text('survey_id')
      .notNull()
      .references(() => survey.id, { onDelete: 'cascade' }),
    question: text().notNull(),
    metric: text({ enum: METRICS }).notNull(),
    /** Days, both of them in it. Without an end it is learnt from the first weeks with enough answers. */
    from: integer().notNull(),
    to: integer(),
    at: integer().notNull(),
    /** The name of the person or key that set it; null when it set itself. */
    by: text(),
  },
  (table) => [index('baseline_of').on(table.surveyId, table.question, table.no)],
)

/** Raised once, as the unique key says, and kept as it was raised. */
export const alert = sqliteTable(
  'alert',
  {
    id: text().primaryKey(),
    surveyId: text('survey_id')
      .notNull()
      .references(() => survey.id, { onDelete: 'cascade' }),
    question: text().notNull(),
    kind: text({ enum: ALERT_KINDS }).notNull(),
    key: text().notNull(),
    raisedAt: integer('raised_at').notNull(),
    facts: text({ mode: 'json' }).$type<AlertFacts>().notNull(),
    /** The picture beside the words: the weeks up to then. */
    weeks: text({ mode: 'json' }).$type<Week[]>().notNull(),
    /** Put aside by somebody, for all. */
    acknowledgedAt: integer('acknowledged_at'),
    acknowledgedBy: text('acknowledged_by'),
  },
  (table) => [
    uniqueIndex('alert_once').on(table.surveyId, table.question, table.kind, table.key),
    index('alert_shown')
      .on(table.raisedAt, table.id)
      .where(sql`acknowledged_at is null`),
  ],
)

/** A key for programs. The key itself is shown once; only its SHA-256 is kept. */
export const apiKey = sqliteTable('api_key', {
  id: text().primaryKey(),
  name: text().notNull(),
  role: text({ enum: ROLES }).notNull(),
  hash: text().notNull().unique(),
  createdAt: integer('created_at').notNull(),
})

// The four tables below are better-auth's, under its names.

export const user = sqliteTable('user', {
  id: text().primaryKey(),
  name: text().notNull(),
  email: text().notNull().unique(),
  emailVerified: integer('email_verified', { mode: 'boolean' }).notNull(),
  image: text(),
  role: text({ enum: ROLES }).notNull(),
  createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
  updatedAt: integer('updated_at', { mode: 'timestamp_ms' }).notNull(),
})

export const session = sqliteTable(
  'session',
  {
    id: text().primaryKey(),
    token: text().notNull().unique(),
    userId: text('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    ipAddress: text('ip_address'),
    userAgent: text('user_agent'),
    expiresAt: integer('expires_at', { mode: 'timestamp_ms' }).notNull(),
    createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
    updatedAt: integer('updated_at', { mode: 'timestamp_ms' }).notNull(),
  },
  (table) => [index('session_of_user').on(table.userId)],
)

export const account = sqliteTable(
  'account',
  {
    id: text().primaryKey(),
    accountId: text('account_id').notNull(),
    providerId: text('provider_id').notNull(),
    userId: text('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    accessToken: text('access_token'),
    refreshToken: text('refresh_token'),
    idToken: text('id_token'),
    accessTokenExpiresAt: integer('access_token_expires_at', { mode: 'timestamp_ms' }),
    refreshTokenExpiresAt: integer('refresh_token_expires_at', { mode: 'timestamp_ms' }),
    scope: text(),
    password: text(),
    createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
    updatedAt: integer('updated_at', { mode: 'timestamp_ms' }).notNull(),
  },
  (table) => [index('account_of_user').on(table.userId)],
)

export const verification = sqliteTable('verification', {
  id: text().primaryKey(),
  identifier: text().notNull(),
  value: text().notNull(),
  expiresAt: integer('expires_at', { mode: 'timestamp_ms' }).notNull(),
  createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
  updatedAt: integer('updated_at', { mode: 'timestamp_ms' }).notNull(),
})

export type Role = (typeof ROLES)[number]
export type SurveyState = (typeof SURVEY_STATES)[number]
export type SpamReason = (typeof SPAM_REASONS)[number]
