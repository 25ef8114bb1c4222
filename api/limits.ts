import type { HttpBindings } from '@hono/node-server'
import type { Context, Hono, MiddlewareHandler } from 'hono'
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible'
import type { Config } from './config.ts'
import { TooManyTries } from './problems.ts'

/** One page saves its score, its comment and what follows. */
const SAVES_PER_PAGE = 4

const MINUTE = 60

/**
 * How many of the pages behind `routes` one address may open and how much it may save there in a minute;
 * generous, as an office shares one. Kept in memory alone: no address is stored or logged.
 * @throws TooManyTries
 */
export function limitVisits(routes: Hono, config: Config): void {
  const { rateLimit } = config
  if (rateLimit === 'off') return
  routes.get('/*', limit(config, rateLimit))
  routes.on(['POST', 'PUT'], '/*', limit(config, rateLimit * SAVES_PER_PAGE))
}

function limit(config: Config, points: number): MiddlewareHandler {
  const visits = new RateLimiterMemory({ points, duration: MINUTE })
  return async (context, next) => {
    const address = addressOf(context, config)
    if (address)
      await visits.consume(address).catch((refused: RateLimiterRes) => {
        throw new TooManyTries(Math.ceil(refused.msBeforeNext / 1000))
      })
    return next()
  }
}

/** Whom a request comes from: an IPv4 address, or the network that an IPv6 address belongs to. */
export function addressOf(context: Context, { trustProxy }: Config): string {
  const { incoming } = (context.env ?? {}) as Partial<HttpBindings>
  if (!incoming) return ''
  const told = incoming.headers['x-forwarded-for']
  const hops = trustProxy && told ? String(told).split(',') : []
  // Each proxy adds whom it heard from; what stands before those that are ours may be made up.
  const address = hops[Math.max(0, hops.length - trustProxy)] ?? incoming.socket.remoteAddress ?? ''
  return networkOf(address.trim().replace(/^::ffff:/, ''))
}

/** Whoever has one IPv6 address has all that begin with the same four groups. */
function networkOf(address: string): string {
  if (!address.includes(':')) return address
  const [before = '', after] = address.split('::')
  const groups = before.split(':')
  if (after !== undefined) groups.push('0', '0', '0', '0')
  return groups.slice(0, 4).join(':')
}
