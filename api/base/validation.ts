import type { Hook } from '@hono/zod-openapi'
import type { MiddlewareHandler } from 'hono'
import { InvalidInput } from '../../surveys/errors.ts'
import { fieldErrors } from '../../surveys/fieldErrors.ts'
import { isStorable } from '../../surveys/text.ts'
import type { Env } from './access.ts'

/** Converts schema errors to InvalidInput, and refuses texts that not every database can store. */
// oxlint-disable-next-line typescript/no-explicit-any -- the hook serves routes of every shape
export const refuseInvalid: Hook<any, Env, any, any> = (result) => {
  if (!result.success) throw new InvalidInput(fieldErrors(result.error))
  const field = findUnstorable(result.data)
  if (field !== undefined)
    throw new InvalidInput([
      { field, message: 'must not contain NUL characters or broken Unicode' },
    ])
}

/** Finds the path of the first text that can't be stored. Free text has already been cleaned. */
function findUnstorable(value: unknown, path: string[] = []): string | undefined {
  if (typeof value === 'string') return isStorable(value) ? undefined : path.join('.')
  if (typeof value !== 'object' || value === null) return undefined
  for (const [key, member] of Object.entries(value)) {
    const field = isStorable(key) ? findUnstorable(member, [...path, key]) : path.join('.')
    if (field !== undefined) return field
  }
  return undefined
}

/** Reads an empty JSON body as an empty object. */
export const takeNoBody: MiddlewareHandler = async ({ req }, next) => {
  const isJson = /^application\/([\w.-]+\+)?json\b/i.test(req.header('content-type') ?? '')
  if (isJson && req.method !== 'GET' && (await req.text()).trim() === '')
    Object.assign(req.bodyCache, { text: Promise.resolve('{}') })
  await next()
}
