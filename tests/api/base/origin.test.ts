import { beforeEach, describe, expect, it } from 'vitest'
import { warningOfPath } from '../../../api/base/origin.ts'
import { feedbackPath } from '../../../api/base/tokens.ts'
import { saveResponse } from '../../../db/responses/save.ts'
import { followUp } from '../../../db/schema/index.ts'
import type { Survey } from '../../../db/surveys/surveys.ts'
import { makeApp, type TestApp } from '../../support/app.ts'
import { aResponse, makeSurvey } from '../../support/surveys.ts'

const FORGED = 'evil.example'
const FORGERY = {
  host: FORGED,
  origin: '',
  'x-forwarded-host': FORGED,
  'x-forwarded-server': FORGED,
  'x-forwarded-proto': 'gopher',
  'x-forwarded-prefix': `//${FORGED}`,
  'x-original-host': FORGED,
  forwarded: `for=192.0.2.1;host=${FORGED};proto=gopher`,
}

type World = TestApp & { survey: Survey; responseId: string; followUpId: string }

async function makeWorld(environment: Record<string, string>): Promise<World> {
  const world = await makeApp({ environment })
  const survey = await makeSurvey(world.db)
  const given = aResponse(survey.id, { answers: { score: 1, why: 'Too slow' } })
  await saveResponse(world.db, given)
  const { id: followUpId } = (await world.db.orm.select().from(followUp))[0]!
  return { ...world, survey, responseId: given.id, followUpId }
}

/** Requests a path as an admin, with a given host. */
async function askAt({ app, keyFor }: World, url: string, init: RequestInit = {}) {
  const headers = new Headers({
    ...FORGERY,
    authorization: `Bearer ${await keyFor('admin')}`,
    'content-type': 'application/json',
    ...(init.headers as Record<string, string>),
  })
  return app.request(url, { ...init, headers })
}

/** Lists every path that the server answers to GET, with existing ids for its parameters. */
const pathsOf = ({ app, deps, survey, responseId, followUpId }: World) => {
  const paths = app.routes
    // The stream of changes doesn't end by itself.
    .filter(
      ({ method, path }) =>
        method === 'GET' && !path.includes('*') && !path.endsWith('/follow-up-events'),
    )
    .map(({ path }) =>
      path
        .replace(/\/views$/, '$&?page=desk')
        .replace(/\/results\/groups$/, '$&?split=language')
        .replace('/f/:token', feedbackPath(deps.workspace.secret, responseId))
        .replace('/follow-ups/:id', `/follow-ups/${followUpId}`)
        .replace('/responses/:id', `/responses/${responseId}`)
        .replace(':id', survey.id)
        .replace(':slug', survey.slug),
    )
  return [...new Set(paths)]
}

/** What a key doesn't have, and what doesn't exist. */
const OTHER_STATUS: [path: RegExp, status: number][] = [
  [/^\/api\/v1\/me\/(sessions|two-factor)$/, 409],
  [/^\/api\/v1\/(account-links|imports|import-files)\/./, 404],
]

const statusOf = (path: string) => OTHER_STATUS.find(([known]) => known.test(path))?.[1] ?? 200

const textOf = async (answer: Response) =>
  [...answer.headers].map(String).join('\n') + (await answer.text())

describe.each([
  ['with PUBLIC_URL', { PUBLIC_URL: 'https://ask.test' }],
  ['without PUBLIC_URL', { PUBLIC_URL: '' }],
])('%s, a forged host', (_, environment) => {
  let world: World
  beforeEach(async () => {
    world = await makeWorld(environment)
  })

  it('is repeated in no response to a GET', async () => {
    const paths = pathsOf(world)
    expect(paths.length).toBeGreaterThan(25)
    for (const path of paths) {
      const answer = await askAt(world, `http://${FORGED}${path}`)
      const told = await textOf(answer)
      expect({ path, repeats: told.includes(FORGED) }).toEqual({ path, repeats: false })
      expect({ path, status: answer.status }).toEqual({ path, status: statusOf(path) })
    }
  })

  it('is not repeated by the result of a change that contains an address', async () => {
    const { survey, responseId } = world
    const at = `/api/v1/surveys/${survey.id}`
    const changes: [method: string, path: string, body?: unknown][] = [
      ['POST', '/api/v1/surveys', { template: 'nps', name: 'New' }],
      ['POST', `${at}/links`, { links: [{ singleUse: true }] }],
      ['POST', '/api/v1/invitations', { role: 'lead' }],
      ['DELETE', `${at}/publication`],
      ['PUT', `${at}/publication`, {}],
      ['DELETE', `${at}/draft-changes`],
      ['PUT', `${at}/archive`],
      ['DELETE', `${at}/archive`],
      ['PUT', `/api/v1/responses/${responseId}/exclusion`],
      ['POST', '/api/v1/setup', {}],
      ['POST', '/api/auth/sign-in/email', { email: 'a@ohlas.test', password: 'a password' }],
      ['POST', `/s/${survey.slug}`],
    ]
    for (const [method, path, json] of changes) {
      const init = { method, ...(json !== undefined && { body: JSON.stringify(json) }) }
      const told = await textOf(await askAt(world, `http://${FORGED}${path}`, init))
      expect({ path, repeats: told.includes(FORGED) }).toEqual({ path, repeats: false })
    }
  })
})

describe('links that leave the server', () => {
  const links = (world: World, host: string) =>
    askAt(world, `http://${host}/api/v1/surveys/${world.survey.id}/links`, {
      method: 'POST',
      body: JSON.stringify({ links: [{}] }),
    })
  const surveyAt = async (world: World, host: string) =>
    (await askAt(world, `http://${host}/api/v1/surveys/${world.survey.id}`)).json()
  const followUpAt = async (world: World, host: string) =>
    (await askAt(world, `http://${host}/api/v1/follow-ups/${world.followUpId}`)).json()

  it('begin with PUBLIC_URL and its path', async () => {
    const world = await makeWorld({ PUBLIC_URL: 'https://ask.test/feedback/' })
    const start = 'https://ask.test/feedback/s/after-support'
    expect(await (await links(world, FORGED)).json()).toMatchObject({
      links: [{ url: expect.stringMatching(`^${start}\\?signed=1&`) }],
    })
    expect(await surveyAt(world, FORGED)).toMatchObject({
      url: start,
      testUrl: expect.stringMatching(`^${start}\\?test=`),
    })
    expect(await followUpAt(world, FORGED)).toMatchObject({
      response: { feedbackUrl: expect.stringMatching(/^https:\/\/ask\.test\/feedback\/f\//) },
    })
    const document = await (await askAt(world, `http://${FORGED}/api/v1/openapi.json`)).json()
    expect(document).toMatchObject({ servers: [{ url: 'https://ask.test/feedback' }] })
  })

  it('are refused without PUBLIC_URL, saying so', async () => {
    const world = await makeWorld({ PUBLIC_URL: '' })
    const refused = await links(world, '192.168.1.7:3000')
    expect(refused.status).toBe(409)
    expect(await refused.json()).toMatchObject({ detail: expect.stringContaining('PUBLIC_URL') })
    expect(await surveyAt(world, '192.168.1.7:3000')).toMatchObject({
      url: null,
      testUrl: expect.stringMatching(/^\/s\/after-support\?test=/),
    })
    expect(await followUpAt(world, '192.168.1.7:3000')).toMatchObject({
      response: { feedbackUrl: null },
    })
  })

  it.each(['localhost:3000', '127.0.0.1:3000', '[::1]:3000'])(
    'begin with %s on the reader’s own machine',
    async (host) => {
      const world = await makeWorld({ PUBLIC_URL: '' })
      expect((await links(world, host)).status).toBe(200)
      expect(await surveyAt(world, host)).toMatchObject({ url: `http://${host}/s/after-support` })
    },
  )

  it.each(['localhost.evil.example', '127.0.0.1.evil.example', '192.168.1.7'])(
    'don’t take %s for the reader’s own machine',
    async (host) => {
      const world = await makeWorld({ PUBLIC_URL: '' })
      expect((await links(world, host)).status).toBe(409)
    },
  )
})

describe('signing in from another address than the server is set up for', () => {
  const signIn = async (world: TestApp, origin: string) => {
    await world.addMember('admin')
    return world.app.request('http://127.0.0.1:3000/api/auth/sign-in/email', {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin, 'sec-fetch-site': 'same-origin' },
      body: JSON.stringify({ email: 'admin@ohlas.test', password: world.password }),
    })
  }

  it('is refused with PUBLIC_URL as the reason', async () => {
    const world = await makeApp({ environment: { PUBLIC_URL: 'https://ask.test/feedback' } })
    const refused = await signIn(world, 'http://localhost:3000')
    expect(refused.status).toBe(403)
    expect(await refused.json()).toMatchObject({
      title: 'Opened under another address',
      detail:
        'This server is set up as https://ask.test/feedback (PUBLIC_URL), but you opened it as http://localhost:3000.',
      publicUrl: 'https://ask.test/feedback',
    })
  })

  it('asks for PUBLIC_URL if a proxy hides the address', async () => {
    const world = await makeApp({ environment: { PUBLIC_URL: '' } })
    const refused = await signIn(world, 'https://ask.test')
    expect(refused.status).toBe(403)
    expect(await refused.json()).toMatchObject({
      detail: expect.stringContaining('Set PUBLIC_URL'),
      publicUrl: null,
    })
  })

  it('is possible at PUBLIC_URL, whatever host the proxy reports', async () => {
    const world = await makeApp({ environment: { PUBLIC_URL: 'https://ask.test/feedback' } })
    const granted = await signIn(world, 'https://ask.test')
    expect(granted.status).toBe(200)
    for (const cookie of granted.headers.getSetCookie()) expect(cookie).toContain('Path=/feedback;')
  })

  it('applies to every write with a session', async () => {
    const world = await makeApp({ environment: { PUBLIC_URL: 'https://ask.test' } })
    const [cookie] = (await signIn(world, 'https://ask.test')).headers.getSetCookie()
    const change = (origin: string) =>
      world.app.request('http://127.0.0.1:3000/api/v1/workspace', {
        method: 'PATCH',
        headers: { 'content-type': 'application/json', origin, cookie: cookie!.split(';')[0]! },
        body: JSON.stringify({ name: 'Beta' }),
      })
    expect((await change('https://elsewhere.test')).status).toBe(403)
    expect((await change('https://ask.test')).status).toBe(200)
  })
})

describe('PUBLIC_URL with a path', () => {
  it.each([
    ['passes it on', '/feedback'],
    ['takes it away', ''],
  ])('serves everything under it behind a proxy that %s', async (_, passed) => {
    const world = await makeWorld({ PUBLIC_URL: 'https://ask.test/feedback' })
    const get = (path: string) => world.app.request(`http://127.0.0.1:3000${passed}${path}`)
    for (const path of ['/widget.js', '/solve.js', '/kiosk.js', '/health', '/api/v1/openapi.json'])
      expect({ path, status: (await get(path)).status }).toEqual({ path, status: 200 })
    expect((await get('/s/after-support')).headers.get('content-type')).toContain('text/html')
    const dashboard = await (await get('/surveys/1/trends')).text()
    const assets = [...dashboard.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, asset]) => asset!)
    expect(assets.length).toBeGreaterThan(2)
    for (const asset of assets) {
      expect(asset).toMatch(/^\/feedback\/assets\//)
      const file = await get(asset.slice('/feedback'.length))
      expect(file.headers.get('content-type')).not.toContain('text/html')
    }
  })

  it('ignores a path that only begins like it', async () => {
    const world = await makeWorld({ PUBLIC_URL: 'https://ask.test/s' })
    const status = async (path: string) => (await world.app.request(path)).status
    expect(await status('/s/s/after-support')).toBe(200)
    expect(await status('/surveys')).toBe(200)
  })

  it.each(['https://ask.test/a b', 'https://ask.test/?x=1', 'https://u:p@ask.test', 'ask.test'])(
    'is not an address such as %s',
    async (url) => {
      await expect(makeApp({ environment: { PUBLIC_URL: url } })).rejects.toThrow(/^PUBLIC_URL=/)
    },
  )
})

it('warns about a path that a proxy must not strip, and about no other', () => {
  const warned = (path: string) => warningOfPath({ publicUrl: `https://example.com${path}` })
  for (const path of ['/s', '/f', '/api', '/api/v1', '/assets', '/s/feedback'])
    expect(warned(path)).toContain(`Let the proxy pass ${path} on`)
  for (const path of ['', '/feedback', '/survey', '/apis', '/my/s'])
    expect(warned(path)).toBeUndefined()
  expect(warningOfPath({ publicUrl: undefined })).toBeUndefined()
})
