import { eq, sql } from 'drizzle-orm'
import type { Db } from '../statements.ts'
import {
  addition,
  answer,
  customer,
  customerMention,
  followUp,
  review,
  mailChoice,
  response,
  responseSegment,
  responseTag,
} from '../schema/index.ts'
import { moveScoreboard } from '../scoreboard/board.ts'
import { dropUncountedGroups } from '../scoreboard/dropGroups.ts'
import { IS_EVERYONE, pairsOf } from '../scoreboard/segments.ts'

/**
 * Erases a response in one transaction: its answers, additions, follow-up, and its customer if nothing
 * else refers to them. An empty row remains, which is listed among a score's exclusions and stops late
 * saves. An opted-out customer keeps their identifier; one named only by unsigned links from then on
 * keeps only what names them.
 */
export async function eraseResponse(db: Db, id: string, now: number): Promise<void> {
  const its = sql`(select no from ${response}
    where ${response.id} = ${id} and ${response.state} not in ('staged', 'erased'))`
  const [row] = await db.orm
    .select({
      surveyId: response.surveyId,
      language: response.language,
      properties: response.properties,
    })
    .from(response)
    .where(eq(response.id, id))
  const isTheirs = sql`${customer.id} = (select customer_id from ${response} where no = ${its})`
  const others = sql`select 1 from ${response}
    where ${response.customerId} = ${customer.id} and ${response.no} <> ${its}`
  const hasMore = sql`exists (${others})`
  const isVerified = sql`(${response.customerVerified} or ${response.source} in ('import', 'example'))`
  const wasVerified = sql`exists (select 1 from ${response}
    where ${response.no} = ${its} and ${isVerified})`
  const hasMoreVerified = sql`exists (${others} and ${isVerified})`
  const losesVerified = sql`${isTheirs} and ${wasVerified} and not ${hasMoreVerified}`
  await db.atomically((orm) => [
    moveScoreboard(orm, 'minus', sql`response_no = ${its}`),
    orm.delete(answer).where(sql`${answer.responseNo} = ${its}`),
    orm.delete(mailChoice).where(sql`${mailChoice.responseNo} = ${its}`),
    orm.delete(addition).where(sql`${addition.responseNo} = ${its}`),
    orm.delete(followUp).where(sql`${followUp.responseNo} = ${its}`),
    orm.delete(review).where(sql`${review.responseNo} = ${its}`),
    orm.delete(responseTag).where(sql`${responseTag.responseNo} = ${its}`),
    orm.delete(responseSegment).where(
      sql`${responseSegment.responseNo} = ${its}
          and ${responseSegment.segmentId} not in (${IS_EVERYONE})`,
    ),
    orm
      .delete(customer)
      .where(sql`${isTheirs} and ${customer.optedOutAt} is null and not ${hasMore}`),
    orm.delete(customerMention).where(sql`${customerMention.saidBy} = ${id}`),
    orm.delete(customerMention).where(
      sql`${customerMention.customerId} in
          (select ${customer.id} from ${customer} where ${losesVerified})`,
    ),
    orm
      .update(customer)
      .set({
        name: null,
        email: sql`case when ${customer.externalId} is null or ${customer.optedOutAt} is not null
          then ${customer.email} end`,
        verified: sql`${customer.optedOutAt} is not null`,
      })
      .where(losesVerified),
    orm
      .update(response)
      .set({
        customerId: null,
        language: null,
        properties: {},
        band: null,
        spamReason: null,
        customerVerified: false,
        optOutAskedAt: null,
        claimedName: null,
        claimedEmail: null,
        personal: null,
        unusable: null,
        state: 'erased',
        updatedAt: now,
      })
      .where(sql`${response.no} = ${its}`),
    ...(row ? dropUncountedGroups(orm, row.surveyId, pairsOf(row)) : []),
  ])
}
