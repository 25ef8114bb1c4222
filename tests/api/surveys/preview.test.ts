import { describe, expect, it } from 'vitest'
import { makeApp } from '../../support/app.ts'
import { definition, makeSurvey } from '../../support/surveys.ts'
import { put, read, fieldsOf, asking } from './drafts.ts'

describe('a preview', () => {
  const form = (fields: Record<string, string>) => ({
    method: 'POST',
    body: new URLSearchParams(fields).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })

  it('shows the survey page of unsaved changes, for our own frame only', async () => {
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

  it('marks missing texts', async () => {
    const app = await makeApp()
    const { id } = await makeSurvey(app.db)
    const answer = await app.ask(
      'admin',
      `/api/v1/surveys/${id}/preview`,
      form({ definition: JSON.stringify(asking(' ')), language: 'en' }),
    )
    expect(await answer.text()).toContain('<h1>[…]</h1>')
  })

  it('explains in the frame why it can’t be shown, and returns a problem to programs', async () => {
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

  it('sends its answers to a path that stores nothing', async () => {
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
