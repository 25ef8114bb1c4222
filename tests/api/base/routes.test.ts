import { expect, test } from 'vitest'
import { makeApp } from '../../support/app.ts'

// Two routes that one expression can't distinguish would make the router try all of them in turn.
test('matches every path with one regular expression, for speed', async () => {
  const { app } = await makeApp()
  await app.request('/s/unknown')
  expect(app.router.name).toContain('RegExpRouter')
})
