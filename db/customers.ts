import { eq, sql, type SQL } from 'drizzle-orm'
import { jsonField, jsonRows } from './engines/sqliteJson.ts'
import { derivedId } from './ids.ts'
import type { Db, Orm, Statement } from './open.ts'
import { prepared } from './prepared.ts'
import { customer, response, type SOURCES } from './schema.ts'

// Who is who, and who may say so: docs/decisions/0010.

/** What a response says of whom it is from. */
export type Customer = { externalId?: string; email?: string; name?: string }

/** A customer as one response names them. */
export type Mention = {
  /** The response. */
  id: string
  /** The id of a customer who is not known yet. */
  customerKey: string
  externalId: string | null
  email: string | null
  name: string | null
  /** Whether the company itself says so; 1 or 0. */
  verified: number
  now: number
}

export function mentionOf(
  given: Customer | undefined,
  from: { id: string; now: number } & Verification,
): Mention {
  return {
    id: from.id,
    customerKey: derivedId(
      0,
      'customer',
      ...[from.id, given?.externalId, given?.email].map(String),
    ),
    externalId: given?.externalId ?? null,
    email: given?.email?.toLowerCase() ?? null,
    name: given?.name ?? null,
    verified: isVerified(from) ? 1 : 0,
    now: from.now,
  }
}

type Verification = { vouched?: boolean; source: (typeof SOURCES)[number] }

/** Whether the company itself said whom a response is from: in a signed link, or in a file. */
export const isVerified = ({ vouched, source }: Verification) =>
  vouched === true || source === 'import' || source === 'example'

/** What an unsigned link claims is kept with its response alone. */
export const claimsOf = ({ verified, name, email }: Mention) =>
  verified ? { claimedName: null, claimedEmail: null } : { claimedName: name, claimedEmail: email }

/**
 * Makes the customers whom some responses mention known. An unsigned mention makes at most a record that
 * holds nothing but what it was named by; a verified one completes the record, and overwrites nothing.
 * @param mentions those of one save, or of a chunk of an import, that say anything
 */
export function makeKnown(orm: Orm, mentions: Mention[]): Statement[] {
  const has = (name: 'externalId' | 'email') => mentions.some((each) => each[name] !== null)
  const verified = mentions.some((each) => each.verified)
  const values = { mentions }
  return [
    ...(verified && has('externalId') && has('email') ? [gainIds(orm, values)] : []),
    ...(has('externalId') ? [insertWithId(orm, values)] : []),
    insertWithoutId(orm, values),
    ...(verified ? [complete(orm, values)] : []),
  ]
}

/**
 * The id of the customer whom a response mentions. The company's id decides; an address alone means the
 * record without an id, or else the only one that has the address.
 */
export function customerIdBy(value: (name: keyof Mention) => unknown): SQL<string> {
  const externalId = sql`cast(${value('externalId')} as text)`
  const { id } = customer
  return sql`coalesce(
    (select ${id} from ${customer} where ${customer.externalId} = ${value('externalId')}),
    (select coalesce(max(${id}) filter (where ${customer.externalId} is null), case when count(*) = 1 then max(${id}) end)
      from ${customer} where ${externalId} is null and ${customer.email} = ${value('email')}),
    (select ${id} from ${customer} where ${id} = ${value('customerKey')}))`
}

/** Whether the response was erased: then nobody is to be kept for its sake. */
const isErased = (id: unknown) =>
  sql`exists (select 1 from ${response} where ${response.id} = ${id} and ${response.state} = 'erased')`

type Mentions = { mentions: Mention[] }
const of = (name: keyof Mention) => jsonField(name)

/**
 * A customer who was known by an address alone gets the company's id, where nobody else has either the
 * address or that id, and only one is said to have it.
 */
const gainIds = prepared<Mentions>((orm, value) => {
  const known = (column: SQL) =>
    sql`select 1 from ${customer} as other where other.external_id = ${column}`
  const carriers = sql`select count(*) from ${customer} as other where other.email = ${of('email')}`
  const claims = sql`select distinct ${of('externalId')} as external_id, one.id as customer_id
    from ${jsonRows(value('mentions'))}
    cross join ${customer} as one on one.email = ${of('email')} and one.external_id is null
    where ${of('verified')} = 1 and ${of('externalId')} is not null and not ${isErased(of('id'))}
      and not exists (${known(of('externalId'))}) and (${carriers}) = 1`
  const only = (column: 'external_id' | 'customer_id') => {
    const name = sql.identifier(column)
    return sql`(select count(*) from claim as rival where rival.${name} = claim.${name}) = 1`
  }
  return orm
    .update(customer)
    .set({ externalId: sql`gained.external_id` })
    .from(
      sql`(with claim as (${claims}) select external_id, customer_id from claim where ${only('external_id')} and ${only('customer_id')}) as gained`,
    )
    .where(sql`${customer.id} = gained.customer_id`)
})

const insertWithId = prepared<Mentions>((orm, value) =>
  insertThose(orm, value('mentions'), sql`${of('externalId')} is not null`),
)

/** After those with an id, who may be the only ones with an address. A name alone is one response's own. */
const insertWithoutId = prepared<Mentions>((orm, value) =>
  insertThose(
    orm,
    value('mentions'),
    sql`${of('externalId')} is null and (${of('email')} is not null or ${of('name')} is not null)`,
  ),
)

function insertThose(orm: Orm, mentions: unknown, which: SQL) {
  const email = sql`case when ${of('verified')} = 1 or ${of('externalId')} is null then ${of('email')} end`
  const name = sql`case when ${of('verified')} = 1 then ${of('name')} end`
  return orm
    .insert(customer)
    .select(
      sql`select ${of('customerKey')}, ${of('externalId')}, ${email}, ${name}, ${of('now')}, null, ${of('verified')}
        from ${jsonRows(mentions)}
        where ${which} and not ${isErased(of('id'))} and ${customerIdBy(of)} is null`,
    )
    .onConflictDoNothing()
}

/** What the company says of a customer adds what is missing; nothing is overwritten. */
const complete = prepared<Mentions>((orm, value) =>
  orm
    .update(customer)
    .set({
      email: sql`coalesce(${customer.email}, said.email)`,
      name: sql`coalesce(${customer.name}, said.name)`,
      verified: sql`1`,
    })
    .from(
      sql`(select ${customerIdBy(of)} as customer_id, min(${of('email')}) as email, min(${of('name')}) as name
        from ${jsonRows(value('mentions'))}
        where ${of('verified')} = 1 and not ${isErased(of('id'))} group by 1) as said`,
    )
    .where(
      sql`${customer.id} = said.customer_id and (not ${customer.verified} or ${customer.email} is null and said.email is not null or ${customer.name} is null and said.name is not null)`,
    ),
)

/**
 * Writes down that a customer is not to be asked again, or may be. Where nobody vouches that it is them
 * who said so, it is written down beside that answer alone, for a person to judge.
 * @param from the response of whoever said so
 * @param at when they said so, in milliseconds UTC; null when they may be asked
 */
export async function setOptedOut(
  db: Db,
  from: { id: string; customerId: string } & Verification,
  at: number | null,
): Promise<void> {
  await (isVerified(from)
    ? db.orm.update(customer).set({ optedOutAt: at }).where(eq(customer.id, from.customerId))
    : db.orm.update(response).set({ optOutAskedAt: at }).where(eq(response.id, from.id)))
}
