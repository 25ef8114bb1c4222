import { expect, it } from 'vitest'
import { problemOf } from '../../../api/base/problems.ts'
import { saveWatch } from '../../../db/watching/watches.ts'
import { usualRules } from '../../../surveys/watching/rules.ts'
import { makeApp } from '../../support/app.ts'
import { makeDatabase } from '../../support/database.ts'

type Document = { paths: Record<string, Record<string, { requestBody?: object }>> }
type Problem = { errors: { field: string; message: string }[] }

it('names each missing or invalid field of a body in a sentence of our own', async () => {
  const app = await makeApp()
  const { paths } = (await (await app.ask(null, '/api/v1/openapi.json')).json()) as Document
  const taking = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, { requestBody }]) =>
      requestBody ? [{ path: path.replace(/\{\w+\}/g, 'x'), method: method.toUpperCase() }] : [],
    ),
  )
  let named = 0
  const wrong = {
    name: 7,
    text: [],
    answers: 7,
    from: {},
    ids: 'x',
    state: 7,
    share: 7,
    shift: null,
  }
  for (const { path, method } of taking)
    for (const json of [{}, [], 7, wrong]) {
      const answer = await app.ask('admin', path, { method, json })
      expect(answer.status, `${method} ${path} ${JSON.stringify(json)}`).toBeLessThan(500)
      const { errors = [] } = (await answer.json()) as Partial<Problem>
      named += errors.length
      for (const { field, message } of errors) {
        expect(field).not.toBe('')
        expect(message, `${method} ${path}: ${field}`).toMatch(/^[a-z]/)
        expect(message, `${method} ${path}: ${field}`).not.toMatch(/invalid|expected|received/i)
      }
    }
  expect(named).toBeGreaterThan(20)
})

it('reports an engine’s error in the same way for one statement and for a list', async () => {
  const db = await makeDatabase()
  const rules = usualRules({ perWeek: null, unhappy: null })
  const failed = saveWatch(db, { surveyId: 'gone', question: 'score' }, rules)
  expect(problemOf(await failed.catch((error: unknown) => error))).toMatchObject({
    status: 409,
    detail: 'What this belongs to is not there any more.',
  })
})
