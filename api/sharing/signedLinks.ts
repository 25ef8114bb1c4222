import { hmac } from '../base/hmac.ts'
import { isSame } from '../base/tokens.ts'

/** Parameters about the link itself, which are never properties. */
export const LINK_NAMES = ['signed', 'set', 'once', 'until', 'sig']

/** A signed link's claims by name; only the company can have written them. */
export type SignedPart = Record<string, string>

/** Derives the key that signs one survey's links, as text; it is valid for nothing else. */
export function linkKeyOf(secret: string, surveyId: string): string {
  return hmac(secret, `links.${surveyId}`)
}

/**
 * Builds the query of a signed link. `signed` comes first, so that a truncated link isn't mistaken for
 * an unsigned one.
 * @param claims in their order in the link (docs/links.md)
 */
export function signLink(key: string, claims: SignedPart): string {
  const all = { signed: '1', ...claims }
  const sig = hmac(key, textOf(Object.entries(all)))
  return new URLSearchParams({ ...all, sig }).toString()
}

/** Returns a link's parameters by name, in order; of repeated ones, the first. */
export function queryOf(url: string): Record<string, string> {
  const query = new Map<string, string>()
  for (const { decoded } of linesOf(url)) if (!query.has(decoded[0])) query.set(...decoded)
  return Object.fromEntries(query)
}

/**
 * Reads what a link's signature covers; parameters after it, or put in front on its way, are unsigned.
 * The signed text is either the claims line by line, unescaped, or the query as sent (docs/links.md).
 * @param url the opened URL
 * @returns undefined for an unsigned link, `bad` for one truncated or changed
 */
export function readSignedLink(key: string, url: string): SignedPart | 'bad' | undefined {
  const lines = linesOf(url)
  const end = lines.findIndex(({ decoded }) => decoded[0] === 'sig')
  if (end < 0) return lines.some(({ decoded }) => ONLY_SIGNED.has(decoded[0])) ? 'bad' : undefined
  if (end > MOST_LINES) return 'bad'
  const signature = signatureIn(lines[end]!.unspaced[1])
  const fits = (text: string) => isSame(signature, Buffer.from(hmac(key, text), 'base64url'))
  // Click trackers insert their own parameters in front.
  for (let start = 0; start < end; start++) {
    const claims = signedClaims(lines.slice(start, end), fits)
    if (!claims) continue
    // Texts that are equal line by line must not mean different claims.
    const isPlain = claims.every(([name, value]) => !/[=\n]/.test(name) && !value.includes('\n'))
    const { signed: _, ...signed }: SignedPart = Object.fromEntries(claims.toReversed())
    const isContradicted = lines
      .slice(0, start)
      .some(({ decoded }) => Object.hasOwn(signed, decoded[0]))
    return isPlain && !isContradicted ? signed : 'bad'
  }
  return 'bad'
}

/**
 * Returns the claims in some lines of a query if the signature matches, with "+" as the signer meant
 * it.
 */
function signedClaims(lines: Line[], fits: (text: string) => boolean): Claim[] | undefined {
  const decoded = lines.map((line) => line.decoded)
  if (fits(textOf(decoded))) return decoded
  const query = lines.map(({ raw }) => raw).join('&')
  if (query.includes('+')) {
    const unspaced = lines.map((line) => line.unspaced)
    if (fits(textOf(unspaced))) return unspaced
  }
  // No text of lines begins like this, so the two forms can't be confused.
  return query.startsWith('signed=1&') && fits(query) ? decoded : undefined
}

/** Decodes an HMAC-SHA256 in base64url, base64 or hexadecimal. */
function signatureIn(text: string): Buffer {
  return Buffer.from(text, /^[\da-f]{64}$/i.test(text) ? 'hex' : 'base64url')
}

/** Parameters valid only in signed links. */
const ONLY_SIGNED = new Set(['signed', 'once', 'until'])
/** The most lines before a signature; each may be the first signed one. */
const MOST_LINES = 100

type Claim = [name: string, value: string]
/** `decoded` like a form, where "+" is a space; `unspaced` where it is a plus; `raw` as sent. */
type Line = { decoded: Claim; unspaced: Claim; raw: string }

/** Splits a query into parameters; some mail programs leave `&` escaped as in HTML. */
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
