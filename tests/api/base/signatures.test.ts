import { expect, test } from 'vitest'
import { feedbackPath, signToken } from '../../../api/base/tokens.ts'
import { linkKeyOf, signLink } from '../../../api/sharing/signedLinks.ts'

const SECRET = 'a secret for tests only, long enough'
const SURVEY = '019ab000-0000-7000-8000-000000000001'
const RESPONSE = '019ab000-0000-7000-8000-000000000002'

// Existing pages, links and URLs must work after every update.

test('signs pages as earlier versions did', () => {
  const claims = {
    response: RESPONSE,
    survey: SURVEY,
    version: 1,
    issuedAt: 1_764_547_200_000,
    properties: { channel: 'chat', team: 'Ženy 🦊' },
  }
  expect(signToken(SECRET, claims)).toBe(
    'eyJyZXNwb25zZSI6IjAxOWFiMDAwLTAwMDAtNzAwMC04MDAwLTAwMDAwMDAwMDAwMiIsInN1cnZleSI6IjAxOWFiMDAwLTAwMDAtNzAwMC04MDAwLTAwMDAwMDAwMDAwMSIsInZlcnNpb24iOjEsImlzc3VlZEF0IjoxNzY0NTQ3MjAwMDAwLCJwcm9wZXJ0aWVzIjp7ImNoYW5uZWwiOiJjaGF0IiwidGVhbSI6IsW9ZW55IPCfpooifX0.m58E4req_rqYgtnZKGWHaMxOCZcZSoaUPSK2C3JkLGQ',
  )
  const long = { ...claims, properties: { note: 'x'.repeat(5_000) } }
  expect(signToken(SECRET, long).split('.')[1]).toBe('GuCrjhdHoZ3aY0T_7ZkJPAkbAoT4MPN-ZBacpnwyxNE')
})

test('keeps the URL of a response', () => {
  expect(feedbackPath(SECRET, RESPONSE)).toBe(
    '/f/019ab000-0000-7000-8000-000000000002.5Ww3hx_JmPz0nbxGLD8cIQ',
  )
})

test('signs links as earlier versions did, with the same key', () => {
  const key = linkKeyOf(SECRET, SURVEY)
  expect(key).toBe('mPMxZ92TyEWUUZVlBYLHLvNW-ymGQXzGUav_GaIl8U0')
  expect(signLink(key, { customer: '42', email: 'eva@example.com' })).toBe(
    'signed=1&customer=42&email=eva%40example.com&sig=cWvJcekREZ0NNJiNMYQRcnGTV6AJ7Pyu-cKWUvJppVE',
  )
})
