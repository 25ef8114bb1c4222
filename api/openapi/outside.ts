import { z, type OpenAPIHono } from '@hono/zod-openapi'
import { instant } from '../base/schemas.ts'
import { submission } from '../respond/submissions.ts'

type Registry = OpenAPIHono['openAPIRegistry']

const answer = z.union([z.string(), z.int(), z.array(z.string()), z.null()])

const saved = z.object({
  id: z.string(),
  state: z.enum(['complete', 'partial', 'unconfirmed', 'test']),
  feedback: z.string().optional().openapi({
    description: 'Path of the customer’s feedback page, once the response is complete',
  }),
})

const signedIn = z.object({ user: z.object({ id: z.string(), email: z.string() }) })

/** Describes the routes that don't describe themselves. */
export function describeOutside(registry: Registry) {
  registry.registerComponent('securitySchemes', 'key', { type: 'http', scheme: 'bearer' })
  registry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: 'ohlas.session_token',
    description: 'Set by signing in; over HTTPS its name begins with `__Secure-`',
  })
  registry.registerPath({
    method: 'get',
    path: '/api/v1/openapi.json',
    security: [],
    responses: json(z.record(z.string(), z.unknown()), 'An OpenAPI 3.1 document'),
  })
  registry.registerPath({
    method: 'post',
    path: '/api/auth/sign-in/email',
    security: [],
    request: body(
      z.object({
        email: z.string(),
        password: z.string(),
        code: z.string().optional().openapi({
          description:
            'For an account with a second factor, without which the problem’s type is `second-factor-missing`: a code of its app, or a recovery code',
        }),
      }),
    ),
    responses: json(signedIn, 'Signed in; the session is in a cookie'),
  })
  registry.registerPath({
    method: 'post',
    path: '/api/auth/sign-out',
    security: [],
    responses: json(z.object({ success: z.boolean() }), 'Signed out'),
  })
  registry.registerPath({
    method: 'put',
    path: '/s/{slug}/responses/{id}',
    security: [],
    description:
      'Saves the whole response so far under the id that its page was shown with. Repeating a save has no effect.',
    request: {
      params: z.object({ slug: z.string(), id: z.string() }),
      ...body(
        z.object({
          ...submission.shape,
          token: z.string().openapi({ description: 'The token of the page' }),
          answers: z.record(z.string(), answer).optional().openapi({
            description: 'By question id: a number, a text, an option, or a list of options',
          }),
          confirmed: z.boolean().default(true).openapi({
            description:
              'Whether the respondent has interacted with the page; unconfirmed responses don’t count',
          }),
          topic: z
            .string()
            .optional()
            .openapi({ description: 'The honeypot, which people never see' }),
          answeredAt: instant.optional(),
          sentAt: instant.optional().openapi({
            description:
              'When the device sends it, by the same clock as `answeredAt`; used to correct a wrong clock',
          }),
        }),
      ),
    },
    responses: json(saved, 'Stored'),
  })
}

const body = (schema: z.ZodType) => ({
  body: { required: true, content: { 'application/json': { schema } } },
})

const json = (schema: z.ZodType, description: string) => ({
  200: { description, content: { 'application/json': { schema } } },
})
