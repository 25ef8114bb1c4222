import type { Hono, MiddlewareHandler } from 'hono'
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible'
import { addressOf } from './clientAddress.ts'
import type { Config } from './config.ts'
import { TooManyTries } from './problems.ts'

/** A page saves its score, its comment and further answers. */
const SAVES_PER_PAGE = 4

const MINUTE = 60

/**
 * Limits how many pages of `routes` an address may open, and how many saves it may send, per minute.
 * Generous, since offices share an address. Keeps addresses in memory only and never logs them.
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
