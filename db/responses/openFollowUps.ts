import { sql, type SQL } from 'drizzle-orm'
import { insertFrom } from '../insertFrom.ts'
import { prepared, type Orm } from '../statements.ts'
import { IS_COUNTED, isThisSave, type SaveValues } from './savedResponse.ts'
import { followUp, followUpEvent, response } from '../schema/index.ts'

/**
 * Opens a follow-up for each response that has none. Its id is the response's, so that there is at most
 * one and both sort alike.
 * @param values by default `state` is new and `openedAt` the time of the answer
 * @param from the responses: SQL that begins with `from`
 */
export function openFollowUps(
  orm: Orm,
  values: { state?: SQL; openedAt?: unknown; dueAt?: unknown; now: unknown },
  from: SQL,
) {
  const { id, no, surveyId, answeredAt } = response
  const { state = 'new', openedAt = answeredAt, dueAt, now } = values
  return insertFrom(
    orm,
    followUp,
    { id, responseNo: no, surveyId, state, openedAt, dueAt, updatedAt: now },
    from,
  ).onConflictDoNothing()
}

export const openFollowUp = prepared<SaveValues>((orm, value) =>
  openFollowUps(
    orm,
    { dueAt: value('dueAt'), now: value('now') },
    sql`from ${response} where ${isThisSave(value)} and ${IS_COUNTED}`,
  ),
)

/** Whether nobody has taken up the follow-up, written a note or changed anything. */
export const IS_UNTOUCHED = sql`${followUp.state} = 'new' and ${followUp.ownerId} is null
  and ${followUp.note} is null
  and not exists (select 1 from ${followUpEvent} where ${followUpEvent.followUpId} = ${followUp.id})`

/** Deletes the follow-up of a score that was corrected before anyone took it up. */
export const withdrawFollowUp = prepared<SaveValues>((orm, value) =>
  orm
    .delete(followUp)
    .where(
      sql`${followUp.responseNo} = (select no from ${response} where ${isThisSave(value)}) and ${IS_UNTOUCHED}`,
    ),
)

export const withdrawWhileExcluded = prepared<SaveValues>((orm, value) =>
  orm.delete(followUp).where(
    sql`${followUp.responseNo} =
          (select no from ${response} where ${isThisSave(value)} and not ${IS_COUNTED})
        and ${IS_UNTOUCHED}`,
  ),
)
