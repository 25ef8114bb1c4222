import type { Context } from 'hono'
import { z } from 'zod'
import type { Customer } from '../db/customers.ts'
import { comment, properties, type Properties } from '../surveys/answers.ts'
import { chooseLanguage, wantedLanguages } from '../surveys/locales/index.ts'
import { isOnScale } from '../surveys/scoring/metrics.ts'
import { HIDDEN_LINK, mainQuestion, type SurveyDefinition } from '../surveys/survey.ts'

/** What a survey's link says about whoever follows it. */
export type Visitor = {
  customer?: Customer
  properties: Properties
  /** A score that was chosen where the link was, such as in a mail. */
  score?: number
  /** Where the page is shown; by itself unless said otherwise. */
  source?: 'widget' | 'kiosk'
  /** They followed the link that people never meet. */
  trapped?: true
}

/**
 * Reads a survey's link. What can't be used is left out: a bad link must not cost an answer.
 * `customer`, `email` and `name` say who it is for, `score` (or the score's own id) is a score, `lang`
 * the language, `via=widget` or `via=kiosk` where it is shown; everything else is a property of the response. Who it is for is known by its other
 * usual names, too, so that it does not end up among the properties, which everyone may read.
 */
export function readVisitor(query: Record<string, string>, definition: SurveyDefinition): Visitor {
  const { score, lang: _, [HIDDEN_LINK]: trapped, ...others } = query
  const main = mainQuestion(definition)
  const { [main.id]: byId, ...rest } = others
  const { customer, email, name, ...about } = named(rest)
  const { via, ...beside } = about
  const source = via === 'widget' || via === 'kiosk' ? via : undefined
  const chosen = Number(/^\d{1,2}$/.exec(score ?? byId ?? '')?.[0] ?? NaN)
  const known = {
    ...oneOf('externalId', words, customer),
    ...oneOf('email', address, email),
    ...oneOf('name', words, name),
  }
  return {
    properties: readProperties(source ? beside : about),
    ...(source && { source }),
    ...(trapped !== undefined && { trapped: true as const }),
    ...(Object.keys(known).length && { customer: known }),
    ...(isOnScale(main.kind, chosen) && { score: chosen }),
  }
}

/** The best language for this reader among those that there are. */
export function languageFor(
  context: Context,
  known: readonly string[],
  ...chosen: (string | undefined)[]
): string {
  const wanted = [
    ...chosen,
    context.req.query('lang'),
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

/** The query with what says who it is for under its own name; that name itself goes first. */
function named(query: Record<string, string>): Record<string, string> {
  const known = new Map<string, string>()
  const others = Object.entries(query).filter(([name, value]) => {
    const plain = name.toLowerCase().replaceAll(/[-_. ]/g, '')
    const own = Object.hasOwn(ALIASES, plain) ? ALIASES[plain]! : undefined
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

function readProperties(given: Record<string, string>): Properties {
  const readable = Object.entries(given).flatMap(([name, value]) => {
    const result = properties.safeParse({ [name]: value })
    return result.success && Object.hasOwn(result.data, name) && result.data[name]
      ? [[name, result.data[name]]]
      : []
  })
  return Object.fromEntries(readable.slice(0, 50)) as Properties
}
