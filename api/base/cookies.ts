import type { Context } from 'hono'

/** Copies the cookies that other headers set. */
export function giveCookies(context: Context, headers: Headers): void {
  for (const cookie of headers.getSetCookie())
    context.header('set-cookie', cookie, { append: true })
}
