import { hmac } from '../base/hmac.ts'
import { isSame } from '../base/tokens.ts'

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
  const sig = hmac(key, textOf(Object.entries(all)))
  return new URLSearchParams({ ...all, sig }).toString()
}

/** What a link says, by name, in its order; of several values the first. */
export function queryOf(url: string): Record<string, string> {
  const query = new Map<string, string>()
  for (const { decoded } of linesOf(url)) if (!query.has(decoded[0])) query.set(...decoded)
  return Object.fromEntries(query)
}

/**
 * What a link says up to its signature; what stands behind that, or was put before it on its way, is not
 * signed. Signed is either of two texts: the claims line by line, unescaped, or the query as it was sent
 * (docs/links.md).
 * @param url the address that was opened
 * @returns undefined for a link that is not signed, `bad` for one that was, and was cut or changed
 */
export function readSignedLink(key: string, url: string): SignedPart | 'bad' | undefined {
  const lines = linesOf(url)
  const end = lines.findIndex(({ decoded }) => decoded[0] === 'sig')
  if (end < 0) return lines.some(({ decoded }) => ONLY_SIGNED.has(decoded[0])) ? 'bad' : undefined
  if (end > MOST_LINES) return 'bad'
  const given = signatureIn(lines[end]!.unspaced[1])
  const fits = (text: string) => isSame(given, Buffer.from(hmac(key, text), 'base64url'))
  // Programs that count clicks put names of their own in front.
  for (let start = 0; start < end; start++) {
    const claims = signedClaims(lines.slice(start, end), fits)
    if (!claims) continue
    // Two texts that read alike line by line must not say different things.
    const isPlain = claims.every(([name, value]) => !/[=\n]/.test(name) && !value.includes('\n'))
    const { signed: _, ...signed }: SignedPart = Object.fromEntries(claims.toReversed())
    const isContradicted = lines
      .slice(0, start)
      .some(({ decoded }) => Object.hasOwn(signed, decoded[0]))
    return isPlain && !isContradicted ? signed : 'bad'
  }
  return 'bad'
}

/** The claims in some lines of a query if a signature fits them, with "+" as whoever signed it meant it. */
function signedClaims(lines: Line[], fits: (text: string) => boolean): Claim[] | undefined {
  const decoded = lines.map((line) => line.decoded)
  if (fits(textOf(decoded))) return decoded
  const query = lines.map(({ raw }) => raw).join('&')
  if (query.includes('+')) {
    const unspaced = lines.map((line) => line.unspaced)
    if (fits(textOf(unspaced))) return unspaced
  }
  // No text of lines begins like this, so that neither can be taken for the other.
  return query.startsWith('signed=1&') && fits(query) ? decoded : undefined
}

/** HMAC-SHA256 in base64url or base64, or in hexadecimal digits. */
function signatureIn(text: string): Buffer {
  return Buffer.from(text, /^[\da-f]{64}$/i.test(text) ? 'hex' : 'base64url')
}

/** What only signed links say. */
const ONLY_SIGNED = new Set(['signed', 'once', 'until'])
/** No link has more lines before its signature; each of them may be the first that is signed. */
const MOST_LINES = 100

type Claim = [name: string, value: string]
/** `decoded` as forms are, where "+" is a space; `unspaced` where it is a plus; `raw` as it was sent. */
type Line = { decoded: Claim; unspaced: Claim; raw: string }

/** The query line by line; some programs for mails leave `&` as it is written in HTML. */
function linesOf(url: string): Line[] {
  const start = url.indexOf('?')
  if (start < 0) return []
  const query = url.slice(start + 1).replaceAll('&amp;', '&')
  return query.split('&').flatMap((raw) => {
    const [decoded] = new URLSearchParams(raw)
    const [unspaced] = raw.includes('+')
      ? new URLSearchParams(raw.replaceAll('+', '%2B'))
      : [decoded]
    return decoded && unspaced ? [{ decoded, unspaced, raw }] : []
  })
}

const textOf = (claims: Claim[]) => claims.map(([name, value]) => `${name}=${value}`).join('\n')
