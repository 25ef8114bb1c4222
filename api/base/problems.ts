import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import {
  BeingCounted,
  Conflict,
  InvalidInput,
  NewerSaveStored,
  NoLongerWanted,
  NotFound,
  ResponseErased,
  SecondFactorNeeded,
  StorageUnavailable,
  SurveyClosed,
  TooManyReads,
  type FieldError,
} from '../../surveys/errors.ts'
import type { KeyScope } from '../../surveys/keyScopes.ts'
import {
  LINK_ENDED,
  NEWER_SAVE_STORED,
  SECOND_FACTOR,
  type LinkEnd,
} from '../../surveys/problemTypes.ts'
import { newId } from '../../db/ids.ts'
import type { Log } from './log.ts'
import type { Challenge } from './proof.ts'

/** Neither a session nor a valid key. */
export class Unauthorized extends Error {
  override name = 'Unauthorized'
}

/** The role is insufficient. */
export class Forbidden extends Error {
  override name = 'Forbidden'
}

/** The key lacks a scope. */
export class MissingScope extends Error {
  override name = 'MissingScope'

  constructor(readonly scope: KeyScope) {
    super(`This key lacks the scope "${scope}".`)
  }
}

/** A browser's write came from a page of another address than PUBLIC_URL. */
export class OtherOrigin extends Error {
  override name = 'OtherOrigin'

  constructor(
    readonly publicUrl: string | undefined,
    opened: string,
  ) {
    super(
      publicUrl
        ? `This server is set up as ${publicUrl} (PUBLIC_URL), but you opened it as ${opened}.`
        : `You opened this server as ${opened}, which it does not know. Set PUBLIC_URL to that address.`,
    )
  }
}

/** A link needs the server's address, which is unknown. */
export class AddressNotSet extends Error {
  override name = 'AddressNotSet'

  constructor() {
    super('Links need the address of this server. Set PUBLIC_URL, such as https://ask.example.com.')
  }
}

/** The page's token wasn't issued by this server for this response. */
export class TokenRejected extends Error {
  override name = 'TokenRejected'
}

/** The page was opened too long ago. */
export class TokenExpired extends Error {
  override name = 'TokenExpired'
}

/** A proof of work is required: carries the browser's challenge and a message to show meanwhile. */
export class ProofNeeded extends Error {
  override name = 'ProofNeeded'

  constructor(
    readonly challenge: Challenge,
    readonly meanwhile: string,
  ) {
    super('Solve the challenge, and send the solution along as "proof".')
  }
}

/** The single-use link's response is already complete. */
export class LinkUsed extends Error {
  override name = 'LinkUsed'

  constructor() {
    super('This link was for one answer, and that has arrived.')
  }
}

/** The link has expired. */
export class LinkExpired extends Error {
  override name = 'LinkExpired'

  constructor() {
    super('This link could be opened until a moment that has passed.')
  }
}

/** The invitation or reset link exists but doesn't work any more. */
export class AccountLinkUnusable extends Error {
  override name = 'AccountLinkUnusable'

  constructor(readonly reason: LinkEnd) {
    super(
      {
        used: 'This link was used already. It works once.',
        expired: 'This link has expired.',
        withdrawn: 'This link was withdrawn.',
      }[reason],
    )
  }
}

/** The body is too large for a public route. */
export class BodyTooLarge extends Error {
  override name = 'BodyTooLarge'
}

/** Too many attempts; retry after `retryAfter` seconds. */
export class TooManyTries extends Error {
  override name = 'TooManyTries'

  constructor(readonly retryAfter: number) {
    super('That was tried too often. Wait before you try again.')
  }
}

/** The URL exists, but with other methods. */
export class MethodNotAllowed extends Error {
  override name = 'MethodNotAllowed'

  constructor(readonly allowed: string[]) {
    super(`This address takes ${allowed.join(', ')}.`)
  }
}

export type Problem = {
  /** The problem's type, if the status alone doesn't identify it. */
  type?: string
  status: ContentfulStatusCode
  title: string
  detail: string
  errors?: FieldError[]
  challenge?: Challenge
  /** In the reader's language. */
  meanwhile?: string
  /** The scope that the key lacks. */
  scope?: KeyScope
  /** PUBLIC_URL, if another address was opened; null if it isn't set. */
  publicUrl?: string | null
  /** Response headers, such as when to retry, or allowed methods. */
  headers?: Record<string, string>
}

/** Errors of which clients see the message only. */
const PLAIN: [
  kind: new (...args: never[]) => Error,
  status: ContentfulStatusCode,
  title: string,
][] = [
  [Unauthorized, 401, 'Sign in first'],
  [Forbidden, 403, 'Not allowed'],
  [NotFound, 404, 'Not found'],
  [NoLongerWanted, 408, 'No longer wanted'],
  [Conflict, 409, 'Conflict'],
  [AddressNotSet, 409, 'PUBLIC_URL is not set'],
  [LinkUsed, 410, 'Link used'],
  [LinkExpired, 410, 'Link expired'],
  [SurveyClosed, 410, 'Survey closed'],
  [ResponseErased, 410, 'Response erased'],
  [BodyTooLarge, 413, 'Too large'],
]

/** Converts errors to problem details (RFC 9457). No other code does. */
export function problemOf(error: unknown): Problem {
  if (!(error instanceof Error)) return unknownProblem()
  const { message: detail } = error
  const plain = PLAIN.find(([kind]) => error instanceof kind)
  if (plain) return { status: plain[1], title: plain[2], detail }
  if (error instanceof InvalidInput)
    return { status: 400, title: 'Invalid input', detail, errors: error.errors }
  if (error instanceof TokenRejected || error instanceof TokenExpired)
    return {
      status: 403,
      title: error instanceof TokenExpired ? 'Token expired' : 'Token rejected',
      detail,
      errors: [{ field: 'token', message: detail }],
    }
  if (error instanceof MissingScope)
    return { status: 403, title: 'Missing scope', detail, scope: error.scope }
  if (error instanceof OtherOrigin)
    return {
      status: 403,
      title: 'Opened under another address',
      detail,
      publicUrl: error.publicUrl ?? null,
    }
  if (error instanceof SecondFactorNeeded) {
    const type = SECOND_FACTOR[error.state]
    return { type, status: 401, title: 'Second factor needed', detail }
  }
  if (error instanceof MethodNotAllowed)
    return {
      status: 405,
      title: 'Method not allowed',
      detail,
      headers: { allow: error.allowed.join(', ') },
    }
  if (error instanceof AccountLinkUnusable)
    return { type: LINK_ENDED[error.reason], status: 410, title: 'Link no longer works', detail }
  if (error instanceof NewerSaveStored)
    return { type: NEWER_SAVE_STORED, status: 409, title: 'Newer save stored', detail }
  if (error instanceof ProofNeeded) {
    const { challenge, meanwhile } = error
    return { status: 428, title: 'Proof needed', detail, challenge, meanwhile }
  }
  if (error instanceof TooManyTries || error instanceof TooManyReads)
    return {
      status: 429,
      title: error instanceof TooManyTries ? 'Too many tries' : 'Too many requests',
      detail,
      headers: { 'retry-after': String(error.retryAfter) },
    }
  if (error instanceof StorageUnavailable)
    return {
      status: 503,
      title: 'Storage unavailable',
      headers: { 'retry-after': '5' },
      detail: `${detail} Nothing was changed. Try again shortly.`,
    }
  if (error instanceof BeingCounted)
    return { status: 503, title: 'Being counted', detail, headers: { 'retry-after': '2' } }
  if (error instanceof HTTPException)
    return {
      status: error.status,
      title: 'Bad request',
      detail,
      errors: [{ field: 'body', message: detail }],
    }
  // The client disconnected while sending.
  if ('code' in error && error.code === 'ECONNRESET') return problemOf(new NoLongerWanted())
  // Drizzle wraps the engine's errors.
  return error.cause instanceof Error ? problemOf(error.cause) : unknownProblem()
}

function unknownProblem(): Problem {
  return {
    status: 500,
    title: 'Something went wrong',
    detail: `Something went wrong here. The reference is ${newId(Date.now())}.`,
  }
}

/** Responds with problem details, and logs what only the operator should see. */
export function problemResponse(context: Context, error: unknown, log: Log): Response {
  const problem = problemOf(error)
  logProblem(error, problem, log)
  const { headers, ...body } = problem
  return context.body(JSON.stringify({ type: 'about:blank', ...body }), problem.status, {
    'content-type': 'application/problem+json',
    ...headers,
  })
}

export function logProblem(error: unknown, problem: Problem, log: Log) {
  if (problem.status < 500 || error instanceof BeingCounted) return
  log.error({ error: tellable(error), detail: problem.detail }, problem.title)
}

/**
 * Describes an error for the log. The message of a failed query contains its values, which may be a
 * customer's; its cause's message doesn't.
 */
export function tellable(error: unknown) {
  if (!(error instanceof Error)) return { message: String(error) }
  const { name, message } = error.cause instanceof Error ? error.cause : error
  const places = error.stack?.split('\n').filter((line) => /^ +at /.test(line))
  return { name, message, stack: places?.join('\n') }
}
