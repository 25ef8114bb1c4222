import type { HttpBindings } from '@hono/node-server'
import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { HTTPException } from 'hono/http-exception'
import { z } from 'zod'
import { InvalidInput } from '../../surveys/errors.ts'
import { fieldErrors } from '../../surveys/fieldErrors.ts'
import { BodyTooLarge } from '../base/problems.ts'

/** One save of a response as sent by a page. Its survey validates the answers. */
export type Submission = z.infer<typeof submission>

/** A device's time; rounded, since some clocks return fractions. */
const time = z.number('must be a number').overwrite(Math.round)

/** A page's JSON. */
export const submission = z.strictObject(
  {
    token: z.string('must be text'),
    answers: z.unknown().optional(),
    complete: z.boolean('must be true or false').default(false),
    /** Whether a human act came with it. */
    confirmed: z.boolean('must be true or false').default(true),
    /** The honeypot field, invisible to people. */
    topic: z.unknown().optional(),
    /** The solution of an earlier response's challenge; empty if there is none. */
    proof: z.string('must be text').max(4_000, 'must have at most 4000 characters').optional(),
    revision: z.int('must be a whole number').min(1).max(1_000_000).default(1),
    /** When the customer answered, by their device's clock; milliseconds UTC. */
    answeredAt: time.optional(),
    /** When the device sent it, by the same clock; its error is subtracted from `answeredAt`. */
    sentAt: time.optional(),
  },
  'must be an object',
)

/** A form's fields with all values, in order. */
export type Form = Map<string, string[]>

const LARGEST_BODY = 64 * 1024

/** Rejects bodies of more than 64 KB before reading them, with or without a declared length. */
export const limitBody: MiddlewareHandler = (context, next) => {
  const length = headerOf(context, 'content-length')
  if (length === undefined || headerOf(context, 'transfer-encoding'))
    return limitStream(context, next)
  if (Number(length) > LARGEST_BODY) throw tooLarge()
  // Node reads no more than the announced length, so no stream is needed.
  return next()
}

/** Like `req.header`, without copying all headers, which is too slow for every answer. */
function headerOf(context: Context, name: 'content-length' | 'content-type' | 'transfer-encoding') {
  const { incoming } = (context.env ?? {}) as Partial<HttpBindings>
  return incoming ? incoming.headers[name] : context.req.header(name)
}

const limitStream = bodyLimit({
  maxSize: LARGEST_BODY,
  onError: () => {
    throw tooLarge()
  },
})

function tooLarge() {
  return new BodyTooLarge('The body is larger than 64 KB.')
}

/**
 * Reads a save sent by a page's script, with its times corrected to the server's clock.
 * @param now milliseconds UTC
 * @throws InvalidInput for anything that is not JSON, not UTF-8 or not a submission
 */
export async function readJsonSubmission(context: Context, now: number): Promise<Submission> {
  const text = await bodyOf(context, 'application/json')
  let sent: unknown
  try {
    sent = JSON.parse(text)
  } catch {
    throw new InvalidInput([{ field: 'body', message: 'must be JSON' }])
  }
  const { sentAt, ...read } = readSubmission(sent)
  if (read.answeredAt === undefined || sentAt === undefined) return read
  return { ...read, answeredAt: read.answeredAt + now - sentAt }
}

/** @throws InvalidInput naming each invalid field */
export function readSubmission(sent: unknown): Submission {
  const result = submission.safeParse(sent)
  if (!result.success) throw new InvalidInput(fieldErrors(result.error))
  return result.data
}

/** @throws InvalidInput for what is not UTF-8 */
export async function readForm(context: Context): Promise<Form> {
  const text = await bodyOf(context, 'application/x-www-form-urlencoded')
  const form: Form = new Map()
  for (const pair of text.split('&')) {
    if (!pair) continue
    const [name = '', ...value] = pair.split('=').map(decoded)
    // Browsers send a line break as two characters, but the page counted one.
    const line = value.join('=').replaceAll('\r\n', '\n')
    form.set(name, [...(form.get(name) ?? []), line])
  }
  return form
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    throw notUtf8()
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

async function bodyOf(context: Context, type: string): Promise<string> {
  const contentType = headerOf(context, 'content-type') ?? ''
  if (contentType.split(';', 1)[0]!.trim().toLowerCase() !== type)
    throw new HTTPException(415, { message: `The body must be ${type}.` })
  const bytes = await context.req.arrayBuffer()
  try {
    return utf8.decode(bytes)
  } catch {
    throw notUtf8()
  }
}

function notUtf8() {
  return new InvalidInput([{ field: 'body', message: 'must be UTF-8' }])
}
