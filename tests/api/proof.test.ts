import { solveChallenge, type Challenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2'
import { describe, expect, test } from 'vitest'
import { watchFloods } from '../../api/floods.ts'
import { response } from '../../db/schema.ts'
import type { SurveyDefinition } from '../../surveys/survey.ts'
import { makeApp } from '../support/app.ts'
import { NOW } from '../support/clock.ts'
import { definition, makeSurvey } from '../support/surveys.ts'
import { visiting } from '../support/visiting.ts'
import { makeAsking } from '../web/respondent/asking.ts'

async function makeAsked(proof?: SurveyDefinition['proof']) {
  const made = await makeAsking()
  await makeSurvey(made.db, 'nps', { ...definition, ...(proof && { proof }) })
  const stored = async () =>
    (await made.db.orm.select().from(response)).map(({ state, suspicion }) => [state, suspicion])
  return { ...made, ...visiting(() => made, 'nps'), stored }
}

const solved = async (answered: Response) => {
  expect(answered.status).toBe(428)
  const { challenge, meanwhile } = (await answered.json()) as {
    challenge: Challenge
    meanwhile: string
  }
  expect(meanwhile).toContain('no robot is answering')
  const solution = await solveChallenge({ challenge, deriveKey })
  return JSON.stringify({ challenge, solution })
}

describe('a survey that always asks for work', () => {
  test('takes an answer once it was worked for, and later ones of the same page with it', async () => {
    const { open, put, stored } = await makeAsked('always')
    const page = await open()
    const proof = await solved(await put(page, { score: 9 }))
    expect(await stored()).toEqual([])
    expect((await put(page, { score: 9 }, { proof })).status).toBe(200)
    expect((await put(page, { score: 8 }, { proof, revision: 2 })).status).toBe(200)
    expect(await stored()).toEqual([['partial', null]])
  })

  test('takes no work that was not done, or was done for another answer', async () => {
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

  test('keeps apart what can’t be worked for, and counts it once it was', async () => {
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

  test('has its solver at its own address', async () => {
    const { app } = await makeApp()
    const answered = await app.request('/solve.js')
    expect(answered.headers.get('content-type')).toContain('text/javascript')
    expect(await answered.text()).toContain('ohlasSolve')
  })
})

test('any other survey asks for none', async () => {
  const { open, put } = await makeAsked()
  expect((await put(await open(), { score: 9 })).status).toBe(200)
})

describe('a flood of answers to one survey', () => {
  const MINUTE = 60_000

  /** So many saves in one minute; whether the last of them is one too many. */
  const saves = (watch: ReturnType<typeof watchFloods>, n: number, at: number, survey = 'a') => {
    let flooded = false
    for (let save = 0; save < n; save++) flooded = watch(survey, at)
    return flooded
  }

  test('is more than 1,200 a minute for one that has few, and no other survey’s affair', () => {
    const watch = watchFloods()
    expect(saves(watch, 1_200, NOW)).toBe(false)
    expect(saves(watch, 1, NOW)).toBe(true)
    expect(saves(watch, 1, NOW, 'b')).toBe(false)
  })

  test('is over ten quiet minutes later', () => {
    const watch = watchFloods()
    saves(watch, 1_201, NOW)
    expect(saves(watch, 1, NOW + 9 * MINUTE)).toBe(true)
    expect(saves(watch, 1, NOW + 11 * MINUTE)).toBe(false)
  })

  test('is measured by what is usual, which a flood does not raise', () => {
    const watch = watchFloods()
    for (let minute = 0; minute < 180; minute++) saves(watch, 400, NOW + minute * MINUTE)
    const later = NOW + 180 * MINUTE
    expect(saves(watch, 3_000, later)).toBe(false)
    expect(saves(watch, 3_000, later)).toBe(true)
    for (let minute = 1; minute < 60; minute++) saves(watch, 6_000, later + minute * MINUTE)
    expect(saves(watch, 6_000, later + 60 * MINUTE)).toBe(true)
  })
})
