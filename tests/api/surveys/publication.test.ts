import { describe, expect, it } from 'vitest'
import { saveResponse } from '../../../db/responses/save.ts'
import type { ChoiceQuestion } from '../../../surveys/definition.ts'
import { makeApp } from '../../support/app.ts'
import { NOW } from '../../support/clock.ts'
import { aResponse, definition, makeSurvey } from '../../support/surveys.ts'
import { put, read, fieldsOf, asking, copied } from './drafts.ts'

describe('a copy', () => {
  it('starts from its survey’s draft, and is independent of it', async () => {
    const app = await makeApp()
    const original = await makeSurvey(app.db)
    await app.ask(
      'admin',
      `/api/v1/surveys/${original.id}/draft`,
      put({ revision: 0, definition: asking('As drafted?') }),
    )
    const copy = await copied(app, original.id)
    expect(await read(app, copy.id)).toMatchObject({
      name: 'A copy',
      version: null,
      published: null,
      definition: asking('As drafted?'),
      draft: { revision: 0, by: "a admin's key" },
    })
    expect(copy.slug).not.toBe(original.slug)
  })

  it.each([
    [{ name: 'X' }, 'template'],
    [{ name: 'X', template: 'nps', copyOf: 'y' }, 'template'],
    [{ name: 'X', copyOf: 'nowhere' }, 'copyOf'],
    [{ name: 'X', copyOf: 'nowhere', languages: ['en'] }, 'languages'],
  ])('is not made from %o', async (json, field) => {
    const app = await makeApp()
    expect(
      await fieldsOf(await app.ask('admin', '/api/v1/surveys', { method: 'POST', json })),
    ).toEqual([field])
  })
})

describe('a publication', () => {
  it('stores texts without the spaces around them, and no version when it changes nothing', async () => {
    const app = await makeApp()
    const { id } = await makeSurvey(app.db)
    const path = `/api/v1/surveys/${id}`
    const publish = async () =>
      (await app.ask('admin', `${path}/publication`, { method: 'PUT' })).status
    await app.ask('admin', `${path}/draft`, put({ revision: 0, definition: asking(' Well? ') }))
    expect(await publish()).toBe(200)
    expect(await read(app, id)).toMatchObject({
      version: 2,
      published: asking('Well?'),
      definition: asking('Well?'),
    })
    const turned = asking('Well? ')
    turned.questions[0]!.text = Object.fromEntries(
      Object.entries(turned.questions[0]!.text).toReversed(),
    )
    await app.ask('admin', `${path}/draft`, put({ revision: 1, definition: turned }))
    expect(await publish()).toBe(200)
    expect((await read(app, id)).version).toBe(2)
  })
})

describe('publishing', () => {
  it('publishes the reviewed revision, or says who has saved since', async () => {
    const app = await makeApp()
    const { id } = await makeSurvey(app.db)
    const path = `/api/v1/surveys/${id}`
    const publish = (json?: unknown) => app.ask('admin', `${path}/publication`, put(json))
    await app.ask('admin', `${path}/draft`, put({ revision: 0, definition: asking('Seen?') }))
    await app.ask('admin', `${path}/draft`, put({ revision: 1, definition: asking('Unseen?') }))
    const refused = await publish({ revision: 1 })
    expect(refused.status).toBe(409)
    expect(await refused.json()).toMatchObject({
      detail: "a admin's key has saved this survey since. Look again.",
    })
    expect(await read(app, id)).toMatchObject({ version: 1, published: definition })
    expect((await publish({ revision: 2 })).status).toBe(200)
    expect(await read(app, id)).toMatchObject({ version: 2, published: asking('Unseen?') })
  })

  it('resumes the published version, not later changes of the draft', async () => {
    const app = await makeApp()
    const { id } = await makeSurvey(app.db)
    const path = `/api/v1/surveys/${id}`
    await app.ask('admin', `${path}/publication`, { method: 'DELETE' })
    await app.ask('admin', `${path}/draft`, put({ revision: 0, definition: asking('Half') }))
    const resumed = await app.ask('admin', `${path}/publication`, put({ version: 1 }))
    expect(await resumed.json()).toMatchObject({ state: 'live', version: 1 })
    expect(await read(app, id)).toMatchObject({
      published: definition,
      definition: asking('Half'),
    })
    expect((await app.ask('admin', `${path}/publication`, put({ version: 2 }))).status).toBe(409)
    expect(
      (await app.ask('admin', '/api/v1/surveys/none/publication', put({ version: 1 }))).status,
    ).toBe(404)
  })

  it.each([
    [{ revision: 'x' }, 'revision'],
    [{ revision: -1 }, 'revision'],
    [{ version: 1, revision: 0 }, 'version'],
  ])('requires a revision or a version (%o)', async (json, field) => {
    const app = await makeApp()
    const { id } = await makeSurvey(app.db)
    const refused = await app.ask('admin', `/api/v1/surveys/${id}/publication`, put(json))
    expect(await fieldsOf(refused)).toEqual([field])
  })
})

it('returns the ids of all published questions and options', async () => {
  const app = await makeApp()
  const { id } = await makeSurvey(app.db)
  const path = `/api/v1/surveys/${id}`
  const { questions } = definition
  const [score, why, reasons] = structuredClone(questions)
  const changed = { ...reasons!, options: ['speed', 'people'] } as ChoiceQuestion
  changed.text.en!.options = { speed: 'Speed', people: 'People' }
  const json = { revision: 0, definition: { ...definition, questions: [score, changed] } }
  await app.ask('admin', `${path}/draft`, put(json))
  const publishedIds = async () =>
    ((await (await app.ask('admin', path)).json()) as { publishedIds: unknown }).publishedIds
  expect(await publishedIds()).toEqual({ score: [], why: [], reasons: ['speed', 'price'] })
  await app.ask('admin', `${path}/publication`, { method: 'PUT' })
  expect(await publishedIds()).toEqual({
    score: [],
    [why!.id]: [],
    reasons: ['speed', 'price', 'people'],
  })
})

describe('versions', () => {
  it('are listed newest first: who published, how many answered, and what changed', async () => {
    const app = await makeApp()
    const { id } = await makeSurvey(app.db)
    const path = `/api/v1/surveys/${id}`
    await saveResponse(app.db, aResponse(id))
    await app.ask('admin', `${path}/draft`, put({ revision: 0, definition: asking('Well?') }))
    await app.ask('admin', `${path}/publication`, { method: 'PUT' })
    const answer = await app.ask('viewer', `${path}/versions`)
    expect(await answer.json()).toEqual({
      versions: [
        {
          version: 2,
          publishedAt: app.clock.now,
          publishedBy: "a admin's key",
          answers: 0,
          differences: [
            {
              kind: 'changed',
              where: ['questions', 'score', 'text', 'en', 'ask'],
              before: 'Would you recommend {company}?',
              after: 'Well?',
            },
          ],
        },
        { version: 1, publishedAt: NOW, publishedBy: null, answers: 1, differences: [] },
      ],
    })
    expect((await app.ask('viewer', '/api/v1/surveys/nowhere/versions')).status).toBe(404)
  })
})
