import { and, desc, eq, lt, sql, type SQL } from 'drizzle-orm'
import type { AuditAction, AuditActorKind } from '../../surveys/auditActions.ts'
import { HOUR } from '../../surveys/durations.ts'
import { newId } from '../ids.ts'
import { insertFrom } from '../insertFrom.ts'
import { apiKey, auditEntry, survey, user, type AuditDetails } from '../schema/index.ts'
import type { Db, Orm, Statement } from '../statements.ts'

/** Who acted; `id` is null for a command and for someone who hasn't signed in. */
export type AuditActor = { kind: AuditActorKind; id: string | null }

/** A command run on the server. */
export const COMMAND: AuditActor = { kind: 'command', id: null }

export type AuditEvent = {
  /** Milliseconds UTC. */
  at: number
  actor: AuditActor
  action: AuditAction
  surveyId?: string | undefined
  subjectId?: string | undefined
  details?: AuditDetails | undefined
}

/** Builds the statement that records an event, to run in the transaction of the change itself. */
export function auditStatement(orm: Orm, event: AuditEvent): Statement {
  return orm.insert(auditEntry).values(rowOf(event))
}

/** Records an event only if `condition`, under which the change happens, holds. */
export function auditStatementIf(orm: Orm, condition: SQL, event: AuditEvent): Statement {
  return insertFrom(orm, auditEntry, rowOf(event), sql`where ${condition}`)
}

/** Records an event in a transaction of its own. */
export async function recordAudit(db: Db, event: AuditEvent): Promise<void> {
  await db.orm.insert(auditEntry).values(rowOf(event))
}

/** Records an event at most once per hour, actor, action and survey. */
export async function recordAuditHourly(db: Db, event: AuditEvent): Promise<void> {
  const { at, actor, action, surveyId } = event
  const onceKey = [action, actor.kind, actor.id, surveyId, Math.floor(at / HOUR)].join(' ')
  await db.orm
    .insert(auditEntry)
    .values({ ...rowOf(event), onceKey })
    .onConflictDoNothing()
}

const rowOf = ({ actor, ...event }: AuditEvent) => ({
  id: newId(event.at),
  actorKind: actor.kind,
  actorId: actor.id,
  ...event,
})

export type AuditFilter = {
  action?: AuditAction | undefined
  actorId?: string | undefined
  /** Milliseconds UTC; `until` is exclusive. */
  since?: number | undefined
  until?: number | undefined
}

export type AuditRow = Awaited<ReturnType<typeof listAudit>>[number]

/** Reads a page of the log, newest first, with the current names of actors and subjects. */
export async function listAudit(
  db: Db,
  { action, actorId, since, until, after, limit }: AuditFilter & { after?: string; limit: number },
) {
  return db.background
    .select({
      id: auditEntry.id,
      at: auditEntry.at,
      actorKind: auditEntry.actorKind,
      actorId: auditEntry.actorId,
      actorName: nameOf(auditEntry.actorId),
      action: auditEntry.action,
      surveyId: auditEntry.surveyId,
      surveyName: survey.name,
      subjectId: auditEntry.subjectId,
      subjectName: nameOf(auditEntry.subjectId),
      details: auditEntry.details,
    })
    .from(auditEntry)
    .leftJoin(survey, eq(survey.id, auditEntry.surveyId))
    .where(
      and(
        action && eq(auditEntry.action, action),
        actorId ? eq(auditEntry.actorId, actorId) : undefined,
        since === undefined ? undefined : sql`${auditEntry.at} >= ${since}`,
        until === undefined || until === Infinity ? undefined : sql`${auditEntry.at} < ${until}`,
        after ? lt(auditEntry.id, after) : undefined,
      ),
    )
    .orderBy(desc(auditEntry.id))
    .limit(limit)
}

/** Selects the name of a person or key; null if it no longer exists. */
const nameOf = (id: typeof auditEntry.actorId | typeof auditEntry.subjectId) =>
  sql<string | null>`coalesce(
    (select name from ${user} where ${user.id} = ${id}),
    (select name from ${apiKey} where ${apiKey.id} = ${id}))`
