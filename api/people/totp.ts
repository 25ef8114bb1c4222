import { createHmac, randomBytes } from 'node:crypto'
import { isSame } from '../base/tokens.ts'

// Time-based one-time passwords (RFC 6238): SHA-1, six digits, 30 seconds, as every authenticator
// app assumes.

const STEP = 30_000
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567'

/** A secret of 160 bits in base32, as authenticator apps take it. */
export const newTotpSecret = () => base32(randomBytes(20)).toUpperCase()

/** A recovery code of 80 bits, such as `abcd-efgh-ijkl-mnop`. */
export const newRecoveryCode = () => base32(randomBytes(10)).match(/.{4}/g)!.join('-')

/** A recovery code as it is stored, whatever the spaces, dashes and case it was typed with. */
export function readRecoveryCode(typed: string): string | null {
  const letters = typed.toLowerCase().replace(/[\s-]/g, '')
  return /^[a-z2-7]{16}$/.test(letters) ? letters.match(/.{4}/g)!.join('-') : null
}

/** The address that a QR code gives to an authenticator app. */
export function totpUri(secret: string, { issuer, email }: { issuer: string; email: string }) {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(email)}`
  return `otpauth://totp/${label}?${new URLSearchParams({ secret, issuer }).toString()}`
}

/** The code of a step, six digits. */
export function totpAt(secret: string, step: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac('sha1', bytesOf(secret)).update(counter).digest()
  const offset = mac.at(-1)! & 15
  const number = mac.readUInt32BE(offset) & 0x7fffffff
  return String(number % 1_000_000).padStart(6, '0')
}

/** The step to which a code belongs, of the current one and its neighbours; null for a wrong code. */
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
