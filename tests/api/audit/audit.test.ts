import { sql } from 'drizzle-orm'
import { parse } from 'csv-parse/sync'
import { beforeEach, expect, it } from 'vitest'
import { auditEntry } from '../../../db/schema/index.ts'
import { saveResponse } from '../../../db/responses/save.ts'
import { HOUR } from '../../../surveys/durations.ts'
import { makeApp, type TestApp } from '../../support/app.ts'
import { aResponse, makeSurvey } from '../../support/surveys.ts'

let made: TestApp

beforeEach(async () => {
  made = await makeApp()
})

type Entry = {
  action: string
  actor: { kind: string; id: string | null; name: string | null }
  survey: { id: string; name: string | null } | null
  subject: { id: string; name: string | null } | null
  details: Record<string, unknown>
}

async function readLog(query = ''): Promise<Entry[]> {
  const answer = await made.ask('admin', `/api/v1/audit-log${query}`)
  expect(answer.status).toBe(200)
  return ((await answer.json()) as { entries: Entry[] }).entries
}

const signIn = (name: string, password: string) =>
  made.app.request('http://ohlas.test/api/auth/sign-in/email', {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: 'http://ohlas.test' },
    body: JSON.stringify({ email: `${name}@ohlas.test`, password }),
  })

it('records sign-ins, sign-outs and refused attempts, with the account they concern', async () => {
  const { id } = await made.addMember('lead', 'lena')
  await signIn('lena', 'a wrong password')
  await signIn('nobody', 'a wrong password')
  made.clock.now += 1
  const signedIn = await signIn('lena', made.password)
  made.clock.now += 1
  const cookie = signedIn.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  await made.app.request('http://ohlas.test/api/auth/sign-out', {
    method: 'POST',
    headers: { cookie, origin: 'http://ohlas.test' },
  })
  const lena = { id, name: 'lena' }
  const [ended, started, ...refused] = await readLog()
  expect(ended).toMatchObject({ action: 'session.ended', actor: { kind: 'person', ...lena } })
  expect(started).toMatchObject({ action: 'session.started', actor: { kind: 'person', ...lena } })
  expect(refused.map(({ action, actor }) => [action, actor.kind])).toEqual([
    ['session.refused', 'unknown'],
    ['session.refused', 'unknown'],
  ])
  expect(refused.map(({ subject }) => subject)).toEqual(expect.arrayContaining([lena, null]))
})

it('records once per person, survey and hour that names were seen, and never for viewers', async () => {
  const survey = await makeSurvey(made.db)
  await saveResponse(
    made.db,
    aResponse(survey.id, { customer: { externalId: '4711', name: 'Ada Example' } }),
  )
  const look = (role: 'viewer' | 'lead') => made.ask(role, `/api/v1/surveys/${survey.id}/responses`)
  await look('viewer')
  expect(await readLog('?action=names.viewed')).toEqual([])
  await look('lead')
  await look('lead')
  await made.ask('lead', '/api/v1/follow-ups')
  expect(await readLog('?action=names.viewed')).toMatchObject([
    { actor: { kind: 'key', name: "a lead's key" }, survey: { id: survey.id } },
  ])
  made.clock.now += HOUR
  await look('lead')
  expect(await readLog('?action=names.viewed')).toHaveLength(2)
})

it('records exports with their filter, without the values of properties', async () => {
  const survey = await makeSurvey(made.db)
  await saveResponse(made.db, aResponse(survey.id, { properties: { agent: 'Ada' } }))
  await made.ask('lead', `/api/v1/surveys/${survey.id}/responses.csv?agent=Ada&from=2020-01-01`)
  expect(await readLog('?action=export.downloaded')).toMatchObject([
    {
      survey: { id: survey.id },
      details: {
        file: 'responses',
        format: 'csv',
        filter: expect.arrayContaining(['agent', 'from=2020-01-01']),
      },
    },
  ])
})

it('records changed settings by name, and that a signing key was read', async () => {
  const survey = await makeSurvey(made.db)
  await made.ask('admin', '/api/v1/workspace', { method: 'PATCH', json: { name: 'New name' } })
  await made.ask('admin', `/api/v1/surveys/${survey.id}/link-key`)
  const log = await readLog()
  expect(log).toHaveLength(2)
  expect(log).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ action: 'workspace.changed', details: { settings: ['name'] } }),
      expect.objectContaining({ action: 'signing_key.viewed' }),
    ]),
  )
})

it('stores ids, never names or addresses', async () => {
  await made.addMember('lead', 'lena')
  await signIn('lena', made.password)
  const rows = await made.db.orm.select().from(auditEntry)
  expect(JSON.stringify(rows)).not.toMatch(/lena|@/)
})

it('can only be added to', async () => {
  await signIn('nobody', 'a wrong password')
  await expect(made.db.orm.run(sql`update audit_entry set at = 0`)).rejects.toThrow()
  await expect(made.db.orm.run(sql`delete from audit_entry`)).rejects.toThrow()
  expect(await readLog()).toHaveLength(1)
})

it('is read by admins only, in pages and as a file whose export is recorded', async () => {
  for (const role of ['viewer', 'lead'] as const)
    expect((await made.ask(role, '/api/v1/audit-log')).status).toBe(403)
  const survey = await makeSurvey(made.db)
  for (let n = 0; n < 60; n++) {
    made.clock.now += 1
    await made.ask('admin', `/api/v1/surveys/${survey.id}/link-key`)
  }
  const first = (await (await made.ask('admin', '/api/v1/audit-log')).json()) as {
    entries: Entry[]
    next: string
  }
  expect(first.entries).toHaveLength(50)
  expect(await readLog(`?cursor=${first.next}`)).toHaveLength(10)

  made.clock.now += 1
  const file = await (await made.ask('admin', '/api/v1/audit-log.csv')).text()
  const rows = parse(file, { bom: true, columns: true }) as Record<string, string>[]
  expect(rows).toHaveLength(61)
  expect(rows[0]).toMatchObject({ action: 'audit_log.downloaded', actor_kind: 'key' })
})

it.each([
  'action=nothing',
  'cursor=junk',
  'from=yesterday',
  'from=2026-02-02&to=2026-01-01',
  'a=b',
])('refuses %s, naming the field', async (query) => {
  const answer = await made.ask('admin', `/api/v1/audit-log?${query}`)
  expect(answer.status).toBe(400)
  const { errors } = (await answer.json()) as { errors: { field: string }[] }
  expect(errors.length).toBeGreaterThan(0)
})
