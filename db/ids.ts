import { createHash, randomBytes, randomUUID } from 'node:crypto'

/** Creates a UUIDv7 (RFC 9562), ordered by `at` (milliseconds UTC). */
export function newId(at: number): string {
  // UUIDv4 and UUIDv7 are both random from here on.
  return `${startOf(at)}${randomUUID().slice(15)}`
}

/** Creates a survey's id, which is short because every row of its responses repeats it. */
export function newSurveyId(): string {
  return BigInt(`0x${randomBytes(6).toString('hex')}`)
    .toString(36)
    .padStart(10, '0')
}

/**
 * Derives an id from `parts`, ordered by `at` (milliseconds UTC), so that importing a row again finds
 * it.
 */
export function derivedId(at: number, ...parts: string[]): string {
  return uuidFrom(at, createHash('sha256').update(JSON.stringify(parts)).digest().subarray(0, 10))
}

/** Returns the part of a derived id that doesn't depend on `at`. */
export const timelessPart = (id: string) => id.slice(15)

function uuidFrom(at: number, tail: Uint8Array): string {
  const hex = Buffer.from(tail).toString('hex')
  const variant = ((parseInt(hex[3]!, 16) & 0x3) | 0x8).toString(16)
  return `${startOf(at)}${hex.slice(0, 3)}-${variant}${hex.slice(4, 7)}-${hex.slice(7, 19)}`
}

/** The timestamp and version. */
function startOf(at: number): string {
  const time = Math.max(0, at).toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7`
}

/** Number of trailing digits that distinguish the responses of one kiosk page. */
export const KIOSK_DIGITS = 12
