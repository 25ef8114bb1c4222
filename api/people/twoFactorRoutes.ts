import { OpenAPIHono, z } from '@hono/zod-openapi'
import {
  aboutTwoFactor,
  beginTwoFactor,
  countRecoveryCodes,
  enableTwoFactor,
  readTwoFactor,
  removeTwoFactor,
  replaceRecoveryCodes,
} from '../../db/people/twoFactor.ts'
import { Conflict, InvalidInput } from '../../surveys/errors.ts'
import { auditActor, personIn, type Env } from '../base/access.ts'
import type { Deps } from '../base/deps.ts'
import { route } from '../base/route.ts'
import { answers, instant, jsonBody } from '../base/schemas.ts'
import { refuseInvalid } from '../base/validation.ts'
import type { OwnPassword } from './ownPassword.ts'
import { currentPassword } from './schemas.ts'
import { newRecoveryCode, newTotpSecret, stepOf, totpUri } from './totp.ts'

const RECOVERY_CODES = 10

const state = z.object({
  enabledAt: instant.nullable().openapi({ description: 'Null if it is off' }),
  recoveryCodes: z.int().openapi({ description: 'How many are left' }),
  readable: z.boolean().openapi({
    description: 'False if the server has lost the key to it: only recovery codes work then',
  }),
})

const setUp = z.object({
  secret: z.string().openapi({ description: 'In base32, to be typed into the app' }),
  uri: z.string().openapi({ description: 'The same as an `otpauth` address, for a QR code' }),
})

const recoveryCodes = z.object({
  recoveryCodes: z.array(z.string()).openapi({ description: 'Shown once; each works once' }),
})

const password = z.strictObject({ password: currentPassword }, 'must be an object')
const code = z.strictObject({ code: z.string('must be text').max(20) }, 'must be an object')

/**
 * Routes of one's own second factor: set up with an app, confirmed by a code, turned off with the
 * password.
 */
export function twoFactorRoutes(deps: Deps, checkPassword: OwnPassword) {
  const { db, secrets, workspace, now } = deps
  const newCodes = () => Array.from({ length: RECOVERY_CODES }, newRecoveryCode)

  return new OpenAPIHono<Env>({ defaultHook: refuseInvalid })
    .openapi(
      route('viewer', 'get', '/me/two-factor', {
        responses: answers(state, 'Whether it is on, and how many recovery codes are left'),
      }),
      async (context) => {
        const { id } = personIn(context.get('actor'))
        const factor = await readTwoFactor(db, id)
        return context.json({
          enabledAt: factor?.enabledAt ?? null,
          recoveryCodes: factor?.enabledAt ? await countRecoveryCodes(db, id) : 0,
          readable: !factor || secrets.canOpen(factor.secret),
        })
      },
    )
    .openapi(
      route('viewer', 'post', '/me/two-factor', {
        request: { body: jsonBody(password) },
        responses: answers(setUp, 'What the app needs; on once a code is confirmed', 201),
      }),
      async (context) => {
        const { id, email } = personIn(context.get('actor'))
        await checkPassword(id, context.req.valid('json').password, 'password')
        if ((await readTwoFactor(db, id))?.enabledAt) throw new Conflict('It is on already.')
        const secret = newTotpSecret()
        await beginTwoFactor(db, id, secrets.seal(aboutTwoFactor(id), secret))
        const issuer = `Ohlas (${workspace.name})`
        return context.json({ secret, uri: totpUri(secret, { issuer, email }) }, 201)
      },
    )
    .openapi(
      route('viewer', 'put', '/me/two-factor', {
        request: { body: jsonBody(code) },
        responses: answers(recoveryCodes, 'It is on; the codes that work without the app'),
      }),
      async (context) => {
        const { id: userId } = personIn(context.get('actor'))
        const factor = await readTwoFactor(db, userId)
        const secret = factor && secrets.open(aboutTwoFactor(userId), factor.secret)
        if (!secret || factor.enabledAt !== null)
          throw new Conflict('Nothing is being set up. Begin again.')
        const typed = context.req.valid('json').code.replace(/\s/g, '')
        const step = stepOf(typed, secret, now())
        if (step === null)
          throw new InvalidInput([{ field: 'code', message: 'is not what the app shows now' }])
        const codes = newCodes()
        const enabled = { userId, secret: factor.secret, step, codes, now: now() }
        if (!(await enableTwoFactor(db, enabled)))
          throw new Conflict('It was set up elsewhere meanwhile.')
        return context.json({ recoveryCodes: codes }, 200)
      },
    )
    .openapi(
      route('viewer', 'post', '/me/recovery-codes', {
        request: { body: jsonBody(password) },
        responses: answers(recoveryCodes, 'New codes; earlier ones no longer work', 201),
      }),
      async (context) => {
        const { id: userId } = personIn(context.get('actor'))
        await checkPassword(userId, context.req.valid('json').password, 'password')
        const codes = newCodes()
        if (!(await replaceRecoveryCodes(db, { userId, codes, now: now() })))
          throw new Conflict('Two-factor is off.')
        return context.json({ recoveryCodes: codes }, 201)
      },
    )
    .openapi(
      route('viewer', 'post', '/me/two-factor/removal', {
        request: { body: jsonBody(password) },
        responses: { 204: { description: 'The password alone signs in' } },
      }),
      async (context) => {
        const actor = personIn(context.get('actor'))
        await checkPassword(actor.id, context.req.valid('json').password, 'password')
        await removeTwoFactor(db, actor.id, { actor: auditActor(actor), now: now() })
        return context.body(null, 204)
      },
    )
}
