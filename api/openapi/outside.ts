import { z, type OpenAPIHono } from '@hono/zod-openapi'
import { instant } from '../base/schemas.ts'
import { submission } from '../respond/submissions.ts'

type Registry = OpenAPIHono['openAPIRegistry']

const answer = z.union([z.string(), z.int(), z.array(z.string()), z.null()])

const saved = z.object({
  id: z.string(),
  state: z.enum(['complete', 'partial', 'unconfirmed', 'test']),
  feedback: z.string().optional().openapi({
    description: 'The path at which the customer finds a complete response again',
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
    request: body(z.object({ email: z.string(), password: z.string() })),
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
      'The whole response so far, under the id that its page was shown with; sent twice, it is stored once.',
    request: {
      params: z.object({ slug: z.string(), id: z.string() }),
      ...body(
        z.object({
          ...submission.shape,
          token: z.string().openapi({ description: 'As on the page that was shown' }),
          answers: z.record(z.string(), answer).optional().openapi({
            description: 'By question: a number, a text, an option, or a list of options',
          }),
          confirmed: z.boolean().default(true).openapi({
            description: 'Whether somebody acted; what nobody confirmed does not count',
          }),
          topic: z.string().optional().openapi({ description: 'A field that people never meet' }),
          answeredAt: instant.optional(),
          sentAt: instant.optional().openapi({
            description:
              'When the device sends it, by the same clock as `answeredAt`, to correct it',
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
