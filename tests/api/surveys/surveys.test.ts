import { describe, expect, it } from 'vitest'
import { saveResponse } from '../../../db/responses/save.ts'
import { makeApp } from '../../support/app.ts'
import { NOW } from '../../support/clock.ts'
import { aResponse, makeSurvey } from '../../support/surveys.ts'

type Survey = {
  id: string
  slug: string
  state: string
  version: number | null
  languages: string[]
  url: string
}

describe('a survey', () => {
  it('is created from a template as a draft, published, and paused', async () => {
    const { app, ask } = await makeApp()
    const made = await ask('admin', '/api/v1/surveys', {
      method: 'POST',
      json: { template: 'nps', name: 'Po podpoře – čtvrtletí' },
    })
    expect(made.status).toBe(201)
    const survey = (await made.json()) as Survey
    expect(survey).toMatchObject({ state: 'draft', version: null })
    expect(survey.slug).toMatch(/^po-podpore-ctvrtleti-[0-9a-f]{6}$/)
    expect(survey.languages).toEqual(['en', 'cs', 'sk', 'pl', 'de', 'he'])
    expect((await app.request(`/s/${survey.slug}`)).status).toBe(404)

    const publication = `/api/v1/surveys/${survey.id}/publication`
    const live = (await (await ask('admin', publication, { method: 'PUT' })).json()) as Survey
    expect(live).toMatchObject({ state: 'live', version: 1 })
    expect((await app.request(`/s/${survey.slug}`)).status).toBe(200)

    const again = (await (await ask('admin', publication, { method: 'PUT' })).json()) as Survey
    expect(again.version).toBe(1)

    const paused = (await (await ask('admin', publication, { method: 'DELETE' })).json()) as Survey
    expect(paused.state).toBe('paused')
    expect((await app.request(`/s/${survey.slug}`)).status).toBe(410)

    const archive = await ask('admin', `/api/v1/surveys/${survey.id}/archive`, { method: 'PUT' })
    expect(await archive.json()).toMatchObject({ state: 'archived', version: 1 })
    expect((await app.request(`/s/${survey.slug}`)).status).toBe(410)
    const { surveys } = (await (await ask('viewer', '/api/v1/overview')).json()) as {
      surveys: unknown[]
    }
    expect(surveys).toEqual([])

    const restored = await ask('admin', `/api/v1/surveys/${survey.id}/archive`, {
      method: 'DELETE',
    })
    expect(await restored.json()).toMatchObject({ state: 'paused', version: 1 })
  })

  it('is a draft again when it is restored before its first publication', async () => {
    const { ask } = await makeApp()
    const made = await ask('admin', '/api/v1/surveys', {
      method: 'POST',
      json: { template: 'nps', name: 'Never asked' },
    })
    const archive = `/api/v1/surveys/${((await made.json()) as Survey).id}/archive`
    await ask('admin', archive, { method: 'PUT' })
    const restored = await ask('admin', archive, { method: 'DELETE' })
    expect(await restored.json()).toMatchObject({ state: 'draft', version: null })
  })

  it('is listed with the time of its last answer', async () => {
    const { ask, db } = await makeApp()
    const { id } = await makeSurvey(db)
    await saveResponse(db, aResponse(id, { answeredAt: NOW - 1_000 }))
    const listed = await ask('viewer', '/api/v1/surveys')
    expect(await listed.json()).toMatchObject({
      surveys: [{ answers: 1, lastAnswerAt: NOW - 1_000 }],
    })
  })

  it('has only the requested languages', async () => {
    const { ask } = await makeApp()
    const made = await ask('admin', '/api/v1/surveys', {
      method: 'POST',
      json: { template: 'csat', name: 'Two', languages: ['de', 'he'] },
    })
    expect(((await made.json()) as Survey).languages).toEqual(['de', 'he'])
  })

  it.each([
    [{ template: 'nps' }, 'name'],
    [{ template: 'other', name: 'X' }, 'template'],
    [{ template: 'nps', name: ' ' }, 'name'],
    [{ template: 'nps', name: 'a\0b' }, 'name'],
    [{ template: 'nps', name: 'X', languages: ['tlh'] }, 'languages'],
    [{ template: 'nps', name: 'X', languages: [] }, 'languages'],
    [{ template: 'nps', name: 'X', colour: 'red' }, 'colour'],
  ])('is not made from %o', async (json, field) => {
    const { ask } = await makeApp()
    const answer = await ask('admin', '/api/v1/surveys', { method: 'POST', json })
    expect(answer.status).toBe(400)
    const { errors } = (await answer.json()) as { errors: { field: string }[] }
    expect(errors.map((error) => error.field.split('.')[0])).toEqual([field])
  })
})

describe('responses', () => {
  it('are listed newest first, by band, property and day', async () => {
    const { ask, db } = await makeApp()
    const { id } = await makeSurvey(db)
    for (const [index, score] of [10, 2, 8, 9].entries())
      await saveResponse(
        db,
        aResponse(id, {
          answers: { score, ...(score === 2 && { reasons: ['speed', 'price'] }) },
          answeredAt: NOW - index * 86_400_000,
          properties: { channel: index % 2 ? 'chat' : 'mail' },
        }),
      )
    const values = async (query: string) => {
      const answer = await ask('viewer', `/api/v1/surveys/${id}/responses${query}`)
      const { responses } = (await answer.json()) as {
        responses: { answers: { value: number; text: string | null }[] }[]
      }
      return responses.map(({ answers }) => answers[0]!.value)
    }
    expect(await values('')).toEqual([10, 2, 8, 9])
    expect(await values('?band=happy')).toEqual([10, 9])
    expect(await values('?channel=chat')).toEqual([2, 9])
    expect(await values('?from=2026-11-18&to=2026-11-19')).toEqual([2, 8])

    const unhappy = await (
      await ask('viewer', `/api/v1/surveys/${id}/responses?band=unhappy`)
    ).text()
    expect(unhappy).toContain('Speed, Price')
  })

  it.each([
    ['?band=sad', 'band'],
    ['?limit=201', 'limit'],
    ['?limit=0', 'limit'],
    ['?cursor=nonsense', 'cursor'],
    ['?from=2026-11-20&to=2026-11-01', 'from'],
    ['?planet=mars', 'planet'],
  ])('answer %s with 400 and the field', async (query, field) => {
    const { ask, db } = await makeApp()
    const { id } = await makeSurvey(db)
    const answer = await ask('viewer', `/api/v1/surveys/${id}/responses${query}`)
    expect(answer.status).toBe(400)
    const { errors } = (await answer.json()) as { errors: { field: string }[] }
    expect(errors[0]!.field).toBe(field)
  })
})

it('describes itself as OpenAPI 3.1', async () => {
  const { app } = await makeApp()
  const document = (await (await app.request('/api/v1/openapi.json')).json()) as {
    openapi: string
    paths: Record<string, object>
  }
  expect(document.openapi).toBe('3.1.0')
  expect(Object.keys(document.paths)).toEqual(
    expect.arrayContaining([
      '/api/v1/surveys',
      '/api/v1/surveys/{id}/publication',
      '/api/v1/surveys/{id}/scores',
      '/api/v1/follow-ups/{id}',
      '/api/v1/health',
    ]),
  )
})
