import { expect, it } from 'vitest'
import {
  newRecoveryCode,
  newTotpSecret,
  readRecoveryCode,
  stepOf,
  totpAt,
  totpUri,
} from '../../../api/people/totp.ts'

/** "12345678901234567890", the secret of RFC 6238's examples, in base32. */
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'

it.each([
  [59, '287082'],
  [1111111109, '081804'],
  [1234567890, '005924'],
  [20000000000, '353130'],
])('shows at second %i what RFC 6238 says', (seconds, code) => {
  expect(totpAt(SECRET, Math.floor(seconds / 30))).toBe(code)
})

it('accepts the current code, and those of the 30 seconds before and after', () => {
  const now = 1_800_000_000_000
  const step = now / 30_000
  for (const off of [-1, 0, 1])
    expect(stepOf(totpAt(SECRET, step + off), SECRET, now)).toBe(step + off)
  for (const off of [-2, 2]) expect(stepOf(totpAt(SECRET, step + off), SECRET, now)).toBeNull()
  for (const wrong of ['', '12345', '1234567', 'abcdef'])
    expect(stepOf(wrong, SECRET, now)).toBeNull()
})

it('creates secrets of 160 bits and recovery codes of 80, accepted however they are typed', () => {
  expect(newTotpSecret()).toMatch(/^[A-Z2-7]{32}$/)
  const code = newRecoveryCode()
  expect(code).toMatch(/^([a-z2-7]{4}-){3}[a-z2-7]{4}$/)
  expect(readRecoveryCode(` ${code.toUpperCase().replaceAll('-', ' ')} `)).toBe(code)
  expect(readRecoveryCode('123456')).toBeNull()
})

it('writes a URI that authenticator apps read', () => {
  const uri = totpUri(SECRET, { issuer: 'Ohlas (Ärger & Co)', email: 'ada@example.com' })
  const { protocol, searchParams, pathname } = new URL(uri)
  expect([protocol, searchParams.get('secret')]).toEqual(['otpauth:', SECRET])
  expect(searchParams.get('issuer')).toBe('Ohlas (Ärger & Co)')
  expect(decodeURIComponent(pathname)).toContain('ada@example.com')
})
