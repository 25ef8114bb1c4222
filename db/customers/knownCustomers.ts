import { sql, type SQL } from 'drizzle-orm'
import { storeMentions, storeRecordsBeforeImport } from './mentions.ts'
import {
  isErased,
  MENTION,
  MENTIONED_CUSTOMER_ID,
  RECORD_VALUES,
  type Mention,
  type Mentions,
} from './customers.ts'
import { jsonRows } from '../engines/sqlite/json.ts'
import { lookUp } from '../engines/sqlite/plans.ts'
import { insertFrom } from '../insertFrom.ts'
import { prepared, type Orm, type Statement } from '../statements.ts'
import { customer } from '../schema/index.ts'

/**
 * Creates or completes the customers that responses mention. An unsigned mention creates at most a
 * record with the identifier; a verified one completes the record and overwrites nothing.
 * @param mentions non-empty mentions of one save, or of a chunk of an import
 * @param importId the import that they come from, if any
 */
export function upsertCustomers(
  orm: Orm,
  mentions: Mention[],
  importId: string | null = null,
): Statement[] {
  const has = (name: 'externalId' | 'email') => mentions.some((each) => each[name] !== null)
  const verified = mentions.some((each) => each.verified)
  const values = { mentions, importId }
  return [
    storeRecordsBeforeImport(orm, values),
    ...(verified && has('externalId') && has('email') ? [gainIds(orm, values)] : []),
    ...(has('externalId') ? [insertWithId(orm, values)] : []),
    insertWithoutId(orm, values),
    storeMentions(orm, values),
    ...(verified ? [complete(orm, values)] : []),
  ]
}

const { externalId, email, name } = MENTION
const isErasedNow = isErased(MENTION.id)

/**
 * Gives the company's id to a customer known by address only, if nobody else has the address or the id,
 * and only one mention has it.
 */
const gainIds = prepared<Mentions>((orm, value) => {
  const known = (column: SQL) =>
    sql`select 1 from ${customer} as other where other.external_id = ${column}`
  const carriers = sql`select count(*) from ${customer} as other where other.email = ${email}`
  const claims = sql`select distinct ${externalId} as external_id, one.id as customer_id
    from ${jsonRows(value('mentions'))}
    ${lookUp(sql`${customer} as one`, sql`one.email = ${email} and one.external_id is null`)}
    where ${MENTION.verified} and ${externalId} is not null and not ${isErasedNow}
      and not exists (${known(externalId)}) and (${carriers}) = 1`
  const only = (column: 'external_id' | 'customer_id') => {
    const name = sql.identifier(column)
    return sql`(select count(*) from claim as rival where rival.${name} = claim.${name}) = 1`
  }
  return orm
    .update(customer)
    .set({ externalId: sql`gained.external_id` })
    .from(
      sql`(with claim as (${claims}) select external_id, customer_id from claim
        where ${only('external_id')} and ${only('customer_id')}) as gained`,
    )
    .where(sql`${customer.id} = gained.customer_id`)
})

const insertWithId = prepared<Mentions>((orm, value) =>
  insertThose(orm, value('mentions'), sql`${externalId} is not null`),
)

/**
 * Inserts customers without an id. Runs after those with one, who may be the only owner of an address.
 */
const insertWithoutId = prepared<Mentions>((orm, value) =>
  insertThose(
    orm,
    value('mentions'),
    sql`${externalId} is null and (${email} is not null or ${name} is not null)`,
  ),
)

function insertThose(orm: Orm, mentions: unknown, which: SQL) {
  return insertFrom(
    orm,
    customer,
    { id: MENTION.customerKey, ...RECORD_VALUES, createdAt: MENTION.now },
    sql`from ${jsonRows(mentions)} where ${which} and not ${isErasedNow} and ${MENTIONED_CUSTOMER_ID} is null`,
  ).onConflictDoNothing()
}

/** Completes customer records from verified mentions; overwrites nothing. */
const complete = prepared<Mentions>((orm, value) =>
  orm
    .update(customer)
    .set({
      email: sql`coalesce(${customer.email}, mentioned.email)`,
      name: sql`coalesce(${customer.name}, mentioned.name)`,
      verified: true,
    })
    .from(
      sql`(select ${MENTIONED_CUSTOMER_ID} as customer_id, min(${email}) as email, min(${name}) as name
        from ${jsonRows(value('mentions'))}
        where ${MENTION.verified} and not ${isErasedNow} group by 1) as mentioned`,
    )
    .where(
      sql`${customer.id} = mentioned.customer_id and (not ${customer.verified}
        or ${customer.email} is null and mentioned.email is not null
        or ${customer.name} is null and mentioned.name is not null)`,
    ),
)
