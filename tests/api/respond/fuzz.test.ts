import * as fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import type { SurveyDraft } from '../../../surveys/definition.ts'
import { makeApp, type TestApp } from '../../support/app.ts'
import { makeSurvey } from '../../support/surveys.ts'

/** A survey in which every field is used. */
const whole: SurveyDraft = {
  languages: ['en', 'he'],
  questions: [
    {
      id: 'score',
      kind: 'csat',
      threshold: 2,
      display: 'stars',
      text: {
        en: { ask: 'How was it?', low: 'Bad', high: 'Good' },
        he: { ask: 'איך היה?', low: 'רע', high: 'טוב' },
      },
    },
    {
      id: 'effort',
      kind: 'scale',
      min: 0,
      max: 10,
      showIf: { question: 'score', values: [1, 2] },
      text: { en: { ask: 'How hard?', low: 'Easy', high: 'Hard' } },
    },
    {
      id: 'solved',
      kind: 'yesno',
      showIf: { question: 'score', bands: ['unhappy'] },
      text: { en: { ask: { unhappy: 'Solved?', neutral: 'Solved?', happy: 'Solved?' } } },
    },
    {
      id: 'about',
      kind: 'choices',
      options: ['speed', 'price'],
      other: true,
      showIf: { question: 'solved', options: ['no'] },
      text: { en: { ask: 'What about?', options: { speed: 'Speed', price: 'Price' } } },
    },
    { id: 'why', kind: 'text', short: true, text: { en: { ask: 'Why?', hint: 'In a word' } } },
    { id: 'mail', kind: 'contact', text: { en: { ask: 'May we write to you?' } } },
  ],
  thanks: { en: { unhappy: 'Sorry.', neutral: 'Thanks.', happy: 'Great.' } },
  links: [{ url: 'https://reviews.example', text: { en: 'Tell others' } }],
  look: {
    logo: 'data:image/png;base64,iVBORw0KGgo=',
    colour: '#0b6a62',
    scheme: 'auto',
    size: 'normal',
    corners: 'soft',
  },
  sites: ['https://shop.example.com'],
  signed: ['agent'],
  proof: 'auto',
}

type Path = (string | number)[]

/** Lists every path in a value, the value itself first. */
function placesIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path]
  return [path, ...Object.entries(value).flatMap(([name, part]) => placesIn(part, [...path, name]))]
}

const deep = (levels: number) => `${'[1,'.repeat(levels)}1${']'.repeat(levels)}`

/**
 * Values to put there, as JSON, since a name such as `__proto__` becomes an own key only by parsing.
 */
const NASTY = [
  ...[
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    'javascript:alert(1)',
    ' JaVaScRiPt:alert(1)',
    'https://a.example/"onclick="alert(1)',
    'data:image/svg+xml;base64,"><script>',
    '\0',
    '\u0001',
    '\u202eevil',
    '\ud800',
    '👩‍👩‍👧‍👦',
    'x'.repeat(5_000),
    ' ',
    '',
    '{company}',
    '__proto__',
    'constructor',
    'token',
    'score',
  ].map((text) => JSON.stringify(text)),
  'null',
  'true',
  '-1',
  '0.5',
  '1e308',
  '[]',
  '{}',
  '{"__proto__":{"kind":"text"}}',
  '{"constructor":{"prototype":1},"toString":1}',
  '{"en":{"ask":"A","low":"B","high":"C"},"__proto__":{"ask":"A"}}',
  JSON.stringify(Array.from({ length: 20_000 }, (_, at) => at)),
  JSON.stringify(Array.from({ length: 2_000 }, () => ({}))),
  deep(5_000),
]

const STANDS_IN = '"@@here@@"'

/** Returns the survey as JSON with another value at one path, an additional name, or nothing there. */
function spoilt(path: Path, nasty: string, how: 'instead' | 'beside' | 'twice'): string {
  if (!path.length) return nasty
  const copy = structuredClone(whole) as unknown as Record<string, never>
  const parent = path.slice(0, -1).reduce<Record<string, never>>((part, name) => part[name]!, copy)
  const name = path.at(-1)!
  const marker = JSON.parse(STANDS_IN) as never
  if (how === 'beside' && !Array.isArray(parent)) parent['more'] = marker
  else if (how === 'twice' && Array.isArray(parent)) parent.push(parent[name], marker)
  else parent[name] = marker
  return JSON.stringify(copy).replace(STANDS_IN, () => nasty)
}

const spoiltSurvey = fc
  .tuple(
    fc.constantFrom(...placesIn(whole)),
    fc.constantFrom(...NASTY),
    fc.constantFrom('instead' as const, 'beside' as const, 'twice' as const),
  )
  .map((parts) => spoilt(...parts))

let app: TestApp
let path: string

beforeEach(async () => {
  app = await makeApp()
  path = `/api/v1/surveys/${(await makeSurvey(app.db)).id}`
})

const send = async (method: string, at: string, json?: string) => {
  const answer = await app.ask('admin', `${path}${at}`, {
    method,
    ...(json !== undefined && { body: json, headers: { 'content-type': 'application/json' } }),
  })
  return { status: answer.status, text: await answer.text() }
}

const stored = async () =>
  JSON.parse((await send('GET', '')).text) as {
    definition: SurveyDraft
    draft: { revision: number }
    version: number
  }

/** Drops `__proto__`, which is ignored rather than rejected. */
function withoutProto(_: string, value: unknown) {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== '__proto__'))
}

/** Text that a browser would run or follow. */
const UNSAFE = /<script>alert|<img src=x|href="\s*javascript:|" ?onclick=/i

describe('whatever a definition is', () => {
  it('it is saved whole or refused by field, is shown only if valid, and never runs as script', async () => {
    await fc.assert(
      fc.asyncProperty(spoiltSurvey, async (definition) => {
        const before = await stored()
        const { revision } = before.draft
        const saved = await send(
          'PUT',
          '/draft',
          `{"revision":${revision},"definition":${definition}}`,
        )
        expect([200, 400]).toContain(saved.status)
        const after = await stored()
        if (saved.status === 400) {
          expect(after).toEqual(before)
          expect(JSON.parse(saved.text)).toHaveProperty('errors.0.field')
        } else expect(after.definition).toEqual(JSON.parse(definition, withoutProto))

        const previewed = await send(
          'POST',
          '/preview',
          `{"language":"en","definition":${definition}}`,
        )
        expect([200, 400]).toContain(previewed.status)
        expect(previewed.text).not.toMatch(UNSAFE)

        const published = await send('PUT', '/publication')
        expect([200, 400]).toContain(published.status)
        if (published.status === 400) expect((await stored()).version).toBe(before.version)
        const page = await app.app.request('http://ohlas.test/s/after-support')
        expect(page.status).toBe(200)
        expect(await page.text()).not.toMatch(UNSAFE)
        expect((await app.ask('viewer', '/api/v1/surveys')).status).toBe(200)
      }),
      { numRuns: 50 },
    )
    expect((await send('GET', '/versions')).status).toBe(200)
  }, 30_000)

  it('anything that isn’t a definition is refused', async () => {
    const before = await stored()
    for (const body of ['', '{', 'null', '[]', '"x"', '{"revision":0}', deep(100_000)])
      for (const [method, at] of [
        ['PUT', '/draft'],
        ['POST', '/preview'],
      ] as const)
        expect((await send(method, at, body)).status).toBe(400)
    expect(await stored()).toEqual(before)
  })

  it('one that is larger than a megabyte is refused', async () => {
    const thanks = Object.fromEntries(
      Array.from({ length: 1_000 }, (_, at) => [`x${at}`, 'y'.repeat(1_200)]),
    )
    const json = JSON.stringify({ revision: 0, definition: { ...whole, thanks } })
    expect((await send('PUT', '/draft', json)).status).toBe(413)
  })
})
