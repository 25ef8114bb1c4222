import { timingSafeEqual } from 'node:crypto'
import type { Customer } from '../../db/customers/customers.ts'
import { KIOSK_DIGITS } from '../../db/ids.ts'
import type { Properties } from '../../surveys/answers.ts'
import { hmac } from './hmac.ts'
import { TokenExpired, TokenRejected } from './problems.ts'
import { TOKEN_LIFE } from '../../surveys/durations.ts'

/** What a page knew when it was opened. The browser holds it, signed against changes. */
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
  /** Whether a signed link identified the customer. */
  customerVerified?: true
  /** Whether the page's link can be used for one response only. */
  once?: true
  /** Id of the page among those opened by one email's links, which share one response. */
  page?: string
  /** Whether those links are unsigned, so that anyone could have written them. */
  openSet?: true
  /** The score in its link. */
  linkScore?: number
  /** How the page was opened; a link by default. */
  source?: 'widget' | 'kiosk'
  /** Whether it was opened by the hidden link that people never see. */
  trapped?: true
  /** Whether its link's signature is invalid. */
  badSignature?: true
}

/** Signs the claims as a text that only the holder of the secret can create. */
export function signToken(secret: string, claims: Claims): string {
  const payload = Buffer.from(JSON.stringify(claims)).toString('base64url')
  return `${payload}.${signed(secret, 'page', payload)}`
}

/**
 * Reads the claims of a token from `signToken`, signed with the same secret.
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
 * Whether a page may save a response: its own, or on a kiosk any whose id begins like its own, since a
 * kiosk's page serves many respondents and generates the end of each id.
 */
export function isFor({ response, source }: Claims, id: string): boolean {
  if (source !== 'kiosk') return id === response
  return id.startsWith(response.slice(0, -KIOSK_DIGITS)) && KIOSK_ID.test(id)
}

const KIOSK_ID = /^.{24}[0-9a-f]{12}$/

/** Whether a token claims to be for this version. The signature isn't checked. */
export function isOfVersion(token: string, version: number): boolean {
  try {
    return claimsIn(token.slice(0, token.indexOf('.')))?.version === version
  } catch {
    return false
  }
}

/** Reads a token's claims without checking its signature. */
function claimsIn(payload: string): Readonly<Claims> {
  return JSON.parse(Buffer.from(payload, 'base64url').toString()) as Claims
}

/** Builds the path of a response's feedback page, which nobody else can construct. */
export function feedbackPath(secret: string, response: string): string {
  return `/f/${response}.${feedbackSignature(secret, response).toString('base64url')}`
}

/** Reads the response's id from the last part of such a path; undefined for a forged one. */
export function readFeedbackToken(secret: string, token: string): string | undefined {
  const dot = token.indexOf('.')
  const response = token.slice(0, Math.max(0, dot))
  const signature = Buffer.from(token.slice(dot + 1), 'base64url')
  return isSame(signature, feedbackSignature(secret, response)) ? response : undefined
}

/** Signs a feedback URL with 128 bits only, so that it stays short. */
function feedbackSignature(secret: string, response: string): Buffer {
  return signatureOf(secret, 'feedback', response).subarray(0, 16)
}

/** Signs a text for one purpose; the signature is invalid for any other. */
export function signatureOf(secret: string, purpose: string, text: string): Buffer {
  return Buffer.from(signed(secret, purpose, text), 'base64url')
}

function signed(secret: string, purpose: string, text: string): string {
  return hmac(secret, `${purpose}.${text}`)
}

export function isSame(actual: Buffer, expected: Buffer): boolean {
  return actual.length === expected.length && timingSafeEqual(actual, expected)
}
