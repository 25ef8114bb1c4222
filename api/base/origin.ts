import type { Context, MiddlewareHandler } from 'hono'
import { getPath } from 'hono/utils/url'
import type { Config } from './config.ts'
import { AddressNotSet, Forbidden, OtherOrigin } from './problems.ts'

type Settings = Pick<Config, 'publicUrl'>

/** Reached under these names, a server is on the reader's own machine. */
const OWN_MACHINE = new Set(['localhost', '127.0.0.1', '[::1]'])

/** The path of PUBLIC_URL, under which everything is served, such as `/feedback`; '' without one. */
export function basePathOf({ publicUrl }: Settings): string {
  return publicUrl ? new URL(publicUrl).pathname.replace(/\/$/, '') : ''
}

/** What whoever runs the server has to know of the path of PUBLIC_URL, if anything. */
export function warningOfPath(settings: Settings): string | undefined {
  const base = basePathOf(settings)
  if (!/^\/(api|assets|f|s)(\/|$)/.test(base)) return undefined
  return `PUBLIC_URL=${settings.publicUrl}: its path begins like one of Ohlas's own. Let the proxy pass ${base} on; a proxy that strips the path needs one that does not begin with /api, /assets, /f or /s.`
}

/** Reads the path by which a request is routed. A proxy may pass the base path on, or take it away. */
export function pathBelow(base: string): (request: Request) => string {
  if (!base) return getPath
  return (request) => {
    const path = getPath(request)
    if (path === base) return '/'
    return path.startsWith(`${base}/`) ? path.slice(base.length) : path
  }
}

/**
 * The address that links which leave this server begin with: PUBLIC_URL, as anyone can write into a
 * request's Host header what they like. Only on the reader's own machine the request's is taken.
 * @returns null when PUBLIC_URL is not set and the request came from elsewhere
 */
export function addressOf({ publicUrl }: Settings, { req }: Context): string | null {
  if (publicUrl) return publicUrl
  const { hostname, origin } = new URL(req.url)
  return OWN_MACHINE.has(hostname) ? origin : null
}

/** The same where a link can't do without. @throws AddressNotSet */
export function knownAddressOf(settings: Settings, context: Context): string {
  const address = addressOf(settings, context)
  if (address === null) throw new AddressNotSet()
  return address
}

/**
 * Refuses what a browser writes from a page of another site: signing in included, so that nobody is signed
 * into somebody else's account. Where it is the same server, opened under another name than it was set up
 * for, the refusal names the setting that decides it. Programs with a key need no such check.
 * @throws OtherOrigin, Forbidden
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

/** Older browsers send no `Sec-Fetch-Site`; a page that hides its address has the origin "null" in all. */
function isCrossSite(headers: Headers): boolean {
  const unstated = headers.get('origin') === 'null' ? 'cross-site' : 'none'
  const site = headers.get('sec-fetch-site') ?? unstated
  return site !== 'same-origin' && site !== 'none'
}
