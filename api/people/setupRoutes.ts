import { OpenAPIHono, createRoute, z } from '@hono/zod-openapi'
import { addPerson, normalEmail, signIn } from '../base/auth.ts'
import { giveCookies } from '../base/cookies.ts'
import { recordSession } from '../audit/record.ts'
import type { Deps } from '../base/deps.ts'
import { rememberBrowser } from './knownBrowser.ts'
import { Forbidden } from '../base/problems.ts'
import { answers, jsonBody } from '../base/schemas.ts'
import { shortName } from './schemas.ts'
import type { Setup } from './setup.ts'
import { refuseInvalid } from '../base/validation.ts'
import { changeWorkspace } from './workspace.ts'
import { LONGEST_ACCOUNT_EMAIL, SHORTEST_PASSWORD } from '../../surveys/limits.ts'

const firstAdmin = z.strictObject(
  {
    token: z.string('must be text'),
    company: shortName,
    name: shortName,
    email: z.email('must be an e-mail address').max(LONGEST_ACCOUNT_EMAIL),
    password: z
      .string('must be text')
      .min(SHORTEST_PASSWORD, `must have at least ${SHORTEST_PASSWORD} characters`)
      .max(200, 'must have at most 200 characters'),
  },
  'must be an object',
)

/** First visit: whoever opens the URL printed at startup becomes the first admin. */
export function setupRoutes(deps: Deps, setup: Setup) {
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
          'Whether this token still opens, and whether nobody has an account yet',
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
        if (!(await setup.claim(token)))
          throw new Forbidden(
            (await setup.isNeeded())
              ? 'This is not the set-up address that Ohlas printed when it last started.'
              : 'There is an admin already.',
          )
        const { id } = await addPerson(auth, { ...person, role: 'admin' })
        await changeWorkspace(deps, { name: company })
        const { headers } = await signIn(auth, person, context.req.raw.headers)
        await recordSession(deps, 'session.started', id)
        giveCookies(context, headers)
        rememberBrowser(context, deps, normalEmail(person.email))
        return context.json({ id }, 201)
      },
    )
}
