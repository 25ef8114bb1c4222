import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import {
  Conflict,
  InvalidInput,
  NoLongerWanted,
  NotFound,
  ResponseErased,
  StorageUnavailable,
  SurveyClosed,
  type FieldError,
} from '../surveys/errors.ts'
import { newId } from '../db/ids.ts'
import type { Log } from './log.ts'
import type { Challenge } from './proof.ts'

/** Not signed in, or with a key that is not known. */
export class Unauthorized extends Error {
  override name = 'Unauthorized'
}

/** Signed in, and not allowed to. */
export class Forbidden extends Error {
  override name = 'Forbidden'
}

/** The page's token was not made by this server for this response. */
export class TokenRejected extends Error {
  override name = 'TokenRejected'
}

/** The page was opened too long ago. */
export class TokenExpired extends Error {
  override name = 'TokenExpired'
}

/** An answer has to be worked for just now: what the browser has to solve, and to say meanwhile. */
export class ProofNeeded extends Error {
  override name = 'ProofNeeded'

  constructor(
    readonly challenge: Challenge,
    readonly meanwhile: string,
  ) {
    super('Solve the challenge, and send the solution along as "proof".')
  }
}

/** The link was for one answer, and that is there. */
export class LinkUsed extends Error {
  override name = 'LinkUsed'

  constructor() {
    super('This link was for one answer, and that has arrived.')
  }
}

/** Whoever made the link said until when it may be opened. */
export class LinkExpired extends Error {
  override name = 'LinkExpired'

  constructor() {
    super('This link could be opened until a moment that has passed.')
  }
}

/** The body is larger than a public route takes. */
export class BodyTooLarge extends Error {
  override name = 'BodyTooLarge'
}

/** Tried too often; `retryAfter` seconds from now it may be tried again. */
export class TooManyTries extends Error {
  override name = 'TooManyTries'

  constructor(readonly retryAfter: number) {
    super('That was tried too often. Wait before you try again.')
  }
}

/** The address is known, and takes other methods. */
export class MethodNotAllowed extends Error {
  override name = 'MethodNotAllowed'

  constructor(readonly allowed: string[]) {
    super(`This address takes ${allowed.join(', ')}.`)
  }
}

export type Problem = {
  status: ContentfulStatusCode
  title: string
  detail: string
  errors?: FieldError[]
  challenge?: Challenge
  /** In the reader's words. */
  meanwhile?: string
  /** What else the answer says: when to try again, which methods there are. */
  headers?: Record<string, string>
}

/** The one place where errors become what the outside hears (RFC 9457). */
export function problemOf(error: unknown): Problem {
  if (error instanceof InvalidInput)
    return { status: 400, title: 'Invalid input', detail: error.message, errors: error.errors }
  if (error instanceof Unauthorized)
    return { status: 401, title: 'Sign in first', detail: error.message }
  if (error instanceof TokenRejected)
    return {
      status: 403,
      title: 'Token rejected',
      detail: error.message,
      errors: [{ field: 'token', message: error.message }],
    }
  if (error instanceof TokenExpired)
    return {
      status: 403,
      title: 'Token expired',
      detail: error.message,
      errors: [{ field: 'token', message: error.message }],
    }
  if (error instanceof Forbidden)
    return { status: 403, title: 'Not allowed', detail: error.message }
  if (error instanceof NotFound) return { status: 404, title: 'Not found', detail: error.message }
  if (error instanceof MethodNotAllowed)
    return {
      status: 405,
      title: 'Method not allowed',
      detail: error.message,
      headers: { allow: error.allowed.join(', ') },
    }
  if (error instanceof NoLongerWanted)
    return { status: 408, title: 'No longer wanted', detail: error.message }
  if (error instanceof Conflict) return { status: 409, title: 'Conflict', detail: error.message }
  if (error instanceof LinkUsed) return { status: 410, title: 'Link used', detail: error.message }
  if (error instanceof LinkExpired)
    return { status: 410, title: 'Link expired', detail: error.message }
  if (error instanceof SurveyClosed)
    return { status: 410, title: 'Survey closed', detail: error.message }
  if (error instanceof ResponseErased)
    return { status: 410, title: 'Response erased', detail: error.message }
  if (error instanceof BodyTooLarge)
    return { status: 413, title: 'Too large', detail: error.message }
  if (error instanceof ProofNeeded)
    return {
      status: 428,
      title: 'Proof needed',
      detail: error.message,
      challenge: error.challenge,
      meanwhile: error.meanwhile,
    }
  if (error instanceof TooManyTries)
    return {
      status: 429,
      title: 'Too many tries',
      detail: error.message,
      headers: { 'retry-after': String(error.retryAfter) },
    }
  if (error instanceof StorageUnavailable)
    return {
      status: 503,
      title: 'Storage unavailable',
      headers: { 'retry-after': '5' },
      detail: 'The answer could not be stored just now. Try again shortly.',
    }
  if (error instanceof HTTPException)
    return {
      status: error.status,
      title: 'Bad request',
      detail: error.message,
      errors: [{ field: 'body', message: error.message }],
    }
  // Drizzle wraps what the engine says.
  if (error instanceof Error && error.cause instanceof Error) return problemOf(error.cause)
  return {
    status: 500,
    title: 'Something went wrong',
    detail: `Something went wrong here. The reference is ${newId(Date.now())}.`,
  }
}

/** Answers with problem details, and logs what only the operator should hear. */
export function answerProblem(context: Context, error: unknown, log: Log): Response {
  const problem = problemOf(error)
  logProblem(error, problem, log)
  const { headers, ...told } = problem
  return context.body(JSON.stringify({ type: 'about:blank', ...told }), problem.status, {
    'content-type': 'application/problem+json',
    ...headers,
  })
}

export function logProblem(error: unknown, problem: Problem, log: Log) {
  if (problem.status < 500) return
  log.error({ error: tellable(error), detail: problem.detail }, problem.title)
}

/** The message of a failed query holds its values, which may be a customer's; that of its cause doesn't. */
export function tellable(error: unknown) {
  if (!(error instanceof Error)) return { message: String(error) }
  const { name, message } = error.cause instanceof Error ? error.cause : error
  const places = error.stack?.split('\n').filter((line) => /^ +at /.test(line))
  return { name, message, stack: places?.join('\n') }
}
