import { sql } from 'drizzle-orm'
import { prepared } from '../statements.ts'
import { IS_COUNTED, isThisSave, type SaveValues } from './savedResponse.ts'
import { response } from '../schema/index.ts'

/** The most answers per minute at one kiosk: one in three seconds. */
const MOST_IN_A_MINUTE = sql.raw('20')
const MINUTE = sql.raw('60000')

/** Suspects a response if that many of its kiosk page already count within a minute. */
export const suspectPace = prepared<SaveValues>((orm, value) =>
  orm
    .update(response)
    .set({ state: 'suspected', spamReason: 'pace' })
    .where(
      sql`${isThisSave(value)} and ${IS_COUNTED} and ${response.spamReason} is null
        and (select count(*) from ${response} as other
            where other.id between ${value('pageStart')} and ${value('pageEnd')}
              and other.id <> ${response.id}
              and other.state in ('partial', 'complete') and other.spam_reason is null
              and abs(other.answered_at - ${response.answeredAt}) < ${MINUTE})
          >= ${MOST_IN_A_MINUTE}`,
    ),
)
