import { sql, type SQL } from 'drizzle-orm'
import {
  isErased,
  MENTION,
  MENTIONED_CUSTOMER_ID,
  RECORD_VALUES,
  type Mentions,
} from './customers.ts'
import { jsonRows } from '../engines/sqlite/json.ts'
import { lookUp } from '../engines/sqlite/plans.ts'
import { insertFrom } from '../insertFrom.ts'
import { prepared, type Orm, type Statement } from '../statements.ts'
import { customer, customerMention, response } from '../schema/index.ts'

// An import writes names and addresses to known customers. Every mention of such a customer is stored
// in order, so that undoing the import restores the other mentions.

/**
 * Stores a customer record as it is before an import adds to it, or before another mention of a
 * customer that an import created. Run it before either changes the record.
 */
export const storeRecordsBeforeImport = prepared<Mentions>((orm, value) => {
  const createdByImport = sql`(select ${response.importId} from ${response}
    where ${response.customerId} = ${customer.id} order by ${response.no} limit 1)`
  const rows = jsonRows(value('mentions'))
  const named = sql`select ${MENTIONED_CUSTOMER_ID} from ${rows} where not ${isErased(MENTION.id)}`
  const gaining = sql`select one.id from ${rows}
    ${lookUp(sql`${customer} as one`, sql`one.email = ${MENTION.email} and one.external_id is null`)}
    where ${MENTION.verified} and ${MENTION.externalId} is not null`
  const { id, externalId, email, name, verified } = customer
  return insertFrom(
    orm,
    customerMention,
    {
      customerId: id,
      saidBy: sql`''`,
      importId: createdByImport,
      externalId,
      email,
      name,
      verified,
    },
    sql`from ${customer} where ${id} in (${named} union ${gaining})
      and ${createdByImport} is distinct from cast(${value('importId')} as text)`,
  ).onConflictDoNothing()
})

/** Stores further mentions of customers whose mentions are already stored. */
export const storeMentions = prepared<Mentions>((orm, value) => {
  const importId = sql`cast(${value('importId')} as text)`
  const mentioned = sql`select ${MENTIONED_CUSTOMER_ID} as customer_id,
      coalesce(${importId}, min(${MENTION.id})) as said_by,
      min(${RECORD_VALUES.externalId}) as external_id,
      min(${RECORD_VALUES.email}) as email,
      min(${RECORD_VALUES.name}) as name,
      max(case when ${RECORD_VALUES.verified} then 1 else 0 end) as verified
    from ${jsonRows(value('mentions'))} where not ${isErased(MENTION.id)} group by 1`
  const add = (column: 'externalId' | 'email' | 'name') =>
    sql`coalesce(${customerMention[column]}, excluded.${sql.identifier(customerMention[column].name)})`
  return insertFrom(
    orm,
    customerMention,
    {
      customerId: sql`mentioned.customer_id`,
      saidBy: sql`mentioned.said_by`,
      importId,
      externalId: sql`mentioned.external_id`,
      email: sql`mentioned.email`,
      name: sql`mentioned.name`,
      verified: sql`mentioned.verified = 1`,
    },
    sql`from (${mentioned}) as mentioned where exists
      (select 1 from ${customerMention} where ${customerMention.customerId} = mentioned.customer_id)`,
  ).onConflictDoUpdate({
    target: [customerMention.customerId, customerMention.saidBy],
    set: {
      externalId: add('externalId'),
      email: add('email'),
      name: add('name'),
      verified: sql`${customerMention.verified} or excluded.verified`,
    },
  })
})

/**
 * Reverts what an import wrote to customers who remain: the first of the other mentions applies again.
 * Leaves what was changed or erased since, and an id whose customer would be the second with the same
 * address and no id.
 */
export function revertMentions(orm: Orm, importId: string): Statement[] {
  const mention = sql`${customerMention} as mention`
  const isOther = sql`mention.import_id is distinct from ${importId}`
  const first = (column: 'external_id' | 'email' | 'name', which = sql`true`) => {
    const name = sql`mention.${sql.identifier(column)}`
    return sql`(select ${name} from ${mention}
      where mention.customer_id = ${customer.id} and ${name} is not null and ${which}
      order by mention.no limit 1)`
  }
  const restored = (column: 'external_id' | 'email' | 'name') => {
    const now = sql`${customer}.${sql.identifier(column)}`
    return sql`case when ${now} is not distinct from ${first(column)} then ${first(column, isOther)}
      else ${now} end`
  }
  const affected = sql`select mention.customer_id from ${mention} where mention.import_id = ${importId}`
  const hasTwin = sql`exists (select 1 from ${customer} as twin
    where twin.email = ${customer.email} and twin.id <> ${customer.id}
      and (twin.external_id is null or twin.id in (${affected})))`
  const anyOther = (which: SQL) =>
    sql`exists (select 1 from ${mention}
      where mention.customer_id = ${customer.id} and ${isOther} and ${which})`
  return [
    orm
      .update(customer)
      .set({
        externalId: sql`case when ${hasTwin} then ${customer.externalId}
          else ${restored('external_id')} end`,
        email: restored('email'),
        name: restored('name'),
        verified: sql`${customer.verified} and ${anyOther(sql`mention.verified`)}`,
      })
      .where(sql`${customer.id} in (${affected}) and ${anyOther(sql`true`)}`),
    orm.delete(customerMention).where(sql`${customerMention.importId} = ${importId}`),
    orm.delete(customerMention).where(
      sql`not exists (select 1 from ${mention}
          where mention.customer_id = ${customerMention.customerId} and mention.import_id is not null)`,
    ),
  ]
}
