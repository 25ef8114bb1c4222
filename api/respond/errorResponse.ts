import type { Context } from 'hono'
import type { Deps } from '../base/deps.ts'
import { answerProblem } from '../base/problems.ts'
import { noticeResponse } from './pageResponse.ts'

/** The addresses of the pages that customers open: surveys, and their own answers. */
const PAGES = /^\/([sf])(\/|$)/

export function isCustomers({ req }: Context): boolean {
  return PAGES.test(req.path)
}

/** Customers read on a page why something can't be done, in their language; programs get it as JSON. */
export function errorResponse(deps: Deps, context: Context, error: unknown): Response {
  const { path, method } = context.req
  const [, first] = PAGES.exec(path) ?? []
  if (!first || method === 'PUT') return answerProblem(context, error, deps.log)
  return first === 's'
    ? noticeResponse(deps, context, error)
    : noticeResponse(deps, context, error, ({ feedback, gone }) => [feedback, gone])
}
