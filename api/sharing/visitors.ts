import type { Context } from 'hono'
import type { Customer } from '../../db/customers/customers.ts'
import type { Properties } from '../../surveys/answers.ts'
import { chooseLanguage, wantedLanguages } from '../../surveys/locales/index.ts'
import { LINK_NAMES, type SignedPart } from './signedLinks.ts'
import { readLinkDetails, saysNothingElse } from './linkDetails.ts'
import { isOnScale } from '../../surveys/scoring/metrics.ts'
import { HIDDEN_LINK, mainQuestion, type SurveyDefinition } from '../../surveys/definition.ts'

/** What a survey's link says about whoever follows it. */
export type Visitor = {
  customer?: Customer
  /** Whether the company itself said so, in a signed link. */
  customerVerified?: true
  /** The one answer that a signed link is for. */
  once?: string
  /** The mail whose links are one response. */
  set?: { id: string; signed: boolean }
  properties: Properties
  /** What it says of the person beside that, for leads alone. */
  personal?: Properties
  /** The names of what it says and can't be used. */
  unusable?: string[]
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
 * everything else is a property of the response, unless it is about the person (`linkDetails.ts`).
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
  const { via, ...beside } = rest
  const own = readLinkDetails(signed, { declared: definition.signed ?? [], except: LINK_NAMES })
  const customerVerified = own.customer !== undefined
  // What the company signed for one person or mail is no kiosk's, whatever anyone adds to the link.
  const isOnes = customerVerified || signed.once !== undefined || signed.set !== undefined
  const place = readSource(via)
  const source = place === 'kiosk' && isOnes ? undefined : place
  const chosen = Number(/^\d{1,2}$/.exec(score ?? byId ?? '')?.[0] ?? NaN)
  const declared = definition.signed ?? []
  const unsigned = declared.filter((name) => !Object.hasOwn(signed, name))
  const except = [...unsigned, ...LINK_NAMES]
  const said = readLinkDetails(place ? beside : rest, { declared, except })
  const { properties, unusable } = said
  const visitor = {
    properties,
    ...(source && { source }),
    ...(unusable.length && { unusable }),
    ...(trapped !== undefined && { trapped: true as const }),
  }
  // Whoever stands before a kiosk is nobody whom its link could know, and has chosen nothing yet.
  if (source === 'kiosk') return visitor
  // What anyone may have added says nothing of a customer whom the company has named.
  const { customer, personal } = customerVerified ? own : said
  return {
    ...visitor,
    ...(customer && { customer }),
    ...(Object.keys(personal).length && { personal }),
    ...(customerVerified && { customerVerified }),
    ...(signed.once && { once: signed.once }),
    ...(signed.set
      ? { set: { id: signed.set, signed: true } }
      : FILLED_IN.test(query.set ?? '') && { set: { id: query.set!, signed: false } }),
    ...(isOnScale(main.kind, chosen) && { score: chosen }),
  }
}

/** What a mail program has put in the place of its placeholder; an address would be the same in every mail. */
const FILLED_IN = /^[\p{L}\p{N}._~:-]{1,200}$/u

/** What a link says, less whom it is for. */
export function withoutCustomer(query: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(query).filter(([name]) => name !== 'set' && saysNothingElse(name)),
  )
}

/** The way that a link names, if it is one that pages are shown in differently. */
export function readSource(via: string | undefined): Visitor['source'] {
  return via === 'widget' || via === 'kiosk' ? via : undefined
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

/** Whether a name in a link is a property's, and says nothing else to every survey. */
export function isProperty(name: string): boolean {
  const others = ['score', 'lang', 'via', HIDDEN_LINK, ...LINK_NAMES]
  return !others.includes(name) && saysNothingElse(name)
}
