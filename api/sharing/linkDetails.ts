import { z } from 'zod'
import type { Customer } from '../../db/customers/customers.ts'
import { properties, type Properties } from '../../surveys/answers.ts'
import {
  customerId,
  emailAddress,
  emailInQuery,
  personName,
  wholeName,
} from '../../surveys/person.ts'
import { isUnfilled } from '../../surveys/placeholders.ts'
import { isNetworkAddress, subjectOf } from '../../surveys/personal.ts'
import { LONGEST_PROPERTY_NAME, MOST_PROPERTIES } from '../../surveys/limits.ts'

/** What a link's query contains besides its own parameters. */
export type LinkDetails = {
  customer?: Customer
  /** Visible to everyone. */
  properties: Properties
  /** Personal data, for leads and admins only. */
  personal: Properties
  /** Names of parameters that can't be used. */
  unusable: string[]
}

/**
 * Sorts a link's parameters into properties and personal data. Drops trackers, such as click ids.
 * @param declared properties that the survey itself names, whatever they look like
 * @param except names to ignore
 */
export function readLinkDetails(
  query: Record<string, string>,
  { declared, except }: { declared: string[]; except: string[] },
): LinkDetails {
  const who = new Map<Part, string>()
  const about: [string, string][] = []
  const personal: [string, string][] = []
  for (const [name, value] of Object.entries(query)) {
    if (value === '') continue
    const subject = declared.includes(name) ? 'property' : subjectIn(name, value)
    if (subject === 'property') about.push([name, value])
    else if (subject === 'personal') personal.push([name, value])
    else if (subject !== 'tracking' && (subject === name || !who.has(subject)))
      who.set(subject, value)
  }
  const unusable: string[] = []
  const customer = customerIn(who, unusable)
  const read = (entries: [string, string][]) =>
    readProperties(
      entries.filter(([name]) => !except.includes(name)),
      unusable,
    )
  return {
    ...(customer && { customer }),
    properties: read(about),
    personal: read(personal),
    unusable: unusable.slice(0, MOST_UNUSABLE),
  }
}

const MOST_UNUSABLE = 20

/** Whether a link's parameter is a property or personal data, and nothing else. */
export function isPropertyOrPersonal(name: string): boolean {
  return ['property', 'personal'].includes(subjectIn(name, ''))
}

type Part = 'customer' | 'email' | 'name' | 'firstName' | 'lastName'

function subjectIn(name: string, value: string): Part | 'property' | 'personal' | 'tracking' {
  if (isNetworkAddress(name, value)) return 'tracking'
  const plain = name.toLowerCase().replaceAll(/[-_. ]/g, '')
  if (plain === 'customer') return 'customer'
  if (ADDRESS.test(plain)) return 'email'
  const subject = subjectOf(name, value)
  return subject === 'customerId' ? 'customer' : subject
}

/** Names that always mean an address; an invalid value is then reported. */
const ADDRESS = /^(?:customer|user)?e?mail(?:address)?$/

function customerIn(who: Map<Part, string>, unusable: string[]): Customer | undefined {
  const read = (part: 'customer' | 'email' | 'name', schema: z.ZodType<string>, value?: string) => {
    if (!value) return undefined
    const result = schema.safeParse(value)
    if (!result.success) unusable.push(part)
    return result.data
  }
  const email = who.get('email')
  const [name, first, last] = (['name', 'firstName', 'lastName'] as const).map(
    (part) => who.get(part) ?? '',
  )
  const known = {
    externalId: read('customer', customerId, who.get('customer')),
    email: read('email', emailAddress, email && emailInQuery(email)),
    name: read('name', personName, wholeName(name!, first!, last!)),
  }
  const present = Object.entries(known).filter(([, value]) => value !== undefined)
  return present.length ? Object.fromEntries(present) : undefined
}

function readProperties(entries: [name: string, value: string][], unusable: string[]): Properties {
  const readable = entries.flatMap(([name, value]) => {
    const { data } = properties.safeParse({ [name]: value })
    const usable = data && Object.hasOwn(data, name) && !isUnfilled(value)
    if (!usable && name.length <= LONGEST_PROPERTY_NAME) unusable.push(name)
    return usable && data[name] ? [[name, data[name]]] : []
  })
  unusable.push(...readable.slice(MOST_PROPERTIES).map(([name]) => String(name)))
  return Object.fromEntries(readable.slice(0, MOST_PROPERTIES)) as Properties
}
