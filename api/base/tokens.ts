import { timingSafeEqual } from 'node:crypto'
import type { Customer } from '../../db/customers/customers.ts'
import { KIOSK_DIGITS } from '../../db/ids.ts'
import type { Properties } from '../../surveys/answers.ts'
import { hmac } from './hmac.ts'
import { TokenExpired, TokenRejected } from './problems.ts'
import { TOKEN_LIFE } from '../../surveys/durations.ts'

/** What a page knew when it was shown; the customer's browser carries it, and can't change it. */
export type Claims = {
  response: string
  survey: string
  version: number
  /** Milliseconds since 1970 UTC. */
  issuedAt: number
  language?: string
  properties: Properties
  customer?: Customer
  personal?: Properties
  unusable?: string[]
  /** The company itself said in a signed link who it is. */
  customerVerified?: true
  /** The page's link is for one answer. */
  once?: true
  /** Which of the pages it is that were opened by one mail's links and are one response. */
  page?: string
  /** Those links are not signed: anyone can write one. */
  openSet?: true
  /** The score that its link said. */
  linkScore?: number
  /** The way in which the page was opened; a link unless said otherwise. */
  source?: 'widget' | 'kiosk'
  /** It was opened by the link that people never meet. */
  trapped?: true
  /** Its link's signature does not fit what it says. */
  badSignature?: true
}

/** The claims as text that only the holder of the secret can make. */
export function signToken(secret: string, claims: Claims): string {
  const payload = Buffer.from(JSON.stringify(claims)).toString('base64url')
  return `${payload}.${signed(secret, 'page', payload)}`
}

/**
 * The claims of a token that `signToken` made with the same secret.
 * @param now milliseconds since 1970 UTC
 * @throws TokenRejected for any other text
 * @throws TokenExpired 30 days after it was issued
 */
export function readToken(secret: string, token: string, now: number): Readonly<Claims> {
  const dot = token.indexOf('.')
  const payload = token.slice(0, Math.max(0, dot))
  const signature = Buffer.from(token.slice(dot + 1), 'base64url')
  if (!isSame(signature, signatureOf(secret, 'page', payload)))
    throw new TokenRejected('This page was not made by this server.')
  const claims = claimsIn(payload)
  if (now > claims.issuedAt + TOKEN_LIFE)
    throw new TokenExpired('This page was opened more than 30 days ago.')
  return claims
}

/**
 * Whether a page may save a response: its own, and on a kiosk, where one page asks many in turn and
 * makes up the end of each one's id, every response whose id begins as its own.
 */
export function isFor({ response, source }: Claims, id: string): boolean {
  if (source !== 'kiosk') return id === response
  return id.startsWith(response.slice(0, -KIOSK_DIGITS)) && KIOSK_ID.test(id)
}

const KIOSK_ID = /^.{24}[0-9a-f]{12}$/

/** Whether a token says that its page is of this version; it may say so and be forged. */
export function isOfVersion(token: string, version: number): boolean {
  try {
    return claimsIn(token.slice(0, token.indexOf('.')))?.version === version
  } catch {
    return false
  }
}

/** Reads what a token says, whoever wrote it. */
function claimsIn(payload: string): Readonly<Claims> {
  return JSON.parse(Buffer.from(payload, 'base64url').toString()) as Claims
}

/** Where a customer finds their response again; nobody else can make the address. */
export function feedbackPath(secret: string, response: string): string {
  return `/f/${response}.${feedbackSignature(secret, response).toString('base64url')}`
}

/** The response that the last part of such an address is for; undefined for any other text. */
export function readFeedbackToken(secret: string, token: string): string | undefined {
  const dot = token.indexOf('.')
  const response = token.slice(0, Math.max(0, dot))
  const signature = Buffer.from(token.slice(dot + 1), 'base64url')
  return isSame(signature, feedbackSignature(secret, response)) ? response : undefined
}

/** 128 bits, so that the address stays short. */
function feedbackSignature(secret: string, response: string): Buffer {
  return signatureOf(secret, 'feedback', response).subarray(0, 16)
}

/** Signs a text for one purpose, so that the signature is good for no other. */
export function signatureOf(secret: string, purpose: string, text: string): Buffer {
  return Buffer.from(signed(secret, purpose, text), 'base64url')
}

function signed(secret: string, purpose: string, text: string): string {
  return hmac(secret, `${purpose}.${text}`)
}

export function isSame(actual: Buffer, expected: Buffer): boolean {
  return actual.length === expected.length && timingSafeEqual(actual, expected)
}
