import type { Context } from 'hono'
import { z } from 'zod'
import type { Customer } from '../db/customers.ts'
import { comment, properties, type Properties } from '../surveys/answers.ts'
import { chooseLanguage, wantedLanguages } from '../surveys/locales/index.ts'
import { LINK_NAMES, type SignedPart } from './links.ts'
import { isOnScale } from '../surveys/scoring/metrics.ts'
import { HIDDEN_LINK, mainQuestion, type SurveyDefinition } from '../surveys/survey.ts'

/** What a survey's link says about whoever follows it. */
export type Visitor = {
  customer?: Customer
  /** Whether the company itself said so, in a signed link. */
  vouched?: true
  /** The one answer that a signed link is for. */
  once?: string
  /** The mail whose links are one response. */
  set?: { id: string; signed: boolean }
  properties: Properties
  /** A score that was chosen where the link was, such as in a mail. */
  score?: number
  /** Where the page is shown; by itself unless said otherwise. */
  source?: 'widget' | 'kiosk'
  /** They followed the link that people never meet. */
  trapped?: true
  /** The link's signature does not fit what it says. */
  badSignature?: true
}

/**
 * Reads a survey's link. What can't be used is left out: a bad link must not cost an answer.
 * `customer`, `email` and `name` say who it is for, `score` (or the score's own id) is a score, `lang`
 * the language, `via=widget` or `via=kiosk` where it is shown, `once` the single answer that it is for;
 * everything else is a property of the response. Who it is for is known by its other usual names, too,
 * so that it does not end up among the properties, which everyone may read.
 * @param signed what of it the company itself has signed: properties that the survey takes from no
 *               other links, and `once`, count only from there
 */
export function readVisitor(
  query: Record<string, string>,
  definition: SurveyDefinition,
  signed: SignedPart = {},
): Visitor {
  const { score, lang: _, [HIDDEN_LINK]: trapped, ...others } = query
  const main = mainQuestion(definition)
  const { [main.id]: byId, ...rest } = others
  const { customer: _id, email: _email, name: _name, ...about } = named(rest)
  const { via, ...beside } = about
  const source = readSource(via)
  const chosen = Number(/^\d{1,2}$/.exec(score ?? byId ?? '')?.[0] ?? NaN)
  const unsigned = definition.signed?.filter((name) => !Object.hasOwn(signed, name)) ?? []
  const visitor = {
    properties: readProperties(source ? beside : about, [...unsigned, ...LINK_NAMES]),
    ...(source && { source }),
    ...(trapped !== undefined && { trapped: true as const }),
  }
  // Whoever stands before a kiosk is nobody whom its link could know, and has chosen nothing yet.
  if (source === 'kiosk') return visitor
  const vouched = customerIn(signed)
  const customer = vouched ?? customerIn(rest)
  return {
    ...visitor,
    ...(customer && { customer }),
    ...(vouched && { vouched: true as const }),
    ...(signed.once && { once: signed.once }),
    ...(signed.set
      ? { set: { id: signed.set, signed: true } }
      : FILLED_IN.test(query.set ?? '') && { set: { id: query.set!, signed: false } }),
    ...(isOnScale(main.kind, chosen) && { score: chosen }),
  }
}

/** What a mail program has put in the place of its placeholder. */
const FILLED_IN = /^[\p{L}\p{N}._~:@-]{1,200}$/u

/** What a link says, less whom it is for. */
export function withoutCustomer({
  set: _,
  ...query
}: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(query).filter(([name]) => !isAlias(name)))
}

/** The way that a link names, if it is one that pages are shown in differently. */
export function readSource(via: string | undefined): Visitor['source'] {
  return via === 'widget' || via === 'kiosk' ? via : undefined
}

/** Who a link is for, as far as it says so in usable words. */
function customerIn(query: Record<string, string>): Customer | undefined {
  const { customer, email, name } = named(query)
  const known = {
    ...oneOf('externalId', words, customer),
    ...oneOf('email', address, email),
    ...oneOf('name', words, name),
  }
  return Object.keys(known).length ? known : undefined
}

/** The best language for this reader among those that there are. */
export function languageFor(
  context: Context,
  known: readonly string[],
  ...chosen: (string | undefined)[]
): string {
  const wanted = [
    ...chosen,
    context.req.queries('lang')?.at(-1),
    ...wantedLanguages(context.req.header('accept-language') ?? ''),
  ].filter((code) => code !== undefined)
  return chooseLanguage(wanted, known) ?? known[0]!
}

const ALIASES: Record<string, 'customer' | 'email' | 'name'> = {
  customerid: 'customer',
  userid: 'customer',
  mail: 'email',
  emailaddress: 'email',
  customeremail: 'email',
  useremail: 'email',
  customername: 'name',
  username: 'name',
  fullname: 'name',
  customer: 'customer',
  email: 'email',
  name: 'name',
}

/** Whether a name in a link is a property's, and says nothing else to every survey. */
export function isProperty(name: string): boolean {
  const others = ['score', 'lang', 'via', HIDDEN_LINK, ...LINK_NAMES]
  return !others.includes(name) && !isAlias(name)
}

function isAlias(name: string): boolean {
  return Object.hasOwn(ALIASES, plainOf(name))
}

function plainOf(name: string): string {
  return name.toLowerCase().replaceAll(/[-_. ]/g, '')
}

/** The query with what says who it is for under its own name; that name itself goes first. */
function named(query: Record<string, string>): Record<string, string> {
  const known = new Map<string, string>()
  const others = Object.entries(query).filter(([name, value]) => {
    const own = isAlias(name) ? ALIASES[plainOf(name)]! : undefined
    if (own && (own === name || !known.has(own))) known.set(own, value)
    return !own
  })
  return Object.fromEntries([...others, ...known])
}

const words = comment.pipe(z.string().min(1).max(200))
const address = words.pipe(z.email())

function oneOf<Name extends string>(name: Name, schema: z.ZodType<string>, given?: string) {
  const result = given ? schema.safeParse(given) : undefined
  return (result?.success ? { [name]: result.data } : {}) as { [name in Name]?: string }
}

function readProperties(given: Record<string, string>, except: string[]): Properties {
  const readable = Object.entries(given).flatMap(([name, value]) => {
    if (except.includes(name)) return []
    const result = properties.safeParse({ [name]: value })
    return result.success && Object.hasOwn(result.data, name) && result.data[name]
      ? [[name, result.data[name]]]
      : []
  })
  return Object.fromEntries(readable.slice(0, 50)) as Properties
}
