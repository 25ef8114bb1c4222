import type { Hook } from '@hono/zod-openapi'
import type { MiddlewareHandler } from 'hono'
import { InvalidInput } from '../../surveys/errors.ts'
import { fieldErrors } from '../../surveys/fieldErrors.ts'
import type { Env } from './access.ts'

/** Converts schema errors to InvalidInput. */
// oxlint-disable-next-line typescript/no-explicit-any -- the hook serves routes of every shape
export const refuseInvalid: Hook<any, Env, any, any> = (result) => {
  if (!result.success) throw new InvalidInput(fieldErrors(result.error))
}

/** Reads an empty JSON body as an empty object. */
export const takeNoBody: MiddlewareHandler = async ({ req }, next) => {
  const isJson = /^application\/([\w.-]+\+)?json\b/i.test(req.header('content-type') ?? '')
  if (isJson && req.method !== 'GET' && (await req.text()).trim() === '')
    Object.assign(req.bodyCache, { text: Promise.resolve('{}') })
  await next()
}
