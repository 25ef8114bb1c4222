import { eq, sql, type SQL } from 'drizzle-orm'
import { jsonFields } from '../engines/sqlite/json.ts'
import { derivedId } from '../ids.ts'
import type { Db } from '../statements.ts'
import { customer, response, type SOURCES } from '../schema/index.ts'

// How customers are matched, and who may change their record: docs/decisions/0010.

/** A customer as identified by a link, file or widget. */
export type Customer = { externalId?: string; email?: string; name?: string }

/** A response and the customer that it names. */
export type Mention = {
  id: string
  /** Id for a new customer record. */
  customerKey: string
  externalId: string | null
  email: string | null
  name: string | null
  /** Whether the company itself named the customer; 1 or 0. */
  verified: number
  now: number
}

export function mentionOf(
  customer: Customer | undefined,
  from: { id: string; now: number } & Verification,
): Mention {
  return {
    id: from.id,
    customerKey: derivedId(
      0,
      'customer',
      ...[from.id, customer?.externalId, customer?.email].map(String),
    ),
    externalId: customer?.externalId ?? null,
    email: customer?.email?.toLowerCase() ?? null,
    name: customer?.name ?? null,
    verified: isVerified(from) ? 1 : 0,
    now: from.now,
  }
}

/**
 * Identifies a customer by the company's id, or else by the address in lower case. The other part is
 * empty.
 */
export function identityOf({ externalId, email }: Customer = {}): [id: string, email: string] {
  return externalId ? [externalId, ''] : ['', email?.toLowerCase() ?? '']
}

/** Finds the record of the customer that a link refers to; undefined if there is none. */
export async function findCustomer({ orm }: Db, named: Customer): Promise<string | undefined> {
  const mention = mentionOf(named, { id: '', now: 0, source: 'link' })
  const [found] = await orm
    .select({ id: customer.id })
    .from(customer)
    .where(
      eq(
        customer.id,
        customerIdBy((name) => mention[name]),
      ),
    )
  return found?.id
}

type Verification = { customerVerified?: boolean; source: (typeof SOURCES)[number] }

/** Whether the company itself identified the customer: in a signed link, or in a file. */
export const isVerified = ({ customerVerified, source }: Verification) =>
  customerVerified === true || source === 'import' || source === 'example'

/** Returns what an unsigned link claims, which is stored with its response only. */
export const claimsOf = ({ verified, name, email }: Mention) =>
  verified ? { claimedName: null, claimedEmail: null } : { claimedName: name, claimedEmail: email }

/**
 * Selects the id of a response's customer. The company's id decides. Without one, the address finds the
 * record that has no id, or else the only record with that address.
 */
export function customerIdBy(value: (name: keyof Mention) => unknown): SQL<string> {
  const externalId = sql`cast(${value('externalId')} as text)`
  const { id } = customer
  return sql`coalesce(
    (select ${id} from ${customer} where ${customer.externalId} = ${value('externalId')}),
    (select coalesce(
        max(${id}) filter (where ${customer.externalId} is null),
        case when count(*) = 1 then max(${id}) end)
      from ${customer} where ${externalId} is null and ${customer.email} = ${value('email')}),
    (select ${id} from ${customer} where ${id} = ${value('customerKey')}))`
}

/** Whether the response was erased and so must not create a customer. */
export const isErased = (id: unknown) =>
  sql`exists (select 1 from ${response} where ${response.id} = ${id} and ${response.state} = 'erased')`

/** Values for the statements in this file. */
export type Mentions = { mentions: Mention[]; importId: string | null }

/** The fields of `mentions`. */
export const MENTION = jsonFields<keyof Mention>({
  id: 'text',
  customerKey: 'text',
  externalId: 'text',
  email: 'text',
  name: 'text',
  verified: 'boolean',
  now: 'integer',
})

/** The customer's id for one of `mentions`. */
export const MENTIONED_CUSTOMER_ID = customerIdBy((name) => MENTION[name])

/** Values that a mention writes to the customer record: only the identifier if it is unsigned. */
export const RECORD_VALUES = {
  externalId: MENTION.externalId,
  email: sql`case when ${MENTION.verified} or ${MENTION.externalId} is null then ${MENTION.email} end`,
  name: sql`case when ${MENTION.verified} then ${MENTION.name} end`,
  verified: MENTION.verified,
}

/**
 * Stores or clears a customer's opt-out. If the customer isn't verified, stores it with the response
 * only, for a lead to review.
 * @param from the response that the opt-out came from
 * @param at when it was made, in milliseconds UTC; null to opt in again
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
