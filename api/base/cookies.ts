import type { Context } from 'hono'

/** Adds the cookies that `headers` set to the response. */
export function giveCookies(context: Context, headers: Headers): void {
  for (const cookie of headers.getSetCookie())
    context.header('set-cookie', cookie, { append: true })
}
