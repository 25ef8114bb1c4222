import { recordAudit, recordAuditHourly, type AuditActor } from '../../db/audit/audit.ts'
import { HOUR } from '../../surveys/durations.ts'
import { auditActor, mayAct, type Actor } from '../base/access.ts'
import type { Deps } from '../base/deps.ts'

/** Someone who hasn't signed in. */
const STRANGER: AuditActor = { kind: 'unknown', id: null }

/**
 * Records a session's start or end, or that a wrong password was given.
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
 * Records that someone saw customers' names: once per person, survey and hour. What was recorded is
 * remembered for the hour, so that reading a list writes nothing most of the time.
 */
export function recordsNamesViewed({ db, now }: Pick<Deps, 'db' | 'now'>) {
  let hour = 0
  let recorded = new Set<string>()
  return async (actor: Actor, rows: Shown): Promise<void> => {
    if (!mayAct(actor, 'lead')) return
    const current = Math.floor(now() / HOUR)
    if (current !== hour) recorded = new Set()
    hour = current
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
}
