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
  StorageUnavailable,
  SurveyClosed,
  TooManyReads,
  type FieldError,
} from '../../surveys/errors.ts'
import { NEWER_SAVE_STORED } from '../../surveys/problemTypes.ts'
import { newId } from '../../db/ids.ts'
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

/** Sent by a page of another address than the one that this server is set up for. */
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

/** A link was asked for that leaves this server, which doesn't know its own address. */
export class AddressNotSet extends Error {
  override name = 'AddressNotSet'

  constructor() {
    super('Links need the address of this server. Set PUBLIC_URL, such as https://ask.example.com.')
  }
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
  /** What kind of problem it is, where the status alone would not tell. */
  type?: string
  status: ContentfulStatusCode
  title: string
  detail: string
  errors?: FieldError[]
  challenge?: Challenge
  /** In the reader's words. */
  meanwhile?: string
  /** The address that the server is set up for, where another one was opened; null if none is set. */
  publicUrl?: string | null
  /** What else the answer says: when to try again, which methods there are. */
  headers?: Record<string, string>
}

/** Errors of which the outside hears their message and no more. */
const PLAIN: [
  kind: new (...given: never[]) => Error,
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

/** The one place where errors become what the outside hears (RFC 9457). */
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
  if (error instanceof OtherOrigin)
    return {
      status: 403,
      title: 'Opened under another address',
      detail,
      publicUrl: error.publicUrl ?? null,
    }
  if (error instanceof MethodNotAllowed)
    return {
      status: 405,
      title: 'Method not allowed',
      detail,
      headers: { allow: error.allowed.join(', ') },
    }
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
  // Whoever sent it has gone in the middle of it.
  if ('code' in error && error.code === 'ECONNRESET') return problemOf(new NoLongerWanted())
  // Drizzle wraps what the engine says.
  return error.cause instanceof Error ? problemOf(error.cause) : unknownProblem()
}

function unknownProblem(): Problem {
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
  if (problem.status < 500 || error instanceof BeingCounted) return
  log.error({ error: tellable(error), detail: problem.detail }, problem.title)
}

/** The message of a failed query holds its values, which may be a customer's; that of its cause doesn't. */
export function tellable(error: unknown) {
  if (!(error instanceof Error)) return { message: String(error) }
  const { name, message } = error.cause instanceof Error ? error.cause : error
  const places = error.stack?.split('\n').filter((line) => /^ +at /.test(line))
  return { name, message, stack: places?.join('\n') }
}
