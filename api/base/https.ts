import type { MiddlewareHandler } from 'hono'
import type { Config } from './config.ts'

/** Whether this server has the host of its address for itself, and is reached there by HTTPS. */
export function isOnHttpsAlone({ publicUrl }: Config): boolean {
  return publicUrl !== undefined && /^https:\/\/[^/]+$/.test(publicUrl)
}

/** Has browsers ask by HTTPS for a year; of subdomains this server knows nothing. */
export const demandHttps: MiddlewareHandler = async (context, next) => {
  await next()
  context.header('strict-transport-security', 'max-age=31536000')
}
