import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { beforeEach, describe, expect, it } from 'vitest'
import { checkScoreboard } from '../../../db/doctor.ts'
import { listAudit } from '../../../db/audit/audit.ts'
import { startImport } from '../../../db/importing/imports.ts'
import { listResponses } from '../../../db/responses/list.ts'
import { uploadFolder } from '../../../api/importing/uploads.ts'
import { uploading } from './uploading.ts'

let made: Awaited<ReturnType<typeof uploading>>
beforeEach(async () => {
  made = await uploading()
})

const stored = () => listResponses(made.db, { surveyId: made.survey.id, limit: 100 })

const HEADER = 'response_id,score,date,email,comment,plan'
const FILE = [
  HEADER,
  'r1,9,2026-10-01,ann@example.com,Quick and friendly as always,pro',
  'r2,2,2026-10-02,bob@example.com,It took two weeks to arrive,free',
  'r3,10,2026-10-03,ann@example.com,,pro',
].join('\n')

describe('a file', () => {
  it('is previewed, stored, reconciled and undone', async () => {
    const file = await made.upload(FILE, 'October answers.csv')
    expect(file).toMatchObject({
      state: 'ready',
      fileName: 'October answers.csv',
      size: FILE.length,
      problems: [],
      preview: {
        rows: 3,
        new: 3,
        existing: 0,
        customers: { n: 2, isMore: false },
        rejected: { count: 0 },
        days: { from: '2026-10-01', to: '2026-10-03' },
        score: { score: expect.closeTo(33.3, 1), n: 3 },
        followUps: { opened: 0, left: 1 },
      },
    })
    const columns = file.columns.map(({ name, role, recognisedBy }) => [name, role, recognisedBy])
    expect(columns).toContainEqual(['score', 'score', 'name'])
    expect(columns).toContainEqual(['plan', 'property', null])
    expect(file.preview!.first[0]).toMatchObject({
      answers: { score: '9', why: 'Quick and friendly as always' },
      customer: ['ann@example.com'],
      properties: { plan: 'pro' },
    })
    expect(await stored()).toEqual([])

    const done = await made.store(file.id)
    expect(done).toMatchObject({
      state: 'stored',
      report: { rows: 3, stored: 3, existing: 0, rejected: 0, score: file.preview!.score },
    })
    expect(await stored()).toHaveLength(3)
    const { importId } = done as typeof file
    expect(await made.callAdmin('GET', `/api/v1/imports/${importId}`)).toMatchObject({
      belongings: { responses: 3, followUps: 0, customers: 2 },
    })
    await made.callAdmin('DELETE', `/api/v1/imports/${importId}`)
    await expect.poll(async () => (await stored()).length).toBe(0)
    expect(await checkScoreboard(made.db)).toEqual([])
    const audit = await listAudit(made.db, { limit: 10 })
    expect(audit.map(({ action, subjectId }) => [action, subjectId])).toEqual(
      expect.arrayContaining([
        ['import.finished', importId],
        ['import.undone', importId],
      ]),
    )
  })

  it('can be corrected: another column, another order of days, other follow-ups', async () => {
    const text = 'a,b,when\n9,3,01/02/2026\n8,2,02/02/2026\n'
    const unclear = await made.upload(text)
    expect(unclear).toMatchObject({ state: 'refused', problems: [{ message: expect.any(String) }] })
    expect(unclear.problems[0]!.message).not.toContain('--')
    expect(unclear.columns.map(({ name, examples }) => [name, ...examples])).toContainEqual([
      'a',
      '9',
      '8',
    ])
    const columns = { a: 'score' }
    expect(await made.change(unclear.id, { columns })).toMatchObject({
      state: 'refused',
      problems: [{ field: 'dates' }],
    })
    expect(
      await made.change(unclear.id, { columns, dates: 'month-first', followUps: 'none' }),
    ).toMatchObject({
      state: 'ready',
      settings: { dates: 'month-first' },
      preview: { days: { from: '2026-01-02', to: '2026-02-02' }, score: { n: 2 } },
    })
  })

  it('lists rejected rows, and is stored without them only on request', async () => {
    const file = await made.upload(`${FILE}\nr4,11,2026-10-04,,=1+1,pro\nr5,8,soon,,,free`)
    expect(file.preview).toMatchObject({
      new: 3,
      rejected: {
        count: 2,
        first: [{ line: 5, reasons: [expect.stringMatching(/^score: /)] }, {}],
      },
    })
    const list = await made.ask('admin', made.path(file.id, '/lists/rejected'))
    const text = await list.text()
    expect(text).toContain(`line,reason,${HEADER}`)
    expect(text).toContain(`'=1+1`)
    expect(await made.store(file.id)).toMatchObject({ status: 409 })
    expect(await made.store(file.id, { skipRejected: true })).toMatchObject({
      report: { rows: 5, stored: 3, rejected: 2, existing: 0 },
    })
    expect(await stored()).toHaveLength(3)
  })

  it('undoes work of the team only when that is confirmed', async () => {
    const file = await made.upload(FILE)
    await made.change(file.id, { followUps: 'all' })
    const { importId } = (await made.store(file.id)) as typeof file
    const list = await made.ask('admin', '/api/v1/follow-ups')
    const { followUps } = (await list.json()) as { followUps: { id: string }[] }
    const json = { note: 'Called her' }
    await made.ask('admin', `/api/v1/follow-ups/${followUps[0]!.id}`, { method: 'PATCH', json })
    const path = `/api/v1/imports/${importId}`
    expect(await made.callAdmin('DELETE', path)).toMatchObject({
      status: 409,
      detail: expect.stringContaining('1 case with notes or changes'),
    })
    expect(await stored()).toHaveLength(3)
    expect(await made.callAdmin('DELETE', `${path}?confirmed=true`)).toMatchObject({ status: 200 })
    await expect.poll(async () => (await stored()).length).toBe(0)
  })

  it('is deleted with all lists when it is discarded, or after a while', async () => {
    const first = await made.upload(FILE)
    const folder = uploadFolder(made.deps.config)
    expect(readdirSync(join(folder, first.id))).toEqual(['answers.csv'])
    const second = await made.upload(FILE)
    expect(readdirSync(folder)).toEqual([second.id])
    made.clock.now += 3 * 3_600_000
    expect((await made.callAdmin('GET', made.path(second.id))).status).toBe(404)
    expect(readdirSync(folder)).toEqual([])
  })
})

describe('storing', () => {
  it('can be stopped, which leaves nothing stored, and started again', async () => {
    const rows = Array.from({ length: 20_000 }, (_, n) => `x${n},${n % 11},2026-10-01,,,pro`)
    const file = await made.upload([HEADER, ...rows].join('\n'))
    await made.callAdmin('PUT', made.path(file.id, '/storing'), {})
    await expect
      .poll(async () => (await made.callAdmin('GET', made.path(file.id))).progress?.step, {
        timeout: 30_000,
      })
      .toBe('storing')
    const settings = await made.callAdmin('PUT', made.path(file.id, '/settings'), {})
    expect(settings.status).toBe(409)
    expect((await made.callAdmin('DELETE', made.path(file.id))).status).toBe(409)
    await made.callAdmin('DELETE', made.path(file.id, '/storing'))
    expect(await made.settled(file.id)).toMatchObject({ state: 'ready', report: null })
    expect(await stored()).toEqual([])
    expect(await checkScoreboard(made.db)).toEqual([])
    expect(await made.store(file.id)).toMatchObject({ report: { stored: 20_000 } })
  }, 120_000)

  it('waits for another person’s import, and names it', async () => {
    const { db, survey, clock } = made
    const runner = '1@another-machine'
    const run = { id: '0-first', surveyId: survey.id, fileName: 'big.csv', runner }
    await startImport(db, { ...run, now: clock.now })
    const file = await made.upload(FILE)
    expect(await made.store(file.id)).toMatchObject({
      state: 'ready',
      problems: [
        { field: 'import', message: expect.stringContaining('“big.csv” is being imported') },
      ],
    })
    expect(await stored()).toEqual([])
  })
})

describe('a file that can’t be imported', () => {
  const bomb = () => {
    const sheet = new Uint8Array(300 * 1024 ** 2)
    return zipSync({ 'xl/workbook.xml': new Uint8Array(1), 'xl/worksheets/sheet1.xml': sheet })
  }
  const wide = () => {
    const names = Array.from({ length: 1_000 }, (_, n) => `c${n}`).join()
    return `${names}\n${'x,'.repeat(999)}x\n`
  }
  it.each([
    ['a PDF renamed', 'answers.csv', () => '%PDF-1.7\n%âãÏÓ\n1 0 obj', /^answers\.csv is a PDF/],
    ['a bomb', 'answers.xlsx', bomb, /would unpack to too much/],
    ['a header alone', 'answers.csv', () => `${HEADER}\n`, /no rows below its header/],
    ['1,000 columns without scores', 'answers.csv', wide, /no column holds scores/],
    ['broken JSON', 'answers.json', () => '[{"score": 9, "date": ', /line 1/],
    ['bytes', 'answers.csv', () => new Uint8Array(2_000).fill(7), /answers\.csv/],
  ])('is refused with a reason and stores nothing: %s', async (_, name, content, reason) => {
    const file = await made.upload(content(), name)
    const problem = file.problems[0]?.message ?? file.preview?.rejected.first[0]?.reasons[0]
    expect(problem).toMatch(reason)
    expect(problem).not.toContain(uploadFolder(made.deps.config))
    expect(await made.store(file.id, { skipRejected: true })).toMatchObject({ status: 409 })
    expect(await stored()).toEqual([])
  })

  it('is refused before it is read if it is empty, too large or cut off', async () => {
    expect((await made.send('')).status).toBe(400)
    const { survey, keyFor, app } = made
    const url = `http://ohlas.test/api/v1/surveys/${survey.id}/import-files`
    const authorization = `Bearer ${await keyFor('admin')}`
    const post = (length: number, body: string) =>
      app.request(url, {
        method: 'POST',
        body,
        headers: { authorization, 'content-length': String(length) },
      })
    const large = await post(2 * 1024 ** 3, 'score')
    expect(large.status).toBe(413)
    expect(await large.json()).toMatchObject({ detail: expect.stringContaining('1 GB') })
    expect((await post(1_000, 'score,date')).status).toBe(408)
    const folder = uploadFolder(made.deps.config)
    expect(existsSync(folder) ? readdirSync(folder) : []).toEqual([])
  })

  it('names both columns that are mapped to one field', async () => {
    const file = await made.upload(FILE)
    const twice = await made.change(file.id, { columns: { score: 'score', plan: 'score' } })
    expect(twice).toMatchObject({
      state: 'refused',
      problems: [{ message: expect.stringContaining('"score" and "plan" can\'t both be score') }],
    })
    expect(await made.change(file.id, {})).toMatchObject({ state: 'ready' })
  })

  it('has a name that is safe', async () => {
    const file = await made.upload(FILE, encodeURIComponent('../../etc/<b>passwd?.csv'))
    expect(file.fileName).toBe('_b_passwd_.csv')
    const path = join(uploadFolder(made.deps.config), file.id, file.fileName)
    expect(readFileSync(path, 'utf8')).toBe(FILE)
  })
})
