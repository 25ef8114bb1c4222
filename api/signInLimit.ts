import { createMiddleware } from 'hono/factory'
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible'
import { addressOf } from './clientAddress.ts'
import type { Config } from './config.ts'
import { TooManyTries } from './problems.ts'

const MOST_TRIES = 10
const WITHIN_SECONDS = 15 * 60

/**
 * Holds off whoever guesses a password: ten wrong ones for an account from one address, and the next
 * has to wait until a quarter of an hour after the first. Kept in memory alone: addresses of people are
 * nowhere stored.
 * @throws TooManyTries
 */
export function limitSignIns(config: Config) {
  const tries = new RateLimiterMemory({ points: MOST_TRIES, duration: WITHIN_SECONDS })
  return createMiddleware(async (context, next) => {
    const key = `${addressOf(context, config)} ${await emailOf(context.req.raw)}`
    await tries.consume(key).catch((refused: RateLimiterRes) => {
      throw new TooManyTries(Math.ceil(refused.msBeforeNext / 1000))
    })
    await next()
    if (context.res.ok) await tries.delete(key)
  })
}

async function emailOf(request: Request): Promise<string> {
  const body = (await request
    .clone()
    .json()
    .catch(() => null)) as { email?: unknown } | null
  return String(body?.email).toLowerCase().slice(0, 200)
}
