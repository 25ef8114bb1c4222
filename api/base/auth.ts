import { APIError } from 'better-auth/api'
import { betterAuth } from 'better-auth/minimal'
import { authStorage } from '../../db/people/authStorage.ts'
import { isActive } from '../../db/people/people.ts'
import type { Db } from '../../db/statements.ts'
import { ROLES, type Role } from '../../db/schema/index.ts'
import type { Workspace } from '../../db/people/workspace.ts'
import { Conflict } from '../../surveys/errors.ts'
import type { Config } from './config.ts'
import { basePathOf } from './origin.ts'
import { Unauthorized } from './problems.ts'
import { HOUR } from '../../surveys/durations.ts'
import { SHORTEST_PASSWORD } from '../../surveys/limits.ts'

export type Auth = ReturnType<typeof createAuth>

export type PasswordHashing = {
  hash(password: string): Promise<string>
  verify(attempt: { hash: string; password: string }): Promise<boolean>
}

/** Interval at which a session's last use is stored. */
const SESSION_USE_RECORDED = HOUR

/**
 * Creates better-auth for sign-in with email and password. Nobody can sign up: people are added or
 * invited.
 * @param password how passwords are hashed; scrypt by default
 */
export function createAuth(
  db: Db,
  config: Config,
  workspace: Workspace,
  password?: PasswordHashing,
) {
  return betterAuth({
    baseURL: config.publicUrl && new URL(config.publicUrl).origin,
    basePath: '/api/auth',
    secret: workspace.secret,
    database: authStorage(db),
    telemetry: { enabled: false },
    logger: { disabled: true },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: SHORTEST_PASSWORD,
      maxPasswordLength: 200,
      password,
    },
    user: {
      additionalFields: {
        role: { type: [...ROLES], required: true, input: false },
        deactivatedAt: { type: 'number', required: false, input: false },
      },
    },
    session: { updateAge: SESSION_USE_RECORDED / 1000 },
    databaseHooks: {
      // Refuses deactivated people a session, so that they get the response to a wrong password.
      session: {
        create: {
          before: async ({ userId }) => ((await isActive(db, userId)) ? undefined : false),
        },
      },
    },
    advanced: {
      cookiePrefix: 'ohlas',
      defaultCookieAttributes: { path: basePathOf(config) || '/' },
      useSecureCookies: config.publicUrl?.startsWith('https:') ?? false,
      ipAddress: { disableIpTracking: true },
    },
  })
}

/** Normalises an email address as accounts store it. */
export function normalEmail(email: string): string {
  return email.trim().toLowerCase()
}

/**
 * Signs someone in. Hashes the password even if there is no such account, so that both take equally
 * long.
 * @param headers the request's, for the session's browser
 * @returns the person, the cookies to set, and how to end the session again
 * @throws Unauthorized
 */
export async function signIn(
  auth: Auth,
  credentials: { email: string; password: string },
  headers: Headers,
): Promise<{ id: string; headers: Headers; undo: () => Promise<void> }> {
  try {
    const signedIn = await auth.api.signInEmail({ body: credentials, headers, returnHeaders: true })
    const { token, user } = signedIn.response
    const { internalAdapter } = await auth.$context
    return {
      id: user.id,
      headers: signedIn.headers,
      undo: () => internalAdapter.deleteSession(token),
    }
  } catch (error) {
    if (error instanceof APIError && error.statusCode < 500)
      throw new Unauthorized('The email address or the password is wrong.')
    throw error
  }
}

/** Ends a request's session, if it has one. @returns the cookies to set */
export async function endSession(auth: Auth, headers: Headers): Promise<Headers> {
  return (await auth.api.signOut({ headers, returnHeaders: true })).headers
}

/** Creates an account. @throws Conflict if the address already has one */
export async function addPerson(
  auth: Auth,
  person: { email: string; name: string; password: string; role: Role },
): Promise<{ id: string }> {
  const { internalAdapter, password } = await auth.$context
  const email = normalEmail(person.email)
  if (await internalAdapter.findUserByEmail(email))
    throw new Conflict(`${email} has an account already.`)
  const created = await internalAdapter.createUser(
    { email, name: person.name, role: person.role, emailVerified: true },
    { method: 'admin' },
  )
  await internalAdapter.linkAccount({
    userId: created.id,
    accountId: created.id,
    providerId: 'credential',
    password: await password.hash(person.password),
  })
  return { id: created.id }
}
