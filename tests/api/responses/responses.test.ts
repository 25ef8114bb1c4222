import { beforeEach, describe, expect, it } from 'vitest'
import { saveResponse, type Exclusion } from '../../../db/responses/save.ts'
import { makeApp } from '../../support/app.ts'
import { aResponse, makeSurvey } from '../../support/surveys.ts'
import { NOW } from '../../support/clock.ts'

let app: Awaited<ReturnType<typeof makeApp>>
let path: string
let surveyId: string

const SCORES = [0, 6, 6, 7, 9, 10]

beforeEach(async () => {
  app = await makeApp()
  const survey = await makeSurvey(app.db)
  surveyId = survey.id
  path = `/api/v1/surveys/${surveyId}`
  for (const [at, score] of SCORES.entries())
    await saveResponse(
      app.db,
      aResponse(survey.id, {
        answers: { score },
        answeredAt: NOW + at,
        customer: { externalId: at < 3 ? 'ann' : `customer ${at}` },
        properties: { channel: at % 2 ? 'chat' : 'mail', team: 'north', region: 'east' },
      }),
    )
  await saveResponse(app.db, aResponse(survey.id, { answers: { why: 'No number from me' } }))
})

async function ask<Told>(address: string): Promise<Told> {
  const answer = await app.ask('viewer', path + address)
  expect(answer.status).toBe(200)
  return (await answer.json()) as Told
}

describe('the rows behind a number', () => {
  it.each([
    ['', 7],
    ['?question=score', 6],
    ['?question=score&band=unhappy', 3],
    ['?question=score&score=6', 2],
    ['?score=6&band=happy', 0],
    ['?question=score&channel=chat', 3],
    ['?question=score&channel=chat&team=north&region=east', 3],
    ['?question=score&counting=customers', 4],
    ['?question=score&counting=customers&band=unhappy', 1],
  ])('%s are %i, in the list, in the count and in the file', async (query, n) => {
    expect(await ask(`/responses/count${query}`)).toEqual({ n })
    const { responses } = await ask<{ responses: unknown[] }>(`/responses${query}`)
    expect(responses).toHaveLength(n)
    const file = await app.ask('lead', `${path}/responses.csv${query}`)
    expect((await file.text()).trim().split('\r\n')).toHaveLength(n + 1)
  })

  it('are as many as the score says', async () => {
    for (const query of ['', '&channel=mail', '&counting=customers', '&channel=mail&team=north']) {
      const { total } = await ask<{ total: { n: number } }>(`/scores?by=week${query}`)
      expect(await ask(`/responses/count?question=score${query}`)).toEqual({ n: total.n })
    }
  })

  it('can be filtered by the listed groups', async () => {
    expect(await ask('/segments')).toEqual({
      channel: ['chat', 'mail'],
      language: ['en'],
      region: ['east'],
      team: ['north'],
    })
  })

  it('are distinguished from what the score excludes, by reason', async () => {
    const kept: [Exclusion, channel: string][] = [
      [{ state: 'suspected', spamReason: 'honeypot' }, 'mail'],
      [{ state: 'unconfirmed' }, 'mail'],
      [{ state: 'unconfirmed' }, 'mail'],
      [{ state: 'test' }, 'mail'],
      [{ state: 'test' }, 'chat'],
    ]
    for (const [exclusion, channel] of kept)
      await saveResponse(app.db, aResponse(surveyId, { exclusion, properties: { channel } }))
    expect(await ask('/exclusions?counting=customers')).toEqual({
      counted: 4,
      earlier: 2,
      skipped: 1,
      suspected: 1,
      unconfirmed: 2,
      test: 2,
      erased: 0,
    })
    // Tests are in no group.
    expect(await ask('/exclusions?channel=mail')).toMatchObject({
      counted: 3,
      suspected: 1,
      unconfirmed: 2,
      test: 0,
    })
  })

  it.each([
    ['/responses?score=11', 'score'],
    ['/responses?score=six', 'score'],
    ['/responses?score=', 'score'],
    ['/responses?score=1e0', 'score'],
    ['/responses?question=why', 'question'],
    ['/responses?counting=people', 'counting'],
    ['/responses/count?planet=mars', 'planet'],
    ['/exclusions?question=why', 'question'],
    ['/exclusions?from=2026-02-30', 'from'],
  ])('%s is refused by naming %s', async (address, field) => {
    const answer = await app.ask('viewer', path + address)
    expect(answer.status).toBe(400)
    const { errors } = (await answer.json()) as { errors: { field: string }[] }
    expect(errors.map((error) => error.field)).toEqual([field])
  })
})
