import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { AlertFacts } from '../../surveys/watching/facts.ts'
import type { Week } from '../../surveys/watching/baseline.ts'
import type { WatchRules } from '../../surveys/watching/rules.ts'
import { survey } from './surveys.ts'

export const ALERT_KINDS = ['shift', 'share', 'silence'] as const

const METRICS = ['nps', 'csat', 'ces'] as const

/** A scored question's watch rules; until somebody sets them, the defaults apply. */
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

/** A question's baselines. The newest for the question's current scale applies. */
export const baseline = sqliteTable(
  'baseline',
  {
    no: integer().primaryKey(),
    surveyId: text('survey_id')
      .notNull()
      .references(() => survey.id, { onDelete: 'cascade' }),
    question: text().notNull(),
    metric: text({ enum: METRICS }).notNull(),
    /**
     * First and last day. Without a last day, the first weeks with enough answers will become the
     * baseline.
     */
    from: integer().notNull(),
    to: integer(),
    at: integer().notNull(),
    /** The name of the person or key; null if automatic. */
    by: text(),
  },
  (table) => [index('baseline_of').on(table.surveyId, table.question, table.no)],
)

/** An alert, stored as it was raised. The unique key keeps a finding from raising a second one. */
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
    /** The weeks before it, for the chart. */
    weeks: text({ mode: 'json' }).$type<Week[]>().notNull(),
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
