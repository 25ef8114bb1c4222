import { OpenAPIHono, createRoute, z } from '@hono/zod-openapi'
import { addPerson } from '../base/auth.ts'
import { Forbidden } from '../base/problems.ts'
import { answers, jsonBody } from '../base/schemas.ts'
import { refuseGuessable } from './guessablePasswords.ts'
import { accountEmail, newPassword, shortName } from './schemas.ts'
import type { SignInDeps } from './secondFactor.ts'
import type { Setup } from './setup.ts'
import { startSession } from './startSession.ts'
import { refuseInvalid } from '../base/validation.ts'
import { changeWorkspace } from './workspace.ts'

const firstAdmin = z.strictObject(
  {
    token: z.string('must be text'),
    company: shortName,
    name: shortName,
    email: accountEmail,
    password: newPassword,
  },
  'must be an object',
)

/**
 * Routes of the first visit: the person who opens the URL printed at startup becomes the first admin.
 */
export function setupRoutes(deps: SignInDeps, setup: Setup) {
  const { auth } = deps
  return new OpenAPIHono({ defaultHook: refuseInvalid })
    .openapi(
      createRoute({
        method: 'get',
        path: '/setup',
        security: [],
        request: { query: z.object({ token: z.string('must be given once').default('') }) },
        responses: answers(
          z.object({ open: z.boolean(), needed: z.boolean() }),
          'Whether the token still works, and whether nobody has an account yet',
        ),
      }),
      async (context) =>
        context.json({
          open: await setup.isOpen(context.req.valid('query').token),
          needed: await setup.isNeeded(),
        }),
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/setup',
        security: [],
        request: { body: jsonBody(firstAdmin) },
        responses: answers(z.object({ id: z.string() }), 'The first admin, signed in', 201),
      }),
      async (context) => {
        const { token, company, ...person } = context.req.valid('json')
        await refuseGuessable(person.password, { ...person, company })
        if (!(await setup.claim(token)))
          throw new Forbidden(
            (await setup.isNeeded())
              ? 'This is not the set-up address that Ohlas printed when it last started.'
              : 'There is an admin already.',
          )
        const { id } = await addPerson(auth, { ...person, role: 'admin' })
        await changeWorkspace(deps, { name: company })
        await startSession(deps, context, person)
        return context.json({ id }, 201)
      },
    )
}
