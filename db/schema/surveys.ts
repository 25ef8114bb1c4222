import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { SurveyDefinition, SurveyDraft } from '../../surveys/definition.ts'

export const SURVEY_STATES = ['draft', 'live', 'paused', 'archived'] as const

export type SurveyState = (typeof SURVEY_STATES)[number]

export const survey = sqliteTable('survey', {
  id: text().primaryKey(),
  slug: text().notNull().unique(),
  name: text().notNull(),
  state: text({ enum: SURVEY_STATES }).notNull(),
  /** The definition as last saved in the editor; publishing copies it to a version. */
  draft: text({ mode: 'json' }).$type<SurveyDraft>().notNull(),
  /** Counts the draft's saves, so that no editor overwrites another's changes unknowingly. */
  draftRevision: integer('draft_revision').notNull().default(0),
  /** Name of the person or key that saved it last. */
  draftBy: text('draft_by'),
  draftAt: integer('draft_at'),
  /** The live version; null until first published. */
  version: integer(),
  /** When a published survey stopped taking answers; null while it takes them. */
  closedAt: integer('closed_at'),
  example: integer({ mode: 'boolean' }).notNull().default(false),
  createdAt: integer('created_at').notNull(),
  updatedAt: integer('updated_at').notNull(),
})

/** Immutable: a response refers to the version it answered. */
export const surveyVersion = sqliteTable(
  'survey_version',
  {
    surveyId: text('survey_id')
      .notNull()
      .references(() => survey.id, { onDelete: 'cascade' }),
    version: integer().notNull(),
    definition: text({ mode: 'json' }).$type<SurveyDefinition>().notNull(),
    publishedAt: integer('published_at').notNull(),
    /** The name of the person or key. */
    publishedBy: text('published_by'),
  },
  (table) => [primaryKey({ columns: [table.surveyId, table.version] })],
)
