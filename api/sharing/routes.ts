import { randomBytes } from 'node:crypto'
import { OpenAPIHono, z } from '@hono/zod-openapi'
import { countBadSignatures } from '../../db/responses/list.ts'
import { readSurvey } from '../../db/surveys/surveys.ts'
import { properties } from '../../surveys/answers.ts'
import { customerId, emailAddress, personName } from '../../surveys/person.ts'
import { InvalidInput, type FieldError } from '../../surveys/errors.ts'
import { auditActor, type Env } from '../base/access.ts'
import { recordAudit } from '../../db/audit/audit.ts'
import type { Deps } from '../base/deps.ts'
import { linkKeyOf, signLink } from './signedLinks.ts'
import { knownAddressOf } from '../base/origin.ts'
import { answers, instant, jsonBody } from '../base/schemas.ts'
import { route } from '../base/route.ts'
import { refuseInvalid } from '../base/validation.ts'
import { isProperty } from './visitors.ts'
import { DAY } from '../../surveys/durations.ts'

const params = z.object({ id: z.string() })

const MOST_AT_ONCE = 200
/** Days over which invalid signatures are counted. */
const LATELY = 30

const link = z.strictObject(
  {
    properties: properties.optional(),
    customer: z
      .strictObject(
        {
          id: customerId.optional(),
          email: emailAddress.optional(),
          name: personName.optional(),
        },
        'must be an object',
      )
      .optional(),
    language: z.string('must be a language code').optional(),
    singleUse: z.boolean('must be true or false').default(false),
    expiresAt: z.int('must be milliseconds since 1970 UTC').optional(),
  },
  'must be an object',
)
type Link = z.infer<typeof link>

const howMany = `must be a list of 1 to ${MOST_AT_ONCE} links`
const links = z.strictObject(
  { links: z.array(link, howMany).min(1, howMany).max(MOST_AT_ONCE, howMany) },
  'must be an object',
)

/** Routes for creating signed and single-use links (docs/links.md). */
export function linkRoutes({ db, config, workspace, now }: Deps) {
  return new OpenAPIHono<Env>({ defaultHook: refuseInvalid })
    .openapi(
      route({ role: 'admin', scope: 'ask' }, 'post', '/surveys/{id}/links', {
        request: { params, body: jsonBody(links) },
        responses: answers(
          z.object({
            links: z.array(z.object({ url: z.string(), expiresAt: instant.nullable() })),
          }),
          'Signed links, in the order of the request',
        ),
      }),
      async (context) => {
        const address = knownAddressOf(config, context)
        const { id, slug, draft } = await readSurvey(db, context.req.valid('param').id)
        const requested = context.req.valid('json').links
        const wrong = requested.flatMap((each, at) =>
          complaints(each, draft, now()).map(({ field, message }) => ({
            field: `links.${at}.${field}`,
            message,
          })),
        )
        if (wrong.length) throw new InvalidInput(wrong)
        const key = linkKeyOf(workspace.secret, id)
        const start = `${address}/s/${slug}`
        return context.json({
          links: requested.map((each) => {
            const language = each.language ? `&lang=${encodeURIComponent(each.language)}` : ''
            const url = `${start}?${signLink(key, claimsOf(each))}${language}`
            return { url, expiresAt: each.expiresAt ?? null }
          }),
        })
      },
    )
    .openapi(
      route('admin', 'get', '/surveys/{id}/link-signatures', {
        request: { params },
        responses: answers(
          z.object({ days: z.int(), invalid: z.int() }),
          'How many recent answers came through links with an invalid signature',
        ),
      }),
      async (context) => {
        const { id } = await readSurvey(db, context.req.valid('param').id)
        const since = now() - LATELY * DAY
        return context.json({ days: LATELY, invalid: await countBadSignatures(db, id, since) })
      },
    )
    .openapi(
      route('admin', 'get', '/surveys/{id}/link-key', {
        request: { params },
        responses: answers(
          z.object({ key: z.string() }),
          'The key to sign links to this survey with',
        ),
      }),
      async (context) => {
        const { id } = await readSurvey(db, context.req.valid('param').id)
        const actor = auditActor(context.get('actor'))
        await recordAudit(db, { at: now(), actor, action: 'signing_key.viewed', surveyId: id })
        return context.json({ key: linkKeyOf(workspace.secret, id) })
      },
    )
}

type LinkSurvey = {
  signed?: string[] | undefined
  languages: string[]
  questions: { id: string }[]
}

function complaints({ properties, language, expiresAt }: Link, survey: LinkSurvey, now: number) {
  const found: FieldError[] = []
  for (const [name, value] of Object.entries(properties ?? {})) {
    if (
      (!isProperty(name) && !survey.signed?.includes(name)) ||
      survey.questions.some(({ id }) => id === name)
    )
      found.push({ field: `properties.${name}`, message: 'means something else in a link' })
    if (value.includes('\n'))
      found.push({ field: `properties.${name}`, message: 'must be one line' })
  }
  if (language !== undefined && !survey.languages.includes(language))
    found.push({ field: 'language', message: 'must be a language of the survey' })
  if (expiresAt !== undefined && expiresAt <= now)
    found.push({ field: 'expiresAt', message: 'must not have passed' })
  return found
}

function claimsOf({ properties, customer, singleUse, expiresAt }: Link): Record<string, string> {
  const isNamed = customer?.id !== undefined || customer?.email !== undefined
  return {
    ...properties,
    ...(customer?.id && { customer: customer.id }),
    ...(customer?.email && { email: customer.email }),
    ...(customer?.name && { name: customer.name }),
    // The links of one customer's email differ after the signature and share one response. A link
    // without a customer may be shared, with a response per person.
    ...((singleUse || isNamed) && {
      [singleUse ? 'once' : 'set']: randomBytes(12).toString('base64url'),
    }),
    ...(expiresAt !== undefined && { until: String(Math.ceil(expiresAt / 1_000)) }),
  }
}
