import { sql } from 'drizzle-orm'
import { customerIdBy } from '../customers/customers.ts'
import type { SaveValues, Value } from './savedResponse.ts'
import { prepared } from '../statements.ts'
import { answer, response } from '../schema/index.ts'

/** Several scores within this many milliseconds without a human act are automatic. */
const SECONDS = sql.raw('10000')

/** Whether a response was saved just before this save. */
const isRecent = (value: Value<SaveValues>) =>
  sql`${response.updatedAt} + ${SECONDS} > ${value('now')}`

/** Suspects a page that gave another score just before. */
export const suspectScores = prepared<SaveValues>((orm, value) =>
  orm
    .update(response)
    .set({ state: 'suspected', spamReason: 'scores' })
    .where(
      sql`${response.id} = ${value('id')} and ${response.state} = 'unconfirmed' and ${isRecent(value)}
        and exists (select 1 from ${answer} where ${answer.responseNo} = ${response.no}
          and ${answer.question} = ${value('question')} and ${answer.value} <> ${value('score')})`,
    ),
)

/** Suspects both responses if another score's link for the same customer was opened just before. */
export const suspectLinks = prepared<SaveValues>((orm, value) => {
  const near = sql`select no from ${response}
    where ${response.customerId} = ${customerIdBy(value)} and ${response.surveyId} = ${value('surveyId')}
      and ${response.state} in ('unconfirmed', 'suspected') and ${isRecent(value)}`
  return orm
    .update(response)
    .set({ state: 'suspected', spamReason: 'links' })
    .where(
      sql`${response.no} in (${near}) and ${response.state} = 'unconfirmed'
        and exists (select 1 from ${answer} where ${answer.responseNo} in (${near})
          and ${answer.question} = ${value('question')} and ${answer.value} <> ${value('score')})`,
    )
})
