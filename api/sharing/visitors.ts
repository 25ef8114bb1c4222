import type { Context } from 'hono'
import type { Customer } from '../../db/customers/customers.ts'
import type { Properties } from '../../surveys/answers.ts'
import { chooseLanguage, wantedLanguages } from '../../surveys/locales/index.ts'
import { LINK_NAMES, type SignedPart } from './signedLinks.ts'
import { readLinkDetails, isPropertyOrPersonal } from './linkDetails.ts'
import { isOnScale } from '../../surveys/scoring/metrics.ts'
import { HIDDEN_LINK, mainQuestion, type SurveyDefinition } from '../../surveys/definition.ts'

/** The visitor as described by a survey's link. */
export type Visitor = {
  customer?: Customer
  /** Whether a signed link identified the customer. */
  customerVerified?: true
  /** The single response that a signed link is for. */
  once?: string
  /** The email whose links are one response. */
  set?: { id: string; signed: boolean }
  properties: Properties
  /** Other personal data, for leads and admins only. */
  personal?: Properties
  /** Names of parameters that can't be used. */
  unusable?: string[]
  /** A score chosen outside the page, for example in an email. */
  score?: number
  /** Where the page is shown; undefined for a page of its own. */
  source?: 'widget' | 'kiosk'
  /** They followed the honeypot link, invisible to people. */
  trapped?: true
  /** The link's signature is invalid. */
  badSignature?: true
}

/**
 * Reads a survey's link (docs/links.md). Ignores unusable values, since a bad link must not cost an
 * answer. Parameters that are neither the link's own nor personal (`linkDetails.ts`) are properties of
 * the response.
 * @param signed the link's signed claims; `once` and the survey's signed properties count only from
 *   there
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
  const signedDetails = readLinkDetails(signed, {
    declared: definition.signed ?? [],
    except: LINK_NAMES,
  })
  const customerVerified = signedDetails.customer !== undefined
  // A link signed for one person or email is never a kiosk's, whatever anyone adds to it.
  const isOnes = customerVerified || signed.once !== undefined || signed.set !== undefined
  const place = readSource(via)
  const source = place === 'kiosk' && isOnes ? undefined : place
  const chosen = Number(/^\d{1,2}$/.exec(score ?? byId ?? '')?.[0] ?? NaN)
  const declared = definition.signed ?? []
  const unsigned = declared.filter((name) => !Object.hasOwn(signed, name))
  const except = [...unsigned, ...LINK_NAMES]
  const unsignedDetails = readLinkDetails(place ? beside : rest, { declared, except })
  const { properties, unusable } = unsignedDetails
  const visitor = {
    properties,
    ...(source && { source }),
    ...(unusable.length && { unusable }),
    ...(trapped !== undefined && { trapped: true as const }),
  }
  // A kiosk's respondent is unknown and hasn't chosen anything yet.
  if (source === 'kiosk') return visitor
  // Parameters that anyone may have added say nothing about a customer identified by the company.
  const { customer, personal } = customerVerified ? signedDetails : unsignedDetails
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

/**
 * An email's id, where a placeholder was filled in. Excludes addresses, which are the same in every
 * email to a customer.
 */
const FILLED_IN = /^[\p{L}\p{N}._~:-]{1,200}$/u

/** Returns a link's parameters without its customer. */
export function withoutCustomer(query: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(query).filter(([name]) => name !== 'set' && isPropertyOrPersonal(name)),
  )
}

/** Returns the source that a link names, if pages look different there. */
export function readSource(via: string | undefined): Visitor['source'] {
  return via === 'widget' || via === 'kiosk' ? via : undefined
}

/** Chooses the best available language for this reader. */
export function languageFor(
  context: Context,
  known: readonly string[],
  ...chosen: (string | undefined)[]
): string {
  const preferred = [
    ...chosen,
    context.req.queries('lang')?.at(-1),
    ...wantedLanguages(context.req.header('accept-language') ?? ''),
  ].filter((code) => code !== undefined)
  return chooseLanguage(preferred, known) ?? known[0]!
}

/** Whether a parameter is a property, without any other meaning. */
export function isProperty(name: string): boolean {
  const others = ['score', 'lang', 'via', HIDDEN_LINK, ...LINK_NAMES]
  return !others.includes(name) && isPropertyOrPersonal(name)
}
