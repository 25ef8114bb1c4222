import type { Context } from 'hono'

/** Gives the browser the cookies that some other headers set. */
export function giveCookies(context: Context, headers: Headers): void {
  for (const cookie of headers.getSetCookie())
    context.header('set-cookie', cookie, { append: true })
}
