import type { Context } from 'hono'
import { recordSession } from '../audit/record.ts'
import { normalEmail, signIn } from '../base/auth.ts'
import { giveCookies } from '../base/cookies.ts'
import { rememberBrowser } from './knownBrowser.ts'
import type { SignInDeps } from './secondFactor.ts'

/**
 * Signs someone in: sets the cookies, records it, and remembers the browser.
 * @returns the person's id
 * @throws Unauthorized
 * @throws SecondFactorNeeded if the account has a second factor and the code is missing or wrong
 * @throws TooManyTries
 */
export async function startSession(
  deps: SignInDeps,
  context: Context,
  { email, password, code }: { email: string; password: string; code?: string | undefined },
): Promise<string> {
  const account = normalEmail(email)
  const { headers } = context.req.raw
  const started = await signIn(deps.auth, { email: account, password }, headers)
  try {
    await deps.checkSecondFactor(started.id, code)
  } catch (error) {
    // Ends the session, whose cookie nobody got.
    await started.undo()
    if (code !== undefined) await recordSession(deps, 'session.refused', started.id)
    throw error
  }
  await recordSession(deps, 'session.started', started.id)
  giveCookies(context, started.headers)
  rememberBrowser(context, deps, account)
  return started.id
}
