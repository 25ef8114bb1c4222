import type { Context, MiddlewareHandler } from 'hono'
import { getPath } from 'hono/utils/url'
import type { Config } from './config.ts'
import { AddressNotSet, Forbidden, OtherOrigin } from './problems.ts'

type Settings = Pick<Config, 'publicUrl'>

/** Host names of the reader's own machine. */
const OWN_MACHINE = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * Returns the path of PUBLIC_URL, under which everything is served, such as `/feedback`; '' if it has
 * none.
 */
export function basePathOf({ publicUrl }: Settings): string {
  return publicUrl ? new URL(publicUrl).pathname.replace(/\/$/, '') : ''
}

/** Returns a warning for the operator about PUBLIC_URL's path, if it needs one. */
export function warningOfPath(settings: Settings): string | undefined {
  const base = basePathOf(settings)
  if (!/^\/(api|assets|f|s)(\/|$)/.test(base)) return undefined
  return `PUBLIC_URL=${settings.publicUrl}: its path begins like one of Ohlas's own. Let the proxy pass ${base} on; a proxy that strips the path needs one that does not begin with /api, /assets, /f or /s.`
}

/** Returns the path to route a request by. A proxy may pass the base path on or strip it. */
export function pathBelow(base: string): (request: Request) => string {
  if (!base) return getPath
  return (request) => {
    const path = getPath(request)
    if (path === base) return '/'
    return path.startsWith(`${base}/`) ? path.slice(base.length) : path
  }
}

/**
 * Returns the base URL of links that leave the server: PUBLIC_URL, since a Host header can be forged.
 * On the reader's own machine, it is the request's origin.
 * @returns null if PUBLIC_URL is not set and the request came from elsewhere
 */
export function addressOf({ publicUrl }: Settings, { req }: Context): string | null {
  if (publicUrl) return publicUrl
  const { hostname, origin } = new URL(req.url)
  return OWN_MACHINE.has(hostname) ? origin : null
}

/** Returns the same where a link is required. @throws AddressNotSet */
export function knownAddressOf(settings: Settings, context: Context): string {
  const address = addressOf(settings, context)
  if (address === null) throw new AddressNotSet()
  return address
}

/**
 * Rejects a browser's writes from other sites. This includes sign-ins, so that nobody can be signed
 * into another person's account. If the server was opened under another address, the error names
 * PUBLIC_URL. Programs with a key need no such check.
 * @throws OtherOrigin
 * @throws Forbidden
 */
export function refuseOtherOrigin({ publicUrl }: Settings): MiddlewareHandler {
  return async ({ req }, next) => {
    if (!READS.has(req.method)) {
      const opened = req.header('origin')
      const own = new URL(publicUrl ?? req.url).origin
      if (opened && opened !== 'null' && opened !== own) throw new OtherOrigin(publicUrl, opened)
      if (!req.header('authorization') && isCrossSite(req.raw.headers))
        throw new Forbidden('This was sent by another site.')
    }
    await next()
  }
}

const READS = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Whether a request comes from another site. Older browsers send no `Sec-Fetch-Site`; in all browsers a
 * page that hides its address has the origin "null".
 */
function isCrossSite(headers: Headers): boolean {
  const unstated = headers.get('origin') === 'null' ? 'cross-site' : 'none'
  const site = headers.get('sec-fetch-site') ?? unstated
  return site !== 'same-origin' && site !== 'none'
}
