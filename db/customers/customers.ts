import { eq, sql, type SQL } from 'drizzle-orm'
import { jsonFields } from '../engines/sqlite/json.ts'
import { derivedId } from '../ids.ts'
import type { Db } from '../statements.ts'
import { customer, response, type SOURCES } from '../schema/index.ts'

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

/** What tells a customer from others: the company's id, or else the address, as records hold them. */
export function identityOf({ externalId, email }: Customer = {}): [id: string, email: string] {
  return externalId ? [externalId, ''] : ['', email?.toLowerCase() ?? '']
}

/** The id of the record of a customer whom a link names; undefined where there is none yet. */
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

/** Whether the company itself said whom a response is from: in a signed link, or in a file. */
export const isVerified = ({ customerVerified, source }: Verification) =>
  customerVerified === true || source === 'import' || source === 'example'

/** What an unsigned link claims is kept with its response alone. */
export const claimsOf = ({ verified, name, email }: Mention) =>
  verified ? { claimedName: null, claimedEmail: null } : { claimedName: name, claimedEmail: email }

/**
 * The id of the customer whom a response mentions. The company's id decides; an address alone means the
 * record without an id, or else the only one that has the address.
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

/** Whether the response was erased: then nobody is to be kept for its sake. */
export const isErased = (id: unknown) =>
  sql`exists (select 1 from ${response} where ${response.id} = ${id} and ${response.state} = 'erased')`

/** What the statements here are filled with. */
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

/** The id of the customer of one of `mentions`. */
export const MENTIONED = customerIdBy((name) => MENTION[name])

/** What a mention says of the customer: of an unsigned one, only what it names them by. */
export const SAID = {
  externalId: MENTION.externalId,
  email: sql`case when ${MENTION.verified} or ${MENTION.externalId} is null then ${MENTION.email} end`,
  name: sql`case when ${MENTION.verified} then ${MENTION.name} end`,
  verified: MENTION.verified,
}

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
