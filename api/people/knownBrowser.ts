import { randomBytes } from 'node:crypto'
import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { Deps } from '../base/deps.ts'
import { basePathOf } from '../base/origin.ts'
import { isSame, signatureOf } from '../base/tokens.ts'

const YEAR = 365 * 86_400

/**
 * Recognises a browser in which the account has signed in before.
 * @returns an id that this server gave the browser; undefined for an unknown one
 */
export function knownBrowserOf(
  context: Context,
  secret: string,
  email: string,
): string | undefined {
  const [id = '', signature = ''] = (getCookie(context, nameFor(secret, email)) ?? '').split('.')
  const isOurs = isSame(Buffer.from(signature, 'base64url'), signed(secret, email, id))
  return isOurs ? id : undefined
}

/** Marks the browser as known for this account, by a cookie that doesn't sign anyone in. */
export function rememberBrowser(
  context: Context,
  { config, workspace: { secret } }: Pick<Deps, 'config' | 'workspace'>,
  email: string,
): void {
  const id = knownBrowserOf(context, secret, email) ?? randomBytes(12).toString('base64url')
  const value = `${id}.${signed(secret, email, id).toString('base64url')}`
  setCookie(context, nameFor(secret, email), value, {
    httpOnly: true,
    sameSite: 'Lax',
    secure: config.publicUrl?.startsWith('https:') ?? false,
    path: basePathOf(config) || '/',
    maxAge: YEAR,
  })
}

/** Names the account's cookie, since a browser may be known to several accounts. */
function nameFor(secret: string, email: string): string {
  return `ohlas.known.${signatureOf(secret, 'known browser of', email).toString('hex').slice(0, 12)}`
}

function signed(secret: string, email: string, id: string): Buffer {
  return signatureOf(secret, 'known browser', `${id} ${email}`)
}
