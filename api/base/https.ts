import type { MiddlewareHandler } from 'hono'
import type { Config } from './config.ts'

/** Whether the server owns its host and is reached there by HTTPS. */
export function isOnHttpsAlone({ publicUrl }: Config): boolean {
  return publicUrl !== undefined && /^https:\/\/[^/]+$/.test(publicUrl)
}

/** Sets HSTS for a year, without subdomains, which belong to others. */
export const demandHttps: MiddlewareHandler = async (context, next) => {
  await next()
  context.header('strict-transport-security', 'max-age=31536000')
}
