import type { Context } from 'hono'
import type { Deps } from '../base/deps.ts'
import { problemResponse } from '../base/problems.ts'
import { noticeResponse } from './pageResponse.ts'

/** Paths of pages that customers open: surveys and their own responses. */
const PAGES = /^\/([sf])(\/|$)/

export function isCustomers({ req }: Context): boolean {
  return PAGES.test(req.path)
}

/** Responds to an error: to customers with a page in their language, to programs with JSON. */
export function errorResponse(deps: Deps, context: Context, error: unknown): Response {
  const { path, method } = context.req
  const [, first] = PAGES.exec(path) ?? []
  if (!first || method === 'PUT') return problemResponse(context, error, deps.log)
  return first === 's'
    ? noticeResponse(deps, context, error)
    : noticeResponse(deps, context, error, ({ feedback, gone }) => [feedback, gone])
}
