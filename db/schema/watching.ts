import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { AlertFacts } from '../../surveys/watching/facts.ts'
import type { Week } from '../../surveys/watching/baseline.ts'
import type { WatchRules } from '../../surveys/watching/rules.ts'
import { survey } from './surveys.ts'

export const ALERT_KINDS = ['shift', 'share', 'silence'] as const

const METRICS = ['nps', 'csat', 'ces'] as const

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
