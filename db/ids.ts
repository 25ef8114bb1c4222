import { createHash, randomBytes, randomUUID } from 'node:crypto'

/** A UUIDv7 (RFC 9562): random, and in the order of `at` (milliseconds UTC). */
export function newId(at: number): string {
  // Both kinds of UUID are random from here on.
  return `${startOf(at)}${randomUUID().slice(15)}`
}

/** A survey's id: short, as every row that belongs to one of its responses holds it. */
export function newSurveyId(): string {
  return BigInt(`0x${randomBytes(6).toString('hex')}`)
    .toString(36)
    .padStart(10, '0')
}

/** The id that the same `parts` always get, in the order of `at`: importing twice is importing once. */
export function derivedId(at: number, ...parts: string[]): string {
  return uuidFrom(at, createHash('sha256').update(JSON.stringify(parts)).digest().subarray(0, 10))
}

/** What of a derived id comes from its parts alone, and not from `at`. */
export const timelessPart = (id: string) => id.slice(15)

function uuidFrom(at: number, tail: Uint8Array): string {
  const hex = Buffer.from(tail).toString('hex')
  const variant = ((parseInt(hex[3]!, 16) & 0x3) | 0x8).toString(16)
  return `${startOf(at)}${hex.slice(0, 3)}-${variant}${hex.slice(4, 7)}-${hex.slice(7, 19)}`
}

/** The time, and the version. */
function startOf(at: number): string {
  const time = Math.max(0, at).toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7`
}

/** How many last digits of an id tell the responses of one kiosk's page apart. */
export const KIOSK_DIGITS = 12
