import { recordAudit, recordAuditHourly, type AuditActor } from '../../db/audit/audit.ts'
import type { Db } from '../../db/statements.ts'
import { HOUR } from '../../surveys/durations.ts'
import { auditActor, seesNames, type Actor } from '../base/access.ts'
import type { Deps } from '../base/deps.ts'

/** Someone who hasn't signed in. */
const STRANGER: AuditActor = { kind: 'unknown', id: null }

/**
 * Records a session's start or end, or a wrong password.
 * @param personId undefined if nobody has an account with the address
 */
export async function recordSession(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  action: 'session.started' | 'session.refused' | 'session.ended',
  personId: string | undefined,
): Promise<void> {
  const isRefused = action === 'session.refused' || personId === undefined
  await recordAudit(db, {
    at: now(),
    action,
    actor: isRefused ? STRANGER : { kind: 'person', id: personId },
    subjectId: personId,
  })
}

/** Rows whose customers, if any, were shown. */
type Shown = { surveyId: string; customerId: string | null }[]

/**
 * Records that someone saw customers' names, once per person, survey and hour. Remembers what it has
 * recorded for the hour, so that most requests write nothing.
 */
export async function recordNamesViewed(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  actor: Actor,
  rows: Shown,
): Promise<void> {
  if (!seesNames(actor)) return
  const recorded = recordedWithin(db, Math.floor(now() / HOUR))
  const surveys = new Set(rows.filter((row) => row.customerId).map((row) => row.surveyId))
  for (const surveyId of surveys) {
    const key = `${actor.id} ${surveyId}`
    if (recorded.has(key)) continue
    await recordAuditHourly(db, {
      at: now(),
      actor: auditActor(actor),
      action: 'names.viewed',
      surveyId,
    })
    recorded.add(key)
  }
}

const records = new WeakMap<Db, { hour: number; keys: Set<string> }>()

function recordedWithin(db: Db, hour: number): Set<string> {
  const known = records.get(db)
  if (known?.hour === hour) return known.keys
  const keys = new Set<string>()
  records.set(db, { hour, keys })
  return keys
}
