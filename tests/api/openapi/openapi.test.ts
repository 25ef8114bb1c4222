import { beforeEach, describe, expect, it } from 'vitest'
import type { Operation } from '../../../api/openapi/operationGroup.ts'
import { SCOPES_OF_ROLE } from '../../../api/apiKeys/newKey.ts'
import { OPERATIONS } from '../../../api/openapi/operations.ts'
import { ROLES } from '../../../db/schema/index.ts'
import { KEY_SCOPES, type KeyScope } from '../../../surveys/keyScopes.ts'
import { TEMPLATES } from '../../../surveys/templates/index.ts'
import { makeApp, type TestApp } from '../../support/app.ts'
import { definition, makeSurvey } from '../../support/surveys.ts'
import { visiting } from '../../support/visiting.ts'

type Described = {
  operationId: string
  summary: string
  tags: string[]
  requestBody?: { required?: boolean }
  security?: { key?: KeyScope[] }[]
  responses: Record<string, { $ref?: string }>
}
type Document = {
  paths: Record<string, Record<string, Described>>
  components: Record<string, Record<string, { content?: unknown }>>
}
type Case = { name: string; method: string; path: string; operation: Operation; told: Described }

/** Pages that people open in a browser, and scripts; not part of the API. */
const PAGES = [
  'GET /s/{slug}',
  'POST /s/{slug}',
  'GET /f/{token}',
  'GET /f/{token}/withdrawal',
  'POST /f/{token}/additions',
  'POST /f/{token}/withdrawal',
  'POST /f/{token}/opt-out',
  'GET /widget.js',
  'GET /solve.js',
  'GET /kiosk.js',
]

const draft = { definition: TEMPLATES.nps.definition }
/**
 * Accepts any file, and larger ones than other operations; tests/api/importing/uploads.test.ts has its
 * errors.
 */
const UPLOAD = 'uploadImportFile'

/** Valid bodies for operations that don't accept an empty object. */
const BODIES: Record<string, unknown> = {
  saveDraft: { revision: 0, ...draft },
  previewDraft: { language: 'en', ...draft },
  weighDraft: draft,
  createLinks: { links: [{}] },
  createAnnotation: { day: '2026-11-02', text: 'New price' },
  updateAnnotation: { text: 'New price' },
  setBaseline: { from: '2026-11-02' },
  createApiKey: { name: 'Script', scopes: ['read'] },
  setWatch: {
    shift: { on: true },
    share: { on: false, over: 30, days: 14 },
    silence: { on: false, days: 5 },
  },
  setPropertyVisibility: { hidden: true },
  reviewFlood: { counted: true },
  updateFollowUp: { state: 'contacted' },
  beginTwoFactor: { password: 'x' },
  confirmTwoFactor: { code: '123456' },
  removeTwoFactor: { password: 'x' },
  createRecoveryCodes: { password: 'x' },
  updatePerson: { role: 'lead' },
  useAccountLink: { password: 'a long enough password' },
  createView: { page: 'desk', name: 'Mine', search: '', shared: true },
  updateView: { name: 'Mine' },
  changeTags: { responses: ['nothing'], add: ['vip'] },
  setTags: { tags: ['vip'] },
  logContact: { channel: 'phone', at: 0, text: null },
}

let world: TestApp
let document: Document
let cases: Case[]
beforeEach(async () => {
  world = await makeApp()
  document = (await (await world.app.request('/api/v1/openapi.json')).json()) as Document
  cases = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, told]) => {
      const name = `${method.toUpperCase()} ${path}`
      return { name, method: method.toUpperCase(), path, operation: OPERATIONS[name]!, told }
    }),
  )
})

/** Queries for the operations that need one. */
const QUERIES: Record<string, string> = {
  listViews: '?page=desk',
  getResultGroups: '?split=language',
}

/** Calls an operation with ids that don't exist. */
function askFor(
  role: (typeof ROLES)[number] | null,
  { method, path, told }: Case,
  {
    query = QUERIES[told.operationId] ?? '',
    body = BODIES[told.operationId] ?? {},
    headers = {},
  } = {},
) {
  const init = told.requestBody ? { method, headers, json: body } : { method, headers }
  return world.ask(role, path.replaceAll(/\{\w+\}/g, 'nothing') + query, init)
}

async function expectProblem(answer: Response, name: string, status: number) {
  const told = { name, status: answer.status, type: answer.headers.get('content-type') }
  expect(told).toEqual({ name, status, type: 'application/problem+json' })
  expect(await answer.json()).toMatchObject({
    type: 'about:blank',
    status,
    title: expect.any(String),
    detail: expect.any(String),
  })
}

describe('the OpenAPI document', () => {
  it('contains every route, and no other', () => {
    const served = world.app.routes
      .filter(({ method, path }) => method !== 'ALL' && !path.includes('*'))
      .map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`)
    const described = cases.map(({ name }) => name)
    expect([...new Set(served)].toSorted()).toEqual([...described, ...PAGES].toSorted())
    expect(described.toSorted()).toEqual(Object.keys(OPERATIONS).toSorted())
  })

  it('names each operation once, by a verb and a noun', () => {
    const ids = cases.map(({ told }) => told.operationId)
    expect(new Set(ids).size).toBe(ids.length)
    for (const id of ids) expect(id).toMatch(/^[a-z]+[A-Z][A-Za-z]+$/)
    for (const { told } of cases) expect(told.summary).toMatch(/^[A-Z].*[^.]$/)
  })

  it('types every problem as one component, which generated clients share', () => {
    const content = {
      'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
    }
    expect(document.components.schemas!.Problem).toMatchObject({
      properties: { errors: { items: { required: ['field', 'message'] } } },
      required: ['type', 'status', 'title', 'detail'],
    })
    for (const { name, told } of cases) {
      const refused = Object.entries(told.responses).filter(([status]) => !status.startsWith('2'))
      expect({ name, n: refused.length }).toEqual({ name, n: expect.any(Number) })
      expect(refused.map(([status]) => status)).toContain('default')
      for (const [status, { $ref }] of refused) {
        const component = $ref?.replace('#/components/responses/', '') ?? ''
        const { responses } = document.components
        expect({ name, status, content: responses![component]?.content }).toEqual({
          name,
          status,
          content,
        })
      }
    }
  })
})

const ANY_KEY = new Set(['getMe', 'getWorkspace'])
const scopesOf = ({ told }: Case) => (ANY_KEY.has(told.operationId) ? ['any'] : [...KEY_SCOPES])

describe('every operation', () => {
  const documents = ({ told }: Case, status: number) => `${status}` in told.responses

  it('responds to guests and lower roles as the document says', async () => {
    for (const each of cases) {
      const { role } = each.operation
      expect({ name: each.name, told: documents(each, 401) }).toEqual({
        name: each.name,
        told: role !== null || each.told.operationId === 'signIn',
      })
      if (!role) continue
      await expectProblem(await askFor(null, each), each.name, 401)
      const lesser = ROLES[ROLES.indexOf(role) - 1]
      if (lesser) await expectProblem(await askFor(lesser, each), each.name, 403)
      const [scope] = each.told.security![0]!.key!
      expect([each.name, scope ?? 'any']).toEqual([each.name, expect.toBeOneOf(scopesOf(each))])
      // A key may need more than its role: viewers may save a view, but no key that only reads.
      const enough = ROLES.slice(ROLES.indexOf(role)).find(
        (able) => !scope || SCOPES_OF_ROLE[able].includes(scope) || able === 'admin',
      )!
      const { status } = await askFor(enough, each)
      expect({ name: each.name, status }).toEqual({ name: each.name, status: expect.any(Number) })
      expect([401, 403]).not.toContain(status)
      expect([each.name, String(status)]).toEqual([
        each.name,
        expect.toBeOneOf(Object.keys(each.told.responses)),
      ])
    }
  }, 30_000)

  it('answers bad input as the document says', async () => {
    for (const each of cases.filter((one) => documents(one, 400))) {
      if (['signIn', UPLOAD].includes(each.told.operationId)) continue
      const bad = each.told.requestBody ? { body: [] } : { query: '?=1' }
      await expectProblem(await askFor('admin', each, bad), each.name, 400)
    }
  })

  it('answers for unknown ids as the document says', async () => {
    for (const each of cases.filter(({ path }) => path.includes('{'))) {
      if (each.told.operationId === 'saveResponse') continue
      const answer = await askFor('admin', each)
      if (documents(each, 404)) await expectProblem(answer, each.name, 404)
      else
        expect({ name: each.name, status: answer.status }).toEqual({ name: each.name, status: 200 })
    }
  })

  it('refuses writes from pages of another origin, and bodies that are too large', async () => {
    const origin = 'https://elsewhere.test'
    for (const each of cases.filter(
      ({ method, path }) => method !== 'GET' && !path.startsWith('/s'),
    )) {
      expect({ name: each.name, told: documents(each, 403) }).toEqual({
        name: each.name,
        told: true,
      })
      await expectProblem(await askFor('admin', each, { headers: { origin } }), each.name, 403)
    }
    const body = { text: 'x'.repeat(1_100_000) }
    for (const each of cases.filter(({ told }) => told.requestBody)) {
      if (each.told.operationId === UPLOAD) continue
      expect({ name: each.name, told: documents(each, 413) }).toEqual({
        name: each.name,
        told: true,
      })
      await expectProblem(await askFor('admin', each, { body }), each.name, 413)
    }
  })
})

describe('a body that may be left out', () => {
  it.each([
    ['with no content type', {}],
    ['as JSON', { 'content-type': 'application/json' }],
    ['as JSON in UTF-8', { 'content-type': 'application/json; charset=utf-8' }],
  ])('may be left out %s', async (_, headers: Record<string, string>) => {
    const survey = await makeSurvey(world.db)
    const optional = cases.filter(({ told }) => told.requestBody?.required === false)
    expect(optional.map(({ told }) => told.operationId)).toEqual(['publishSurvey'])
    for (const { method, path } of optional) {
      const answer = await world.ask('admin', path.replace('{id}', survey.id), { method, headers })
      expect(answer.status).toBe(200)
    }
  })

  it('is reported missing where it is required, field by field', async () => {
    const headers = { 'content-type': 'application/json' }
    const answer = await world.ask('admin', '/api/v1/surveys', { method: 'POST', headers })
    expect(answer.status).toBe(400)
    expect(await answer.json()).toMatchObject({
      errors: expect.arrayContaining([expect.objectContaining({ field: 'name' })]),
    })
  })
})

it('describes the survey page’s saves as the server accepts them', async () => {
  await makeSurvey(world.db, 'after-support', definition)
  const { open, put } = visiting(() => world, 'after-support')
  const saved = await put(await open(), { score: 9 }, { complete: true })
  expect(saved.status).toBe(200)
  const { responses } = document.paths['/s/{slug}/responses/{id}']!.put!
  const told = responses['200'] as unknown as {
    content: { 'application/json': { schema: { properties: Record<string, unknown> } } }
  }
  const { properties } = told.content['application/json'].schema
  expect(Object.keys(properties)).toEqual(
    expect.arrayContaining(Object.keys((await saved.json()) as object)),
  )
})
