import { createHmac, timingSafeEqual } from 'node:crypto'

/** The names in a link's query that say something of the link itself; none is ever a property. */
export const LINK_NAMES = ['sig', 'once', 'until']

/** What a signed link says, by name; nobody but the company can have written it. */
export type SignedPart = Record<string, string>

/** The key that signs the links of one survey, as text; it opens nothing else. */
export function linkKeyOf(secret: string, surveyId: string): string {
  return createHmac('sha256', secret).update(`links.${surveyId}`).digest('base64url')
}

/**
 * The query of a signed link.
 * @param claims what it says, in the order in which it will say it (docs/links.md)
 */
export function signLink(key: string, claims: SignedPart): string {
  const sig = signatureOf(key, Object.entries(claims)).toString('base64url')
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
  const expected = signatureOf(key, claims)
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined
  // Two texts that read alike line by line must not say different things.
  const isPlain = claims.every(([name, value]) => !/[=\n]/.test(name) && !value.includes('\n'))
  const signed: SignedPart = Object.fromEntries(claims.toReversed())
  return isPlain ? signed : undefined
}

function signatureOf(key: string, claims: [name: string, value: string][]): Buffer {
  const text = claims.map(([name, value]) => `${name}=${value}`).join('\n')
  return createHmac('sha256', key).update(text).digest()
}
