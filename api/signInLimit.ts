import type { HttpBindings } from '@hono/node-server'
import { createMiddleware } from 'hono/factory'
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible'
import { TooManyTries } from './problems.ts'

const MOST_TRIES = 10
const WITHIN_SECONDS = 15 * 60

/**
 * Holds off whoever guesses a password: ten wrong ones for an account from one address, and the next
 * has to wait until a quarter of an hour after the first. Kept in memory alone: addresses of people are
 * nowhere stored.
 * @throws TooManyTries
 */
export function limitSignIns() {
  const tries = new RateLimiterMemory({ points: MOST_TRIES, duration: WITHIN_SECONDS })
  return createMiddleware<{ Bindings: HttpBindings | undefined }>(async (context, next) => {
    const address = context.env?.incoming.socket.remoteAddress ?? ''
    const key = `${address} ${await emailOf(context.req.raw)}`
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
