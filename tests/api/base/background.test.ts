import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/sqlite-proxy'
import { expect, it, onTestFinished } from 'vitest'
import { OPERATIONS } from '../../../api/openapi/operations.ts'
import { feedbackPath } from '../../../api/base/tokens.ts'
import { raiseAlert } from '../../../db/watching/alerts.ts'
import { finishImports, startImport } from '../../../db/importing/imports.ts'
import { saveResponse } from '../../../db/responses/save.ts'
import { openDatabase } from '../../../db/open.ts'
import type { Db } from '../../../db/statements.ts'
import type { Role } from '../../../db/schema/index.ts'
import { makeApp } from '../../support/app.ts'
import { NOW } from '../../support/clock.ts'
import { temporaryFile } from '../../support/database.ts'
import { signInAs } from '../../support/signingIn.ts'
import { aSubmission } from '../../support/pages.ts'
import { aResponse, definition, makeSurvey } from '../../support/surveys.ts'

/** Tables that grow with the answers. */
const GROWING =
  /^(SCAN|SEARCH) (response|answer|addition|review|mail_choice|response_segment|contribution|scoreboard|follow_up|follow_up_event|customer|customer_mention)\b/

/** A search limited to the rows of one response, customer or follow-up. */
const KEYED = /\((id|no|rowid|\w+_no|\w+_id|external_id|key_hash)=\?/

/**
 * Opens the app's database and collects the steps of each statement that the main thread reads from it,
 * as SQLite plans them. Writes run in a thread of their own.
 */
async function watchMainThread() {
  const file = temporaryFile()
  const db = await openDatabase(file)
  const planner = new Database(file)
  onTestFinished(() => void planner.close())
  onTestFinished(() => db.close())
  const steps: string[] = []
  const session = (db.orm as unknown as { session: { client: Client } }).session
  const run = session.client
  const orm = drizzle((sql, params, method) => {
    if (planner.prepare(sql).readonly) {
      const plan = planner.prepare(`explain query plan ${sql}`).all(...(params as unknown[]))
      for (const { detail } of plan as { detail: string }[]) steps.push(`${detail} | ${sql}`)
    }
    return run(sql, params, method)
  })
  return { db: { ...db, orm } satisfies Db, steps }
}

type Client = Parameters<typeof drizzle>[0]

/** Creates an app with one of everything that a path can name. */
async function makeWorld() {
  const { db, steps } = await watchMainThread()
  const app = await makeApp({ db })
  const survey = await makeSurvey(db)
  const { id } = survey
  const low = aResponse(id, { answers: { score: 0 }, properties: { channel: 'chat' } })
  const flooded = { state: 'suspected', spamReason: 'flood' } as const
  for (const saved of [low, aResponse(id), aResponse(id, { exclusion: flooded })])
    await saveResponse(db, { ...saved, customer: { externalId: '1', email: 'a@example.com' } })
  await raiseAlert(db, {
    surveyId: id,
    question: 'score',
    facts: {
      kind: 'silence',
      metric: 'nps',
      from: '2026-10-01',
      to: '2026-10-09',
      days: 9,
      perWeek: 10,
    },
    weeks: [],
    now: NOW,
  })
  const read = async <Name extends string>(path: string, role: Role = 'lead') =>
    (await (await app.ask(role, path)).json()) as Record<Name, { id: string }[]>
  const one = `/api/v1/surveys/${id}`
  const mark = await app.ask('lead', `${one}/annotations`, {
    method: 'POST',
    json: { day: '2024-01-01', text: 'Release' },
  })
  const sent = aSubmission(
    { secret: 'a secret for tests only, long enough', survey },
    { score: 9 },
    {},
    NOW - 5_000,
  )
  const changed = (await (
    await app.ask('lead', '/api/v1/follow-up-changes', {
      method: 'POST',
      json: { count: 1, state: 'contacted' },
    })
  ).json()) as { id: string }
  const lena = await app.addMember('lead', 'lena')
  const invited = await app.ask('admin', '/api/v1/invitations', {
    method: 'POST',
    json: { role: 'lead' },
  })
  const { url } = (await invited.json()) as { url: string }
  const [used] = (await read<'invitations'>('/api/v1/invitations', 'admin')).invitations
  await app.ask('admin', '/api/v1/invitations', { method: 'POST', json: { role: 'lead' } })
  const { invitations } = await read<'invitations'>('/api/v1/invitations', 'admin')
  await app.addMember('admin', 'ada')
  await signInAs(app, 'ada', 'another browser')
  const browser = await signInAs(app, 'ada')
  const key = await app.ask('admin', '/api/v1/api-keys', {
    method: 'POST',
    json: { name: 'Shop', scopes: ['read'] },
  })
  const view = await app.ask('admin', '/api/v1/views', {
    method: 'POST',
    json: { page: 'desk', name: 'Mine', search: '', shared: true },
  })
  await startImport(db, { id: 'run', surveyId: id, fileName: 'answers.csv', now: NOW })
  await finishImports(db, [
    { id: 'run', definition, rows: 0, staged: 0, timeZone: app.deps.workspace.timeZone, now: NOW },
  ])
  const { sessions } = (await (await browser.ask('/me/sessions')).json()) as {
    sessions: { id: string; current: boolean }[]
  }
  return {
    app,
    browser,
    db,
    steps,
    one,
    sent,
    feedback: feedbackPath('a secret for tests only, long enough', low.id),
    /** Values for the parameters of a path. */
    names: {
      '/surveys/{id}': `/surveys/${id}`,
      '{annotation}': ((await mark.json()) as { id: string }).id,
      '{property}': 'channel',
      '{response}': low.id,
      '{flood}': (await read<'floods'>(`${one}/floods`)).floods[0]!.id,
      '/alerts/{id}': `/alerts/${(await read<'alerts'>('/api/v1/alerts')).alerts[0]!.id}`,
      '/responses/{id}': `/responses/${low.id}`,
      '/people/{id}': `/people/${lena.id}`,
      '/account-links/{token}': `/account-links/${url.split('/').at(-1)}`,
      '/invitations/{id}': `/invitations/${invitations.find(({ id }) => id !== used!.id)!.id}`,
      '/views/{id}': `/views/${((await view.json()) as { id: string }).id}`,
      '/api-keys/{id}': `/api-keys/${((await key.json()) as { id: string }).id}`,
      '/imports/{id}': '/imports/run',
      '/me/sessions/{id}': `/me/sessions/${sessions.find(({ current }) => !current)!.id}`,
      '/follow-up-changes/{id}': `/follow-up-changes/${changed.id}`,
      '/follow-ups/{id}': `/follow-ups/${(await read<'followUps'>('/api/v1/follow-ups')).followUps[0]!.id}`,
    },
  }
}

/** Bodies for the operations that need one. */
const BODIES: Record<string, object> = {
  'POST /surveys': { template: 'nps', name: 'New', languages: ['en'] },
  'PUT /surveys/{id}/draft': { revision: 0, definition },
  'POST /surveys/{id}/preview': { definition, language: 'en' },
  'POST /surveys/{id}/weight': { definition },
  'POST /surveys/{id}/links': { links: [{ customer: { id: '1' } }] },
  'PUT /surveys/{id}/properties/{property}': { hidden: true },
  'POST /surveys/{id}/annotations': { day: '2024-01-02', text: 'Price' },
  'PATCH /surveys/{id}/annotations/{annotation}': { text: 'Other' },
  'PUT /surveys/{id}/baseline': { from: '2024-01-01' },
  'PUT /surveys/{id}/floods/{flood}': { counted: true },
  'PATCH /follow-ups/{id}': { note: 'Called' },
  'POST /follow-ups/{id}/contacts': { channel: 'phone', at: NOW, text: 'Called' },
  'POST /follow-up-changes': { count: 1, state: 'contacted' },
  'PUT /responses/{id}/tags': { tags: ['refund'] },
  'POST /views': { page: 'desk', name: 'Urgent', search: '?sort=due', shared: true },
  'PATCH /views/{id}': { shared: true },
  'PATCH /workspace': { name: 'Acme' },
  'PATCH /people/{id}': { role: 'admin' },
  'POST /invitations': { role: 'lead' },
  'POST /account-links/{token}': {
    name: 'Otto',
    email: 'otto@ohlas.test',
    password: 'a long enough password',
  },
  'POST /api-keys': { name: 'Shop', scopes: ['read'] },
  'PATCH /me': { name: 'Ada' },
  'PUT /me/password': { current: 'correct horse battery', new: 'another long enough one' },
}

/** Queries for the operations that need one. */
const QUERIES: Record<string, string> = {
  'GET /views': '?page=desk',
  'GET /surveys/{id}/results/groups': '?split=language',
}

/** Operations that delete what others need; they run last, in this order. */
const LAST = [
  'DELETE /me/sessions/{id}',
  'DELETE /me/sessions',
  'PUT /me/password',
  'DELETE /surveys/{id}/publication',
  'PUT /surveys/{id}/archive',
  'DELETE /surveys/{id}/archive',
  'POST /api/auth/sign-out',
]

it('runs no query on the main thread whose cost grows with the number of answers', async () => {
  const world = await makeWorld()
  const { app, browser, steps, names, one, sent, feedback } = world
  const addressOf = (path: string) =>
    Object.entries(names).reduce((text, [name, value]) => text.replace(name, value), path)
  const walked: string[] = []
  const failed: unknown[] = []
  const walk = async (operation: string, path: string, init: RequestInit & { json?: unknown }) => {
    const isOwn = path.startsWith('/api/v1/me')
    const response = isOwn
      ? await browser.ask(path.replace('/api/v1', ''), init.method, init.json)
      : await app.ask('admin', path, init)
    const text = await response.text()
    walked.push(operation)
    if (response.status >= 400) failed.push([operation, path, response.status, text.slice(0, 300)])
  }
  const short = (operation: string) => operation.replace(' /api/v1/', ' /')
  const operations = Object.keys(OPERATIONS).toSorted(
    (a, b) => LAST.indexOf(short(a)) - LAST.indexOf(short(b)),
  )
  const watched = await app.ask('lead', `${one}/watch?question=score`)
  const { usual: _, ...rules } = (await watched.json()) as { usual: object }
  const bodies: Record<string, object> = {
    ...BODIES,
    'PATCH /follow-ups': { ids: [names['/follow-ups/{id}'].split('/').at(-1)], state: 'contacted' },
    'POST /surveys/{id}/tag-changes': { responses: [names['{response}']], add: ['vip'] },
    'PUT /surveys/{id}/watch': rules,
  }
  steps.length = 0
  for (const operation of operations) {
    // Sign-in and customers' saves are tested below.
    if (/setup|sign-in|\/s\/\{slug\}|preview\/responses/.test(operation)) continue
    // A stream doesn't end by itself.
    if (operation.endsWith('/follow-up-events')) continue
    // A separate process reads files. Two-factor needs codes and reads one person's rows.
    if (/import-files|two-factor|recovery-codes/.test(operation)) continue
    const [method, path] = operation.split(' ') as [string, string]
    const json = bodies[short(operation)]
    const isList = method === 'GET' && path.includes('{id}/')
    const queries = isList ? ['', '?channel=chat', '?channel=chat&counting=customers'] : ['']
    const address = addressOf(path) + (QUERIES[short(operation)] ?? '')
    await walk(operation, address, { method, json })
    const more = address.includes('?') ? '&' : '?'
    for (const query of queries.slice(1))
      await (await app.ask('admin', address + query.replace('?', more))).text()
  }
  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  await app.ask('admin', `${one}/publication`, { method: 'PUT' })
  for (const [path, init] of [
    ['/s/after-support?customer=1&score=3', {}],
    [sent.path, { method: 'PUT', json: JSON.parse(sent.body) as unknown }],
    [feedback, {}],
    [`${feedback}/withdrawal`, {}],
    [`${feedback}/additions`, { method: 'POST', headers: form, body: 'text=More' }],
    [`${feedback}/opt-out`, { method: 'POST', headers: form, body: 'ask=never' }],
    [`${feedback}/withdrawal`, { method: 'POST', headers: form, body: '' }],
    ['/api/v1/setup', {}],
  ] as const)
    await walk(path, path, init)

  expect(failed).toEqual([])
  expect(walked.length).toBeGreaterThan(60)
  expect(steps.some((step) => step.startsWith('SEARCH survey'))).toBe(true)
  expect(steps.filter((step) => GROWING.test(step) && !KEYED.test(step))).toEqual([])
}, 30_000)
