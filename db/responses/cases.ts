import { sql } from 'drizzle-orm'
import { prepared } from '../statements.ts'
import { IS_COUNTED, isThisSave, type SaveValues } from './savedResponse.ts'
import { followUp, followUpEvent, response } from '../schema/index.ts'

/** A case has the id of the response that opened it. */
export const openFollowUp = prepared<SaveValues>((orm, value) =>
  orm
    .insert(followUp)
    .select(
      sql`select id, no, survey_id, 'new', null, null, answered_at, ${value('dueAt')}, null, null, ${value('now')} from ${response} where ${isThisSave(value)} and ${IS_COUNTED}`,
    )
    .onConflictDoNothing(),
)

/** Nobody took up the case, wrote a note or changed anything. */
export const IS_UNTOUCHED = sql`${followUp.state} = 'new' and ${followUp.ownerId} is null and ${followUp.note} is null and not exists (select 1 from ${followUpEvent} where ${followUpEvent.followUpId} = ${followUp.id})`

/** A slip of the thumb, corrected before anyone took up the case, leaves no case behind. */
export const withdrawFollowUp = prepared<SaveValues>((orm, value) =>
  orm
    .delete(followUp)
    .where(
      sql`${followUp.responseNo} = (select no from ${response} where ${isThisSave(value)}) and ${IS_UNTOUCHED}`,
    ),
)

export const withdrawWhileAside = prepared<SaveValues>((orm, value) =>
  orm
    .delete(followUp)
    .where(
      sql`${followUp.responseNo} = (select no from ${response} where ${isThisSave(value)} and not ${IS_COUNTED}) and ${IS_UNTOUCHED}`,
    ),
)
