import { expect, it } from 'vitest'
import { readConfig } from '../../../api/base/config.ts'

it.each([
  ['data/a.db', 'data/a.db'],
  ['file:data/a.db', 'data/a.db'],
  ['sqlite:data/a.db', 'data/a.db'],
  ['file:///srv/a.db', '/srv/a.db'],
])('reads DATABASE_URL=%s as the path %s, beside which the key and uploads are', (url, path) => {
  expect(readConfig({ DATABASE_URL: url }).databaseUrl).toBe(path)
})

it('refuses a DATABASE_URL without a path', () => {
  expect(() => readConfig({ DATABASE_URL: 'file:' })).toThrow('DATABASE_URL')
})
