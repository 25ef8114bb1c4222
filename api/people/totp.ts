import { createHmac, randomBytes } from 'node:crypto'
import { isSame } from '../base/tokens.ts'

// Time-based one-time passwords (RFC 6238): SHA-1, six digits, 30 seconds, as every authenticator
// app assumes.

const STEP = 30_000
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567'

/** Creates a secret of 160 bits in base32, the format of authenticator apps. */
export const newTotpSecret = () => base32(randomBytes(20)).toUpperCase()

/** Creates a recovery code of 80 bits, such as `abcd-efgh-ijkl-mnop`. */
export const newRecoveryCode = () => base32(randomBytes(10)).match(/.{4}/g)!.join('-')

/** Normalises a typed recovery code, with any spaces, dashes and case; null for anything else. */
export function readRecoveryCode(typed: string): string | null {
  const letters = typed.toLowerCase().replace(/[\s-]/g, '')
  return /^[a-z2-7]{16}$/.test(letters) ? letters.match(/.{4}/g)!.join('-') : null
}

/** Builds the URI that a QR code gives to an authenticator app. */
export function totpUri(secret: string, { issuer, email }: { issuer: string; email: string }) {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(email)}`
  return `otpauth://totp/${label}?${new URLSearchParams({ secret, issuer }).toString()}`
}

/** Computes a step's six-digit code. */
export function totpAt(secret: string, step: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac('sha1', bytesOf(secret)).update(counter).digest()
  const offset = mac.at(-1)! & 15
  const number = mac.readUInt32BE(offset) & 0x7fffffff
  return String(number % 1_000_000).padStart(6, '0')
}

/** Finds the step of a code, among the current one and its neighbours; null for a wrong code. */
export function stepOf(code: string, secret: string, now: number): number | null {
  const current = Math.floor(now / STEP)
  const typed = Buffer.from(code)
  const matching = [current, current - 1, current + 1].find((step) =>
    isSame(typed, Buffer.from(totpAt(secret, step))),
  )
  return matching ?? null
}

function base32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return bits
    .match(/.{5}/g)!
    .map((five) => ALPHABET[parseInt(five, 2)])
    .join('')
}

function bytesOf(secret: string): Buffer {
  const letters = [...secret.toLowerCase()]
  const bits = letters.map((each) => ALPHABET.indexOf(each).toString(2).padStart(5, '0')).join('')
  return Buffer.from(bits.match(/.{8}/g)!.map((byte) => parseInt(byte, 2)))
}
