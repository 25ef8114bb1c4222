import { and, desc, eq, isNull, ne } from 'drizzle-orm'
import { NotFound } from '../../surveys/errors.ts'
import type { Week } from '../../surveys/watching/baseline.ts'
import {
  keyOf,
  type AlertFacts,
  type AlertKind,
  type FactsOf,
} from '../../surveys/watching/facts.ts'
import { newId } from '../ids.ts'
import type { Db } from '../statements.ts'
import { alert, survey } from '../schema/index.ts'

export type AlertRow = Awaited<ReturnType<typeof listAlerts>>[number]

const MOST_SHOWN = 50

/** Stores an alert unless it exists, acknowledged or not. */
export async function raiseAlert(
  db: Db,
  input: {
    surveyId: string
    question: string
    facts: AlertFacts
    weeks: Week[]
    /** Milliseconds UTC. */
    now: number
  },
): Promise<void> {
  const { surveyId, question, facts, weeks, now } = input
  await db.orm
    .insert(alert)
    .values({
      id: newId(now),
      surveyId,
      question,
      kind: facts.kind,
      key: keyOf(facts),
      raisedAt: now,
      facts,
      weeks,
    })
    .onConflictDoNothing()
}

/** Reads the last alert of a kind, acknowledged or not. */
export async function lastAlert<Kind extends AlertKind>(
  db: Db,
  surveyId: string,
  question: string,
  kind: Kind,
): Promise<FactsOf<Kind> | null> {
  const [row] = await db.orm
    .select({ facts: alert.facts })
    .from(alert)
    .where(and(eq(alert.surveyId, surveyId), eq(alert.question, question), eq(alert.kind, kind)))
    .orderBy(desc(alert.raisedAt), desc(alert.id))
    .limit(1)
  return (row?.facts as FactsOf<Kind> | undefined) ?? null
}

/** Lists unacknowledged alerts of surveys that aren't archived, newest first. */
export async function listAlerts(db: Db) {
  return selectAlerts(db)
    .where(and(isNull(alert.acknowledgedAt), ne(survey.state, 'archived')))
    .orderBy(desc(alert.raisedAt), desc(alert.id))
    .limit(MOST_SHOWN)
}

/**
 * Acknowledges an alert for everyone; a second acknowledgement doesn't replace the first.
 * @param acknowledged who, and when in milliseconds UTC; null to undo
 * @throws NotFound
 */
export async function acknowledgeAlert(
  db: Db,
  id: string,
  acknowledged: { by: string; now: number } | null,
): Promise<AlertRow> {
  await db.orm
    .update(alert)
    .set({ acknowledgedAt: acknowledged?.now ?? null, acknowledgedBy: acknowledged?.by ?? null })
    .where(and(eq(alert.id, id), acknowledged ? isNull(alert.acknowledgedAt) : undefined))
  const [row] = await selectAlerts(db).where(eq(alert.id, id))
  if (!row) throw new NotFound('alert')
  return row
}

function selectAlerts(db: Db) {
  return db.orm
    .select({
      id: alert.id,
      question: alert.question,
      raisedAt: alert.raisedAt,
      facts: alert.facts,
      weeks: alert.weeks,
      acknowledgedAt: alert.acknowledgedAt,
      acknowledgedBy: alert.acknowledgedBy,
      survey: { id: survey.id, name: survey.name, slug: survey.slug },
    })
    .from(alert)
    .innerJoin(survey, eq(survey.id, alert.surveyId))
}
