import { eq, sql } from 'drizzle-orm'
import { derivedId } from './ids.ts'
import type { Db } from './open.ts'
import { prepared } from './prepared.ts'
import { customer, response, type SOURCES } from './schema.ts'

/** What a response says of whom it is from. */
export type Customer = { externalId?: string; email?: string; name?: string }

export type CustomerKeys = {
  customerId: string | null
  externalId: string | null
  email: string | null
  name: string | null
}

/** What to find or make a customer by; one known by name alone belongs to that one response. */
export function customerKeys(given: Customer | undefined, responseId: string): CustomerKeys {
  if (!given) return { customerId: null, externalId: null, email: null, name: null }
  const externalId = given.externalId ?? null
  const email = given.email?.toLowerCase() ?? null
  const identity = externalId || email ? [externalId, email].map(String) : ['of', responseId]
  return {
    customerId: derivedId(0, 'customer', ...identity),
    externalId,
    email,
    name: given.name ?? null,
  }
}

/** The customer's id, found by their own id first, then by address. */
export const customerIdBy = (value: (name: keyof CustomerKeys) => unknown) => {
  const by = (column: 'externalId' | 'email' | 'id', key: keyof CustomerKeys) =>
    sql`(select ${customer.id} from ${customer} where ${customer[column]} = ${value(key)})`
  return sql<string>`coalesce(${by('externalId', 'externalId')}, ${by('email', 'email')}, ${by('id', 'customerId')})`
}

/** Makes the customer unless one of the keys is known, or the response of this `id` was erased. */
export const insertCustomer = prepared<CustomerKeys & { id: string; now: number }>((orm, value) =>
  orm
    .insert(customer)
    .select(
      sql`select ${value('customerId')}, ${value('externalId')}, ${value('email')}, ${value('name')}, ${value('now')}, null where not ${isErased(value('id'))}`,
    )
    .onConflictDoNothing(),
)

/** Adds to a known customer what is missing, as an import does; nothing for the sake of what was erased. */
export const completeCustomer = prepared<CustomerKeys & { id: string }>((orm, value) => {
  const { set, where } = completion(value)
  return orm
    .update(customer)
    .set(set)
    .where(sql`${where} and not ${isErased(value('id'))}`)
})

/** Whether the response was erased: then nobody is to be kept for its sake. */
export const isErased = (id: unknown) =>
  sql`exists (select 1 from ${response} where ${response.id} = ${id} and ${response.state} = 'erased')`

/**
 * Writes down that a customer is not to be asked again, or may be. Where nobody vouches that it is them
 * who said so, it is written down beside that answer alone, for a person to judge.
 * @param from the response of whoever said so
 * @param at when they said so, in milliseconds UTC; null when they may be asked
 */
export async function setOptedOut(
  db: Db,
  from: { id: string; customerId: string } & Vouching,
  at: number | null,
): Promise<void> {
  await (isVouched(from)
    ? db.orm.update(customer).set({ optedOutAt: at }).where(eq(customer.id, from.customerId))
    : db.orm.update(response).set({ optOutAskedAt: at }).where(eq(response.id, from.id)))
}

type Vouching = { vouched: boolean; source: (typeof SOURCES)[number] }

/** Whether the company itself said whom a response is from: in a signed link, or in a file. */
export const isVouched = ({ vouched, source }: Vouching) => vouched || source === 'import'

/**
 * What an import or a signed link adds to a known customer: nothing is overwritten, and no key is taken from another.
 */
export function completion(value: (name: keyof CustomerKeys) => unknown) {
  const unlessTaken = (key: 'externalId' | 'email') =>
    sql`case when exists (select 1 from ${customer} where ${customer[key]} = ${value(key)}) then ${customer[key]} else coalesce(${customer[key]}, ${value(key)}) end`
  const isNew = (key: 'externalId' | 'email' | 'name') =>
    sql`(${customer[key]} is null and ${value(key)} is not null)`
  return {
    set: {
      externalId: unlessTaken('externalId'),
      email: unlessTaken('email'),
      name: sql`coalesce(${customer.name}, ${value('name')})`,
    },
    where: sql`${customer.id} = ${customerIdBy(value)} and (${isNew('externalId')} or ${isNew('email')} or ${isNew('name')})`,
  }
}
