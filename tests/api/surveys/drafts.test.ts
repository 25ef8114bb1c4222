import { describe, expect, it } from 'vitest'
import { makeApp } from '../../support/app.ts'
import { giveKey } from '../../support/apiKeys/giveKey.ts'
import { definition, makeSurvey } from '../../support/surveys.ts'
import { put, read, fieldsOf, asking, copied } from './drafts.ts'

describe('a draft', () => {
  it('is saved on top of the revision that it was based on', async () => {
    const app = await makeApp()
    const { id } = await makeSurvey(app.db)
    app.clock.now += 60_000
    const saved = await app.ask(
      'admin',
      `/api/v1/surveys/${id}/draft`,
      put({ revision: 0, definition: asking('  Well? '), name: 'Renamed' }),
    )
    expect(await saved.json()).toEqual({
      revision: 1,
      by: "a admin's key",
      savedAt: app.clock.now,
    })
    expect(await read(app, id)).toMatchObject({
      name: 'Renamed',
      definition: asking('  Well? '),
      draft: { revision: 1, by: "a admin's key", savedAt: app.clock.now },
      published: definition,
      version: 1,
    })
  })

  it('overwrites no other: a stale one is refused with who saved and when', async () => {
    const app = await makeApp()
    const { id } = await makeSurvey(app.db)
    const path = `/api/v1/surveys/${id}/draft`
    await app.ask('admin', path, put({ revision: 0, definition: asking('First?') }))
    const stale = await app.ask('admin', path, put({ revision: 0, definition: asking('Second?') }))
    expect(stale.status).toBe(409)
    const { detail } = (await stale.json()) as { detail: string }
    expect(detail).toContain("a admin's key")
    expect(detail).toContain(new Date(app.clock.now).toISOString())
    expect(await read(app, id)).toMatchObject({
      definition: asking('First?'),
      draft: { revision: 1 },
    })
  })

  it('sent twice is saved once', async () => {
    const app = await makeApp()
    const { id } = await makeSurvey(app.db)
    const once = put({ revision: 0, definition: asking('Once?') })
    for (const _ of [1, 2]) {
      const saved = await app.ask('admin', `/api/v1/surveys/${id}/draft`, once)
      expect(await saved.json()).toMatchObject({ revision: 1 })
    }
  })

  it('may have missing texts, all of which publishing names', async () => {
    const app = await makeApp()
    const { id } = await makeSurvey(app.db)
    const blank = asking('')
    blank.questions[1]!.text.en = { ask: { unhappy: 'Why?', neutral: ' ', happy: '' } }
    blank.links = [{ url: '', text: {} }]
    const saved = await app.ask(
      'admin',
      `/api/v1/surveys/${id}/draft`,
      put({ revision: 0, definition: blank }),
    )
    expect(saved.status).toBe(200)
    const refused = await app.ask('admin', `/api/v1/surveys/${id}/publication`, { method: 'PUT' })
    expect(await fieldsOf(refused)).toEqual([
      'definition.questions.0.text.en.ask',
      'definition.questions.1.text.en.ask.neutral',
      'definition.questions.1.text.en.ask.happy',
      'definition.links.0.url',
      'definition.links.0.text.en',
    ])
    expect(await read(app, id)).toMatchObject({ version: 1, published: definition })
  })

  it.each(['h', 'https://', 'http://a.example', 'https:a.example', 'javascript:alert(1)'])(
    'keeps %s, shows no such link, and is not published with it',
    async (url) => {
      const app = await makeApp()
      const { id } = await makeSurvey(app.db)
      const path = `/api/v1/surveys/${id}`
      const begun = { ...definition, links: [{ url, text: { en: 'Review us' } }] }
      const saved = await app.ask('admin', `${path}/draft`, put({ revision: 0, definition: begun }))
      expect(saved.status).toBe(200)
      expect((await read(app, id)).definition.links![0]!.url).toBe(url)
      const json = { definition: begun, language: 'en', done: true }
      const preview = await app.ask('admin', `${path}/preview`, { method: 'POST', json })
      expect(preview.status).toBe(200)
      expect(await preview.text()).not.toContain('Review us')
      expect(
        await fieldsOf(await app.ask('admin', `${path}/publication`, { method: 'PUT' })),
      ).toEqual(['definition.links.0.url'])
    },
  )

  it.each([
    [{ questions: [{ kind: 'poem' }] }, 'definition.questions.0.kind'],
    [{ questions: [] }, 'definition.questions'],
    [{ languages: ['tlh1'] }, 'definition.languages.0'],
    [{ look: { colour: 'red' } }, 'definition.look.colour'],
    [{ links: [{ url: 'https://a.example\0', text: {} }] }, 'definition.links.0.url'],
    [{ colour: 1 }, 'definition.colour'],
    [
      { questions: [{ ...definition.questions[2], options: ['speed', 'constructor'] }] },
      'definition.questions.0.options.1',
    ],
  ])('with %o is refused by its field', async (wrong, field) => {
    const app = await makeApp()
    const { id } = await makeSurvey(app.db)
    const answer = await app.ask(
      'admin',
      `/api/v1/surveys/${id}/draft`,
      put({ revision: 0, definition: { ...definition, ...wrong } }),
    )
    expect(await fieldsOf(answer)).toEqual([field])
    expect(await read(app, id)).toMatchObject({ draft: { revision: 0 }, definition })
  })

  it('of a survey that was never published may even ask for no score, and is still listed', async () => {
    const app = await makeApp()
    const made = await app.ask('admin', '/api/v1/surveys', {
      method: 'POST',
      json: { template: 'nps', name: 'New' },
    })
    const { id } = (await made.json()) as { id: string }
    const definition = {
      languages: ['en'],
      questions: [{ id: 'why', kind: 'text', text: {} }],
      thanks: {},
    }
    const path = `/api/v1/surveys/${id}`
    expect((await app.ask('admin', `${path}/draft`, put({ revision: 0, definition }))).status).toBe(
      200,
    )
    const listed = (await (await app.ask('viewer', '/api/v1/surveys')).json()) as {
      surveys: object[]
    }
    expect(listed.surveys).toMatchObject([{ id, questions: [], answers: 0 }])
    expect((await app.ask('viewer', `${path}/scores`)).status).toBe(400)
    expect(
      await fieldsOf(await app.ask('admin', `${path}/publication`, { method: 'PUT' })),
    ).toEqual(['definition.thanks.en', 'definition.questions.0.text.en', 'definition.questions'])
  })

  it('can be reset to the published version', async () => {
    const app = await makeApp()
    const { id } = await makeSurvey(app.db)
    const path = `/api/v1/surveys/${id}`
    await app.ask('admin', `${path}/draft`, put({ revision: 0, definition: asking('Else?') }))
    const back = await app.ask('admin', `${path}/draft-changes`, { method: 'DELETE' })
    expect(await back.json()).toMatchObject({ definition, draft: { revision: 2 } })
  })

  it('can’t be reset before the first publication', async () => {
    const app = await makeApp()
    const { id } = await copied(app, (await makeSurvey(app.db)).id)
    const back = await app.ask('admin', `/api/v1/surveys/${id}/draft-changes`, { method: 'DELETE' })
    expect(back.status).toBe(409)
  })

  it('can be changed by admins and read by everyone, without the URL to try it', async () => {
    const app = await makeApp()
    const { id } = await makeSurvey(app.db)
    const path = `/api/v1/surveys/${id}`
    for (const role of ['viewer', 'lead'] as const) {
      const json = { revision: 0, definition: asking('Mine?') }
      expect((await app.ask(role, `${path}/draft`, put(json))).status).toBe(403)
      expect((await app.ask(role, `${path}/draft-changes`, { method: 'DELETE' })).status).toBe(403)
    }
    expect(await read(app, id, 'viewer')).toMatchObject({ definition, testUrl: null })
    expect((await read(app, id)).testUrl).toMatch(
      /^http:\/\/ohlas\.test\/s\/after-support\?test=[\w.-]+$/,
    )
  })
})

describe('editors', () => {
  it('see each other for 30 seconds after their last sign of life', async () => {
    const app = await makeApp()
    const { id } = await makeSurvey(app.db)
    await giveKey(app.db, { key: 'ohlas_anna', name: 'Anna', role: 'admin' })
    const path = `/api/v1/surveys/${id}/editors/me`
    const asAnna = (method: string) =>
      app.ask(null, path, { method, headers: { authorization: 'Bearer ohlas_anna' } })
    const others = async () => (await app.ask('admin', path, { method: 'PUT' })).json()

    expect(await others()).toEqual({ others: [] })
    const entered = app.clock.now
    expect(await (await asAnna('PUT')).json()).toEqual({
      others: [{ name: "a admin's key", since: entered }],
    })
    app.clock.now += 29_999
    expect(await others()).toEqual({ others: [{ name: 'Anna', since: entered }] })
    app.clock.now += 1
    expect(await others()).toEqual({ others: [] })
    await asAnna('PUT')
    await asAnna('DELETE')
    expect(await others()).toEqual({ others: [] })
    expect((await app.ask('lead', path, { method: 'PUT' })).status).toBe(403)
  })
})
