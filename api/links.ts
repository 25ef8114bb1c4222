import { hmac } from './hmac.ts'
import { isSame } from './tokens.ts'

/** The names in a link's query that say something of the link itself; none is ever a property. */
export const LINK_NAMES = ['sig', 'once', 'until']

/** What a signed link says, by name; nobody but the company can have written it. */
export type SignedPart = Record<string, string>

/** The key that signs the links of one survey, as text; it opens nothing else. */
export function linkKeyOf(secret: string, surveyId: string): string {
  return hmac(secret, `links.${surveyId}`)
}

/**
 * The query of a signed link.
 * @param claims what it says, in the order in which it will say it (docs/links.md)
 */
export function signLink(key: string, claims: SignedPart): string {
  const sig = signatureOf(key, Object.entries(claims))
  return new URLSearchParams({ ...claims, sig }).toString()
}

/**
 * What a link says before its signature; what stands behind that is not signed.
 * @param url the address that was opened
 * @returns undefined for a link that is not signed, or was changed
 */
export function readSignedLink(key: string, url: string): SignedPart | undefined {
  const query = [...new URLSearchParams(url.slice(url.indexOf('?') + 1))]
  const end = query.findIndex(([name]) => name === 'sig')
  if (end < 0) return undefined
  const claims = query.slice(0, end)
  const given = Buffer.from(query[end]![1], 'base64url')
  if (!isSame(given, Buffer.from(signatureOf(key, claims), 'base64url'))) return undefined
  // Two texts that read alike line by line must not say different things.
  const isPlain = claims.every(([name, value]) => !/[=\n]/.test(name) && !value.includes('\n'))
  const signed: SignedPart = Object.fromEntries(claims.toReversed())
  return isPlain ? signed : undefined
}

function signatureOf(key: string, claims: [name: string, value: string][]): string {
  const text = claims.map(([name, value]) => `${name}=${value}`).join('\n')
  return hmac(key, text)
}
