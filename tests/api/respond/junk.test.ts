import { expect, it } from 'vitest'
import { makeApp } from '../../support/app.ts'
import { makeSurvey } from '../../support/surveys.ts'

type Document = { paths: Record<string, Record<string, object>> }

const ROLES = [null, 'viewer', 'lead', 'admin'] as const
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'QUERY', 'JUNK']
const IDS = [
  '%00',
  '%ff',
  '%E0%A4%A',
  '..%2f..%2fetc',
  '__proto__',
  'x'.repeat(3_000),
  '%F0%9F%92%A9',
]
const QUERIES = [
  '',
  '?from=%ff&to=%00',
  '?cursor=%00%ff&limit=1e999',
  '?limit=-1&survey=[]&question=__proto__',
  `?${'a=1&'.repeat(2_000)}`,
  '?%E0%A4%A=%E0%A4%A&&=&constructor=1',
  '?channel=%00&by=month&from=0000-00-00&to=9999-99-99',
]
const BODIES = [
  '',
  '{',
  'null',
  '[]',
  '"\\ud800"',
  '{"__proto__":{"x":1},"name":{"toString":1}}',
  '\0\xff',
]
const TYPES = [
  'application/json',
  'text/plain',
  'multipart/form-data',
  'application/x-www-form-urlencoded',
  ';;',
  '',
]

/** Paths that the OpenAPI document doesn't contain. */
const OTHERS = [
  '/',
  '/s/ID',
  '/s/after-support',
  '/s/ID/responses/ID',
  '/f/ID',
  '/f/ID/ID',
  '/assets/ID',
  '/ID',
  '/health',
  '/widget.js',
  '/solve.js',
  '/kiosk.js',
  '/api/auth/sign-in/email',
  '/api/auth/sign-out',
  '/api/auth/ID',
  '/api/ID',
  '/api/v1/openapi.json',
]

it('answers any request to any path without a server error', async () => {
  const { app, ask, db, keyFor } = await makeApp()
  const { id } = await makeSurvey(db)
  const { paths } = (await (await ask(null, '/api/v1/openapi.json')).json()) as Document
  const addresses = [...Object.keys(paths).map((path) => path.replace(/\{\w+\}/g, 'ID')), ...OTHERS]
  const keys = await Promise.all(ROLES.map(async (role) => role && keyFor(role)))
  let sent = 0
  for (const [at, address] of addresses.entries())
    for (const [number, method] of METHODS.entries())
      for (const [turn, key] of keys.entries()) {
        // Each gets all of the junk over time, not every combination.
        const pick = <T>(from: T[]) => from[(at + 3 * number + 5 * turn + sent) % from.length]!
        const path = address
          .replace('ID', () => (sent % 2 ? id : pick(IDS)))
          .replace('ID', () => pick(IDS))
        const headers = new Headers({ cookie: `ohlas.session_token=${pick(IDS)}` })
        if (key) headers.set('authorization', `Bearer ${key}`)
        if (pick(TYPES)) headers.set('content-type', pick(TYPES))
        const body = ['GET', 'HEAD'].includes(method) ? undefined : pick(BODIES)
        const answer = await app.request(`http://ohlas.test${path}${pick(QUERIES)}`, {
          method,
          headers,
          body,
        })
        expect(
          answer.status,
          `${method} ${path} ${pick(QUERIES)} ${pick(TYPES)} ${body}`,
        ).toBeLessThan(500)
        sent++
      }
  expect(sent).toBeGreaterThan(1_500)
}, 120_000)
