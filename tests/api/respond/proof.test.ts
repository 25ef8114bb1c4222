import type { Challenge } from 'altcha-lib'
import { describe, expect, test } from 'vitest'
import { response } from '../../../db/schema/index.ts'
import type { SurveyDefinition } from '../../../surveys/definition.ts'
import { makeApp } from '../../support/app.ts'
import { solved } from '../../support/solving.ts'
import { definition, makeSurvey } from '../../support/surveys.ts'
import { visiting } from '../../support/visiting.ts'
import { makeAsking } from '../../web/respondent/asking.ts'

async function makeAsked(proof?: SurveyDefinition['proof']) {
  const made = await makeAsking()
  await makeSurvey(made.db, 'nps', { ...definition, ...(proof && { proof }) })
  const stored = async () =>
    (await made.db.orm.select().from(response)).map(({ state, spamReason }) => [state, spamReason])
  return { ...made, ...visiting(() => made, 'nps'), stored }
}

describe('a survey that always requires proof of work', () => {
  test('accepts an answer with a proof, and later saves of the same page with it', async () => {
    const { open, put, stored } = await makeAsked('always')
    const page = await open()
    const proof = await solved(await put(page, { score: 9 }))
    expect(await stored()).toEqual([])
    expect((await put(page, { score: 9 }, { proof })).status).toBe(200)
    expect((await put(page, { score: 8 }, { proof, revision: 2 })).status).toBe(200)
    expect(await stored()).toEqual([['partial', null]])
  })

  test('refuses proofs that are wrong, or for another answer', async () => {
    const { open, put, stored } = await makeAsked('always')
    const page = await open()
    const proof = await solved(await put(page, { score: 9 }))
    const { challenge, solution } = JSON.parse(proof) as {
      challenge: Challenge
      solution: { counter: number; derivedKey: string }
    }
    const easier = { ...challenge, parameters: { ...challenge.parameters, cost: 1 } }
    const wrong = [
      'x',
      '{}',
      'null',
      JSON.stringify({ challenge, solution: { ...solution, derivedKey: '00'.repeat(32) } }),
      JSON.stringify({ challenge: easier, solution }),
      JSON.stringify({ challenge: { ...challenge, signature: '' }, solution }),
    ]
    for (const each of wrong)
      expect((await put(page, { score: 9 }, { proof: each })).status).toBe(428)
    expect((await put(await open(), { score: 9 }, { proof })).status).toBe(428)
    expect((await put(page, { score: 9 }, { proof: 5 })).status).toBe(400)
    expect(await stored()).toEqual([])
  })

  test('excludes answers without a proof, and counts them once it arrives', async () => {
    const { open, put, post, stored } = await makeAsked('always')
    const page = await open()
    expect((await post(page, [['score', '9']])).status).toBe(200)
    expect(await stored()).toEqual([['suspected', 'proof']])
    expect((await put(page, { score: 9 }, { proof: '', revision: 5 })).status).toBe(200)
    expect(await stored()).toEqual([['suspected', 'proof']])
    const proof = await solved(await put(page, { score: 9 }, { revision: 6 }))
    await put(page, { score: 9 }, { proof, revision: 6 })
    expect(await stored()).toEqual([['partial', null]])
  })

  test('serves the solver at a path of its own', async () => {
    const { app } = await makeApp()
    const answered = await app.request('/solve.js')
    expect(answered.headers.get('content-type')).toContain('text/javascript')
    expect(await answered.text()).toContain('ohlasSolve')
  })
})

test('any other survey requires none', async () => {
  const { open, put } = await makeAsked()
  expect((await put(await open(), { score: 9 })).status).toBe(200)
})
