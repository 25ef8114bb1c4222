import { describe, expect, it } from 'vitest'
import { saveResponse } from '../../../db/responses/save.ts'
import { addKey } from '../../../db/people/people.ts'
import type { ChoiceQuestion, SurveyDraft } from '../../../surveys/definition.ts'
import { makeApp, type TestApp } from '../../support/app.ts'
import { NOW } from '../../support/clock.ts'
import { aResponse, definition, makeSurvey } from '../../support/surveys.ts'

type Detail = {
  definition: SurveyDraft
  draft: { revision: number; by: string | null; savedAt: number }
  published: SurveyDraft | null
  testUrl: string | null
  name: string
  version: number | null
}

const put = (json: unknown) => ({ method: 'PUT', json })

async function read({ ask }: TestApp, id: string, role: 'viewer' | 'admin' = 'admin') {
  return (await (await ask(role, `/api/v1/surveys/${id}`)).json()) as Detail
}

async function fieldsOf(answer: Response) {
  expect(answer.status).toBe(400)
  const { errors } = (await answer.json()) as { errors: { field: string }[] }
  return errors.map(({ field }) => field)
}

/** The small survey with another question to its score. */
function asking(ask: string): SurveyDraft {
  const changed = structuredClone(definition)
  changed.questions[0]!.text.en!.ask = ask
  return changed
}

describe('a draft', () => {
  it('is saved under the revision that it was made from', async () => {
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

  it('undoes nobody’s: a stale one is told who saved and when, and is not stored', async () => {
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

  it('may have blanks, which publication names, every one', async () => {
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
    'keeps %s as far as an address is written, shows no such link, and is not published with it',
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

  it('goes back to what is published', async () => {
    const app = await makeApp()
    const { id } = await makeSurvey(app.db)
    const path = `/api/v1/surveys/${id}`
    await app.ask('admin', `${path}/draft`, put({ revision: 0, definition: asking('Else?') }))
    const back = await app.ask('admin', `${path}/draft-changes`, { method: 'DELETE' })
    expect(await back.json()).toMatchObject({ definition, draft: { revision: 2 } })
  })

  it('has nothing to go back to before it was published', async () => {
    const app = await makeApp()
    const { id } = await copied(app, (await makeSurvey(app.db)).id)
    const back = await app.ask('admin', `/api/v1/surveys/${id}/draft-changes`, { method: 'DELETE' })
    expect(back.status).toBe(409)
  })

  it('is for admins to change, and for everyone to read, without the address to try it', async () => {
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

async function copied({ ask }: TestApp, copyOf: string) {
  const made = await ask('admin', '/api/v1/surveys', {
    method: 'POST',
    json: { copyOf, name: 'A copy' },
  })
  expect(made.status).toBe(201)
  return (await made.json()) as { id: string; slug: string }
}

describe('a copy', () => {
  it('begins with the draft of its survey and is one of its own', async () => {
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

describe('whoever publishes', () => {
  it('publishes what they saw, and hears who has saved it since', async () => {
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

  it('resumes what was asked, and not what has been drafted meanwhile', async () => {
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
  ])('is asked for numbers, and one of the two (%o)', async (json, field) => {
    const app = await makeApp()
    const { id } = await makeSurvey(app.db)
    const refused = await app.ask('admin', `/api/v1/surveys/${id}/publication`, put(json))
    expect(await fieldsOf(refused)).toEqual([field])
  })
})

it('says what answers are kept under, by any version', async () => {
  const app = await makeApp()
  const { id } = await makeSurvey(app.db)
  const path = `/api/v1/surveys/${id}`
  const { questions } = definition
  const [score, why, reasons] = structuredClone(questions)
  const changed = { ...reasons!, options: ['speed', 'people'] } as ChoiceQuestion
  changed.text.en!.options = { speed: 'Speed', people: 'People' }
  const json = { revision: 0, definition: { ...definition, questions: [score, changed] } }
  await app.ask('admin', `${path}/draft`, put(json))
  const asked = async () =>
    ((await (await app.ask('admin', path)).json()) as { asked: unknown }).asked
  expect(await asked()).toEqual({ score: [], why: [], reasons: ['speed', 'price'] })
  await app.ask('admin', `${path}/publication`, { method: 'PUT' })
  expect(await asked()).toEqual({ score: [], [why!.id]: [], reasons: ['speed', 'price', 'people'] })
})

describe('a preview', () => {
  const form = (fields: Record<string, string>) => ({
    method: 'POST',
    body: new URLSearchParams(fields).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })

  it('is the customers’ page of what is not saved yet, for our own frame alone', async () => {
    const app = await makeApp()
    const { id } = await makeSurvey(app.db)
    const answer = await app.ask(
      'admin',
      `/api/v1/surveys/${id}/preview`,
      form({ definition: JSON.stringify(asking('Unsaved <b>?')), language: 'en', score: '3' }),
    )
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-security-policy')).toContain("frame-ancestors 'self'")
    expect(answer.headers.get('content-security-policy')).not.toContain("frame-ancestors 'none'")
    const page = await answer.text()
    expect(page).toContain('Unsaved &lt;b&gt;?')
    expect(page).toMatch(/value="3"[^>]*checked/)
    expect(page).toContain('What went wrong?')
    expect(await read(app, id)).toMatchObject({ definition, draft: { revision: 0 } })
  })

  it('shows the thanks for a band, in a language', async () => {
    const app = await makeApp()
    const { id } = await makeSurvey(app.db)
    const thankful = {
      ...definition,
      thanks: { en: { unhappy: 'Sorry.', neutral: 'Thanks.', happy: 'Great.' } },
    }
    const answer = await app.ask('viewer', `/api/v1/surveys/${id}/preview`, {
      method: 'POST',
      json: { definition: thankful, language: 'he', score: 2, done: true },
    })
    const page = await answer.text()
    expect(page).toContain('Sorry.')
    expect(page).toContain('lang="he" dir="rtl"')
  })

  it('annotations what is still to be written', async () => {
    const app = await makeApp()
    const { id } = await makeSurvey(app.db)
    const answer = await app.ask(
      'admin',
      `/api/v1/surveys/${id}/preview`,
      form({ definition: JSON.stringify(asking(' ')), language: 'en' }),
    )
    expect(await answer.text()).toContain('<h1>[…]</h1>')
  })

  it('says in the frame what keeps it from being shown, and to a program as a problem', async () => {
    const app = await makeApp()
    const { id } = await makeSurvey(app.db)
    const unscored = { ...definition, questions: [definition.questions[1]] }
    const path = `/api/v1/surveys/${id}/preview`
    const framed = await app.ask(
      'admin',
      path,
      form({ definition: JSON.stringify(unscored), language: 'en' }),
    )
    expect(framed.status).toBe(400)
    expect(framed.headers.get('content-type')).toContain('text/html')
    expect(await framed.text()).toContain('definition.questions')
    const told = await app.ask('admin', path, {
      method: 'POST',
      json: { definition: unscored, language: 'en' },
    })
    expect(await fieldsOf(told)).toEqual(['definition.questions'])
    expect((await app.ask('admin', path, form({ definition: '{', language: 'en' }))).status).toBe(
      400,
    )
    expect((await app.ask('admin', path, { method: 'POST' })).status).toBe(400)
  })

  it('sends its answers to where nothing is kept', async () => {
    const app = await makeApp()
    const { id } = await makeSurvey(app.db)
    const answer = await app.ask(
      'viewer',
      `/api/v1/surveys/${id}/preview/responses/any`,
      put({ token: '', answers: { score: 1 }, complete: true, revision: 1 }),
    )
    expect(await answer.json()).toEqual({ stored: false })
    const count = await app.ask('viewer', `/api/v1/surveys/${id}/responses/count`)
    expect(await count.json()).toEqual({ n: 0 })
  })
})

describe('versions', () => {
  it('are told newest first: who published, how many answered, and what changed', async () => {
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

describe('editors', () => {
  it('learn of each other for 30 seconds after they were last there', async () => {
    const app = await makeApp()
    const { id } = await makeSurvey(app.db)
    await addKey(app.db, { key: 'ohlas_anna', name: 'Anna', role: 'admin', now: NOW })
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
