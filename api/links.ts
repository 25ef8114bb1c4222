import { hmac } from './hmac.ts'
import { isSame } from './tokens.ts'

/** The names in a link's query that say something of the link itself; none is ever a property. */
export const LINK_NAMES = ['signed', 'set', 'once', 'until', 'sig']

/** What a signed link says, by name; nobody but the company can have written it. */
export type SignedPart = Record<string, string>

/** The key that signs the links of one survey, as text; it opens nothing else. */
export function linkKeyOf(secret: string, surveyId: string): string {
  return hmac(secret, `links.${surveyId}`)
}

/**
 * The query of a signed link. It begins by saying that it is signed, so that what is left of it when its
 * end is cut off is not taken for an unsigned one.
 * @param claims what it says, in the order in which it will say it (docs/links.md)
 */
export function signLink(key: string, claims: SignedPart): string {
  const all = { signed: '1', ...claims }
  const sig = signatureOf(key, Object.entries(all))
  return new URLSearchParams({ ...all, sig }).toString()
}

/** What a link says, by name, in its order; of several values the first. */
export function queryOf(url: string): Record<string, string> {
  const query = new Map<string, string>()
  for (const [name, value] of linesOf(url)) if (!query.has(name)) query.set(name, value)
  return Object.fromEntries(query)
}

/**
 * What a link says up to its signature; what stands behind that, or was put before it on its way, is not
 * signed.
 * @param url the address that was opened
 * @returns undefined for a link that is not signed, `bad` for one that was, and was cut or changed
 */
export function readSignedLink(key: string, url: string): SignedPart | 'bad' | undefined {
  const lines = linesOf(url)
  const end = lines.findIndex(([name]) => name === 'sig')
  if (end < 0) return lines.some(([name]) => ONLY_SIGNED.has(name)) ? 'bad' : undefined
  const given = Buffer.from(lines[end]![1], 'base64url')
  const fits = (start: number) =>
    isSame(given, Buffer.from(signatureOf(key, lines.slice(start, end)), 'base64url'))
  // Programs that count clicks put names of their own in front.
  const start = [...lines.keys()].slice(0, Math.min(end, MOST_LINES)).find(fits)
  if (start === undefined) return 'bad'
  const claims = lines.slice(start, end)
  // Two texts that read alike line by line must not say different things.
  const isPlain = claims.every(([name, value]) => !/[=\n]/.test(name) && !value.includes('\n'))
  const { signed: _, ...signed }: SignedPart = Object.fromEntries(claims.toReversed())
  const isContradicted = lines.slice(0, start).some(([name]) => Object.hasOwn(signed, name))
  return isPlain && !isContradicted ? signed : 'bad'
}

/** What only signed links say. */
const ONLY_SIGNED = new Set(['signed', 'once', 'until'])
/** No link has more. */
const MOST_LINES = 100

/** The query line by line; some programs for mails leave `&` as it is written in HTML. */
function linesOf(url: string): [name: string, value: string][] {
  const start = url.indexOf('?')
  return start < 0 ? [] : [...new URLSearchParams(url.slice(start + 1).replaceAll('&amp;', '&'))]
}

function signatureOf(key: string, claims: [name: string, value: string][]): string {
  const text = claims.map(([name, value]) => `${name}=${value}`).join('\n')
  return hmac(key, text)
}
