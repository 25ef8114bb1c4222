import { createHmac } from 'node:crypto'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { hmac } from '../../../api/base/hmac.ts'

const bytes = (most: number) => fc.string({ unit: 'binary', maxLength: most })

test('a signature is HMAC-SHA256, whatever the key and the text', () => {
  // What was signed before must not show through in what comes after.
  const secrets = fc.oneof(bytes(200), fc.constantFrom('', 'x'.repeat(64), 'x'.repeat(65)))
  const texts = fc.oneof(
    bytes(300),
    bytes(9_000),
    fc.constantFrom('x'.repeat(4_096), 'x'.repeat(4_097)),
  )
  fc.assert(
    fc.property(secrets, texts, (secret, text) => {
      const known = createHmac('sha256', secret).update(text).digest('base64url')
      expect(hmac(secret, text)).toBe(known)
    }),
  )
})
