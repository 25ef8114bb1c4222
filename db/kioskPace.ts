import { sql } from 'drizzle-orm'
import { prepared } from './prepared.ts'
import { IS_COUNTED, isThisSave, type SaveValues } from './savedResponse.ts'
import { response } from './schema.ts'

/** Nobody answers on a kiosk within so many milliseconds of whoever was there before. */
const TURN = sql.raw('3000')

/** Another answer of the same kiosk's page counts that was given at nearly the same moment. */
export const suspectPace = prepared<SaveValues>((orm, value) =>
  orm
    .update(response)
    .set({ state: 'suspected', suspicion: 'pace' })
    .where(
      sql`${isThisSave(value)} and ${IS_COUNTED} and ${response.suspicion} is null and exists (select 1 from ${response} as other where other.id between ${value('pageStart')} and ${value('pageEnd')} and other.id <> ${response.id} and other.state in ('partial', 'complete') and other.suspicion is null and abs(other.answered_at - ${response.answeredAt}) < ${TURN})`,
    ),
)
