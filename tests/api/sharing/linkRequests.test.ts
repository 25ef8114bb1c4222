import { describe, expect, test } from 'vitest'
import { made, surveyId, ask, surveyForEachTest } from './links.ts'

surveyForEachTest()

describe('asking for links', () => {
  test('creates up to 200 at once, each for an answer of its own', async () => {
    const answered = await ask({ links: Array.from({ length: 200 }, () => ({ singleUse: true })) })
    const { links } = (await answered.json()) as { links: { url: string }[] }
    expect(new Set(links.map(({ url }) => url)).size).toBe(200)
  })

  test.each([
    ['nothing', {}, 'links'],
    ['no link', { links: [] }, 'links'],
    ['too many links', { links: Array.from({ length: 201 }, () => ({})) }, 'links'],
    ['an unknown field', { links: [{ score: 9 }] }, 'links.0.score'],
    [
      'an address that is none',
      { links: [{ customer: { email: 'x' } }] },
      'links.0.customer.email',
    ],
    ['a language that is not asked in', { links: [{ language: 'fr' }] }, 'links.0.language'],
    ['a moment that has passed', { links: [{ expiresAt: 1 }] }, 'links.0.expiresAt'],
    [
      'a property that means something else',
      { links: [{}, { properties: { e_mail: 'x' } }] },
      'links.1.properties.e_mail',
    ],
    [
      'a property called like a question',
      { links: [{ properties: { score: '1' } }] },
      'links.0.properties.score',
    ],
    ['a property of two lines', { links: [{ properties: { a: 'x\ny' } }] }, 'links.0.properties.a'],
    ['a property that is no text', { links: [{ properties: { a: 1 } }] }, 'links.0.properties.a'],
  ])('with %s is refused, naming the field', async (_, json, field) => {
    const answered = await ask(json)
    expect(answered.status).toBe(400)
    const { errors } = (await answered.json()) as { errors: { field: string }[] }
    expect(errors.map((error) => error.field)).toContain(field)
  })

  test('and asking for their key requires an admin', async () => {
    for (const [role, status] of [
      [null, 401],
      ['lead', 403],
    ] as const) {
      expect((await ask({ links: [{}] }, role)).status).toBe(status)
      expect((await made.ask(role, `/api/v1/surveys/${surveyId}/link-key`)).status).toBe(status)
    }
    expect((await made.ask('admin', '/api/v1/surveys/none/link-key')).status).toBe(404)
  })
})
