import type { Context } from 'hono'

/** The address this request came to, for links when PUBLIC_URL is not set. */
export function originOf(context: Context): string {
  return new URL(context.req.url).origin
}
