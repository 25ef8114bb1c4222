import { Hono, type Context } from 'hono'
import { z } from 'zod'
import { InvalidInput, SecondFactorNeeded } from '../../surveys/errors.ts'
import { fieldErrors } from '../../surveys/fieldErrors.ts'
import { endSession, normalEmail } from '../base/auth.ts'
import { giveCookies } from '../base/cookies.ts'
import { findPersonId } from '../../db/people/people.ts'
import { recordSession } from '../audit/record.ts'
import { Unauthorized } from '../base/problems.ts'
import { oneAtATime } from '../base/oneAtATime.ts'
import type { SignInDeps } from './secondFactor.ts'
import { limitSignIns } from './signInLimit.ts'
import { startSession } from './startSession.ts'

/** The most sign-ins that may wait for a password hash, which takes a tenth of a second. */
const MOST_WAITING = 40

const credentials = z.object(
  {
    email: z.string('must be text').min(1, 'must not be empty').max(200),
    password: z.string('must be text').max(200, 'must have at most 200 characters'),
    /** A code of the account's second factor, or a recovery code. */
    code: z.string('must be text').min(1, 'must not be empty').max(40).optional(),
  },
  'must be an object',
)

/**
 * Routes for signing in and out, the only parts of better-auth that are exposed. Passwords are hashed
 * one at a time, with a separate queue for known browsers, so that guessing slows down neither them nor
 * file access.
 */
export function signInRoutes(deps: SignInDeps) {
  const begin = limitSignIns(deps)
  const inTurn = { known: oneAtATime(MOST_WAITING), others: oneAtATime(MOST_WAITING) }

  return new Hono()
    .post('/sign-in/email', async (context) => {
      const { email, password, code } = await readCredentials(context)
      const account = normalEmail(email)
      const attempt = begin(context, account)
      const id = await inTurn[attempt.known ? 'known' : 'others'](() =>
        startSession(deps, context, { email: account, password, code }),
      ).catch(async (error: unknown) => {
        // Uncounts a correct password; wrong codes are counted separately.
        if (error instanceof SecondFactorNeeded && code === undefined) attempt.succeeded()
        if (error instanceof Unauthorized)
          await recordSession(deps, 'session.refused', await findPersonId(deps.db, account))
        throw error
      })
      attempt.succeeded()
      return context.json({ id })
    })
    .post('/sign-out', async (context) => {
      const { headers } = context.req.raw
      const session = await deps.auth.api.getSession({ headers })
      giveCookies(context, await endSession(deps.auth, headers))
      if (session) await recordSession(deps, 'session.ended', session.user.id)
      return context.json({})
    })
}

/** Reads JSON or a form of any encoding. @throws InvalidInput */
async function readCredentials(context: Context) {
  const isJson = /^application\/json\b/i.test(context.req.header('content-type') ?? '')
  const sent: unknown = await (isJson ? context.req.json() : context.req.parseBody()).catch(() => {
    throw new InvalidInput([{ field: 'body', message: isJson ? 'must be JSON' : 'must be a form' }])
  })
  const result = credentials.safeParse(sent)
  if (!result.success) throw new InvalidInput(fieldErrors(result.error))
  return result.data
}
