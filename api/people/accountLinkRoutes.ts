import { OpenAPIHono, createRoute, z } from '@hono/zod-openapi'
import { findAccountLink, type AccountLink } from '../../db/people/accountLinks.ts'
import { acceptInvitation, resetByLink } from '../../db/people/joining.ts'
import { listPeople } from '../../db/people/people.ts'
import { ACCOUNT_LINK_KINDS } from '../../db/schema/index.ts'
import { InvalidInput, NotFound, SecondFactorNeeded } from '../../surveys/errors.ts'
import { normalEmail } from '../base/auth.ts'
import { AccountLinkUnusable } from '../base/problems.ts'
import { answers, instant, jsonBody } from '../base/schemas.ts'
import { refuseInvalid } from '../base/validation.ts'
import { refuseGuessable } from './guessablePasswords.ts'
import { accountEmail, newPassword, role, shortName } from './schemas.ts'
import type { SignInDeps } from './secondFactor.ts'
import { startSession } from './startSession.ts'

const params = z.object({ token: z.string() })

const facts = z.object({
  kind: z.enum(ACCOUNT_LINK_KINDS),
  company: z.string(),
  role: role.nullable().openapi({ description: 'The role of an invitation' }),
  email: z.string().nullable().openapi({
    description: 'The address whose password is reset, or that the invitation is limited to',
  }),
  name: z.string().nullable(),
  expiresAt: instant,
})

const acceptance = z.strictObject(
  {
    name: shortName.optional().openapi({ description: 'Required by invitations' }),
    email: accountEmail
      .optional()
      .openapi({ description: 'Required by an invitation without an address' }),
    password: newPassword,
  },
  'must be an object',
)

const result = z.object({
  signedIn: z.boolean().openapi({
    description:
      'False if the account has a second factor: sign in with the new password and a code',
  }),
})

/** Routes for using an invitation or a reset link. */
export function accountLinkRoutes(deps: SignInDeps) {
  const { db, auth, workspace, now } = deps

  /** @throws NotFound, AccountLinkUnusable */
  const usableLink = async (token: string): Promise<AccountLink> => {
    const link = await findAccountLink(db, token)
    if (!link) throw new NotFound('link')
    if (link.usedAt !== null) throw new AccountLinkUnusable('used')
    if (link.withdrawnAt !== null) throw new AccountLinkUnusable('withdrawn')
    if (link.expiresAt <= now()) throw new AccountLinkUnusable('expired')
    return link
  }

  /** Returns whom the link is for, as far as it says. */
  const addresseeOf = async ({ kind, userId, email, name }: AccountLink) => {
    if (kind === 'invite') return { email, name }
    const [person] = await listPeople(db, userId!)
    return { email: person!.email, name: person!.name }
  }

  return new OpenAPIHono({ defaultHook: refuseInvalid })
    .openapi(
      createRoute({
        method: 'get',
        path: '/account-links/{token}',
        security: [],
        request: { params },
        responses: answers(facts, 'What the link allows'),
      }),
      async (context) => {
        const link = await usableLink(context.req.valid('param').token)
        const { kind, role, expiresAt } = link
        const addressee = await addresseeOf(link)
        return context.json({ kind, role, expiresAt, company: workspace.name, ...addressee })
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/account-links/{token}',
        security: [],
        request: { params, body: jsonBody(acceptance) },
        responses: answers(result, 'Joined, or the password set'),
      }),
      async (context) => {
        const { token } = context.req.valid('param')
        const { password, ...sent } = context.req.valid('json')
        const link = await usableLink(token)
        const { name, email } = identityOf(link, sent, await addresseeOf(link))
        await refuseGuessable(password, { name, email, company: workspace.name })
        const hash = await (await auth.$context).password.hash(password)
        const done =
          link.kind === 'invite'
            ? await acceptInvitation(db, link, { name, email, hash, now: now() })
            : await resetByLink(db, link, { hash, now: now() })
        if (!done) {
          await usableLink(token)
          throw new InvalidInput([{ field: 'email', message: 'has an account already' }])
        }
        try {
          await startSession(deps, context, { email, password })
        } catch (error) {
          if (!(error instanceof SecondFactorNeeded)) throw error
          return context.json({ signedIn: false }, 200)
        }
        return context.json({ signedIn: true }, 200)
      },
    )
}

/**
 * Returns name and address of the person using the link. An invitation for one address accepts no
 * other.
 * @throws InvalidInput
 */
function identityOf(
  { kind }: AccountLink,
  sent: { name?: string | undefined; email?: string | undefined },
  fixed: { name: string | null; email: string | null },
): { name: string; email: string } {
  const email = sent.email === undefined ? fixed.email : normalEmail(sent.email)
  const name = kind === 'reset' ? fixed.name : (sent.name ?? fixed.name)
  const wrong = [
    ...(name === null ? [{ field: 'name', message: 'must be given' }] : []),
    ...(email === null ? [{ field: 'email', message: 'must be given' }] : []),
    ...(fixed.email !== null && email !== fixed.email
      ? [{ field: 'email', message: 'must be the address that this link is for' }]
      : []),
  ]
  if (name === null || email === null || wrong.length) throw new InvalidInput(wrong)
  return { name, email }
}
