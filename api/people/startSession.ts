import type { Context } from 'hono'
import { recordSession } from '../audit/record.ts'
import { normalEmail, signIn } from '../base/auth.ts'
import { giveCookies } from '../base/cookies.ts'
import type { Deps } from '../base/deps.ts'
import { rememberBrowser } from './knownBrowser.ts'

/**
 * Signs somebody in: gives the cookies, records it, and remembers the browser.
 * @returns the person's id
 * @throws Unauthorized
 */
export async function startSession(
  deps: Deps,
  context: Context,
  { email, password }: { email: string; password: string },
): Promise<string> {
  const account = normalEmail(email)
  const { headers } = context.req.raw
  const started = await signIn(deps.auth, { email: account, password }, headers)
  await recordSession(deps, 'session.started', started.id)
  giveCookies(context, started.headers)
  rememberBrowser(context, deps, account)
  return started.id
}
