import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { AUDIT_ACTIONS, AUDIT_ACTORS } from '../../surveys/auditActions.ts'

/**
 * The audit log. Triggers reject changes to its rows. They hold ids, never names or addresses, and no
 * foreign keys, since the log outlives what it refers to.
 */
export const auditEntry = sqliteTable(
  'audit_entry',
  {
    /** A UUIDv7, so that entries sort by time. */
    id: text().primaryKey(),
    at: integer().notNull(),
    actorKind: text('actor_kind', { enum: AUDIT_ACTORS }).notNull(),
    actorId: text('actor_id'),
    action: text({ enum: AUDIT_ACTIONS }).notNull(),
    surveyId: text('survey_id'),
    /** The person, key or other object of the action. */
    subjectId: text('subject_id'),
    details: text({ mode: 'json' }).$type<AuditDetails>(),
    /** Identifies an event that is recorded at most once per person, survey and hour. */
    onceKey: text('once_key').unique(),
  },
  (table) => [
    index('audit_entry_of_actor').on(table.actorId, table.id),
    index('audit_entry_by_action').on(table.action, table.id),
  ],
)

/** Counts, roles, names of settings and file formats: never a person's data. */
export type AuditDetails = Record<string, string | number | boolean | string[]>
