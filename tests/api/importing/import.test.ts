import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { CasesFrom } from '../../../api/importing/cases.ts'
import { previewImport, storeImport, type Preview } from '../../../api/importing/importing.ts'
import { checkScoreboard } from '../../../db/doctor.ts'
import { listFollowUps } from '../../../db/followUps/followUps.ts'
import type { Db } from '../../../db/statements.ts'
import { listResponses } from '../../../db/responses/list.ts'
import { scoresBySegment } from '../../../db/scores/groupScores.ts'
import { scoresByPeriod } from '../../../db/scores/scores.ts'
import { createSurvey, readSurvey } from '../../../db/surveys/surveys.ts'
import { ensureWorkspace } from '../../../db/people/workspace.ts'
import { dayFromIso } from '../../../surveys/days.ts'
import { Conflict, InvalidInput } from '../../../surveys/errors.ts'
import type { Overrides } from '../../../surveys/importing/mapping.ts'
import { NOW } from '../../support/clock.ts'
import { makeDatabase, temporaryFile } from '../../support/database.ts'
import { definition, makeSurvey } from '../../support/surveys.ts'

const BANK = join(import.meta.dirname, 'bank.csv')

/** A database with one survey in it, and a file to bring. */
async function bring(
  content: string | Uint8Array,
  overrides: Partial<Overrides> = {},
  cases?: CasesFrom,
) {
  const db = await makeDatabase()
  const workspace = await ensureWorkspace(db, {
    name: 'Acme',
    timeZone: 'Europe/Prague',
    secret: 'a secret for tests only',
    createdAt: NOW,
  })
  const survey = await makeSurvey(db, 'bank')
  const file = temporaryFile('answers.csv')
  writeFileSync(file, content)
  const world = { db, workspace, now: () => NOW }
  const preview = () =>
    previewImport(world, { file, slug: 'bank', overrides: { columns: {}, ...overrides }, cases })
  const store = async () => storeImport(world, await preview())
  return { db, world, survey, file, preview, store }
}

function board(surveyId: string, from = '2000-01-01', to = '2030-12-31') {
  const range = { from: dayFromIso(from)!, to: dayFromIso(to)! }
  return { surveyId, question: 'score', metric: 'nps', range } as const
}

async function totalOf(db: Db, surveyId: string, from?: string, to?: string) {
  const { total } = await scoresByPeriod(db, { ...board(surveyId, from, to), by: 'month' })
  return total
}

const rounded = ({ score, n }: { score: number | null; n: number }) => [
  Math.round(score! * 10) / 10,
  n,
]

/** A spreadsheet with the quirks of the bank's: days first, years of two and four digits mixed. */
function spreadsheet(rows: number) {
  const markets = ['US', 'MEX', 'UK']
  const lines = Array.from({ length: rows }, (_, index) => {
    const [day, month] = [((index * 7) % 28) + 1, ((index * 5) % 12) + 1]
    const date =
      index % 3
        ? `${day}/${month}/21`
        : `${String(day).padStart(2, '0')}/${String(month).padStart(2, '0')}/2021`
    const rating = (index * index + index) % 11
    const quarter = Math.ceil(month / 3)
    return `${1000 + index},${markets[((index * 3) % 7) % 3]},${date},Customer ${index % 40},${month},${quarter},${rating}`
  })
  return `id,market,survey_date,customer_name,month,quarter,rating\r\n${lines.join('\r\n')}`
}

describe('a spreadsheet like the bank’s', () => {
  it('is stored as the file says: every row, every month, every market', async () => {
    const text = spreadsheet(2_500)
    const { db, survey, store } = await bring(text)
    const report = await store()

    const rows = text
      .split('\r\n')
      .slice(1)
      .map((line) => line.split(','))
    const points = (rating: string) => (Number(rating) >= 9 ? 100 : Number(rating) <= 6 ? -100 : 0)
    const expected = (of: string[][]) => [
      Math.round((of.reduce((sum, row) => sum + points(row[6]!), 0) / of.length) * 10) / 10,
      of.length,
    ]
    expect(report).toMatchObject({ rows: 2_500, stored: 2_500, existing: 0, unanswered: 0 })
    expect(rounded(report.score)).toEqual(expected(rows))
    expect(rounded(await totalOf(db, survey.id))).toEqual(expected(rows))
    for (const month of ['03', '06'])
      expect(rounded(await totalOf(db, survey.id, `2021-${month}-01`, `2021-${month}-28`))).toEqual(
        expected(rows.filter((row) => Number(row[4]) === Number(month))),
      )
    const { market } = await scoresBySegment(db, board(survey.id))
    for (const [name, score] of Object.entries(market!))
      expect(rounded(score)).toEqual(expected(rows.filter((row) => row[1] === name)))
    expect(await checkScoreboard(db)).toEqual([])
  })

  it('brought a second time adds nothing', async () => {
    const { db, survey, store } = await bring(spreadsheet(700))
    const first = await store()
    const second = await store()

    expect(second).toMatchObject({ rows: 700, stored: 0, existing: 700 })
    expect(second.score).toEqual(first.score)
    expect(await totalOf(db, survey.id)).toMatchObject({ n: 700 })
    expect(await checkScoreboard(db)).toEqual([])
  })

  it('and one with the bank’s habits, short years up to the 12th, has the scores counted by hand', async () => {
    const { db, survey, store } = await bring(readFileSync(BANK))
    const report = await store()

    expect(rounded(report.score)).toEqual([1.7, 120])
    expect(report.score.bands).toMatchObject({ happy: 46, unhappy: 44 })
    const { market } = await scoresBySegment(db, board(survey.id))
    expect(rounded(market!.US!)).toEqual([22.5, 40])
    expect(rounded(market!.MEX!)).toEqual([-16.7, 42])
    expect(rounded(market!.UK!)).toEqual([0, 38])
    expect(rounded(await totalOf(db, survey.id, '2021-03-01', '2021-03-31'))).toEqual([36.4, 11])
    expect(rounded(await totalOf(db, survey.id, '2021-06-01', '2021-06-30'))).toEqual([50, 6])
    expect(await checkScoreboard(db)).toEqual([])
  })
})

describe('a preview', () => {
  it('shows the first rows, the score and what every column is, and writes nothing', async () => {
    const { db, survey, preview } = await bring(spreadsheet(100))
    const seen = await preview()

    expect(seen.first).toHaveLength(5)
    expect(seen).toMatchObject({ rows: 100, storable: 100, rejected: { count: 0, listedIn: null } })
    expect(seen.mapping.columns.map(({ role }) => role.kind)).toEqual([
      'responseId',
      'property',
      'date',
      'name',
      'ignored',
      'ignored',
      'answer',
    ])
    expect(await listResponses(db, { surveyId: survey.id, limit: 10 })).toEqual([])
  })

  it('names the surveys there are when the one asked for is not among them', async () => {
    const { world, file } = await bring(spreadsheet(10))
    const asked = previewImport(world, { file, slug: 'nope', overrides: { columns: {} } })
    await expect(asked).rejects.toThrow('there is no survey "nope"; there is bank')
  })

  it('asks how to read dates that can be read both ways', async () => {
    const text = 'score,date\n9,1/2/2021\n3,4/5/2021\n'
    await expect((await bring(text)).preview()).rejects.toThrow('--dates day-first or --dates')
    const { db, survey, store } = await bring(text, { dates: 'month-first' })
    await store()
    expect(await totalOf(db, survey.id, '2021-01-02', '2021-01-02')).toMatchObject({ n: 1 })
  })
})

describe('files as programs save them', () => {
  const text =
    'Datum;Hodnocení;Komentář;Jméno\r\n1. 9. 2021;9;Žádný problém, děkuji;Jiří Dvořák\r\n2. 9. 2021;3;Příliš pomalé řešení, čekám týden;Božena Němcová\r\n'
  const CZECH = 'áčďéěíňóřšťúůýžÁČĎÉĚÍŇÓŘŠŤÚŮÝŽ'
  const CODES = 'e1e8efe9ecedf2f3f89a9dfaf9fd9ec1c8cfc9cccdd2d3d88a8ddad9dd8e'.match(/../g)!
  const windows1250 = Uint8Array.from(text, (char) =>
    CZECH.includes(char) ? parseInt(CODES[CZECH.indexOf(char)]!, 16) : char.charCodeAt(0),
  )

  it.each([
    ['UTF-8', new TextEncoder().encode(text)],
    ['UTF-8 with a mark', new TextEncoder().encode(`\ufeff${text}`)],
    ['UTF-16', new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'))],
    ['Windows-1250', windows1250],
    ['a line that names the separator', new TextEncoder().encode(`sep=;\r\n${text}`)],
    ['tabs', new TextEncoder().encode(text.replaceAll(';', '\t'))],
  ])('keep their letters: %s', async (_, bytes) => {
    const { db, survey, store } = await bring(bytes)
    await store()

    const rows = await listResponses(db, { surveyId: survey.id, limit: 10 })
    expect(rows.map(({ customerName }) => customerName)).toEqual(['Božena Němcová', 'Jiří Dvořák'])
    expect(rows[1]!.answers).toContainEqual({
      question: 'why',
      value: null,
      text: 'Žádný problém, děkuji',
    })
  })

  it('show which words they hold, and where a byte of UTF-8 is broken', async () => {
    const bytes = Buffer.from(`score,date,comment\n${'9,2021-01-02,Dvořák\n'.repeat(50)}`)
    bytes[bytes.lastIndexOf(0xc5)] = 0xf8
    const seen = await (await bring(bytes)).preview()
    expect(seen.table.format).toContain('utf-8')
    expect(seen.letters.words).toContain('Dvořák')
    expect(seen.letters.damaged).toMatchObject({
      count: 1,
      first: [{ line: 51, column: 'comment' }],
    })
  })

  it('may be JSON', async () => {
    const dump = [9, 2].map((score, id) => ({
      id,
      person: { id: `p${id}`, email: `p${id}@example.com`, name: 'Jo Doe' },
      survey_type: 'nps',
      score,
      comment: 'What they said about it',
      created_at: 1_674_455_052 + id,
      person_properties: { Plan: 'Pro' },
    }))
    const { db, survey, store } = await bring(JSON.stringify(dump, null, 2))
    expect(await store()).toMatchObject({ stored: 2 })
    const [row] = await listResponses(db, { surveyId: survey.id, limit: 1 })
    expect(row).toMatchObject({
      customerEmail: 'p1@example.com',
      customerExternalId: 'p1',
      properties: { 'person_properties.plan': 'Pro' },
    })
  })

  it('may be one object a line, or a list inside of objects, with ids longer than a double holds', async () => {
    const rows = ['3074457347487777543', '3074457347487777544'].map(
      (id, day) => `{"id":${id},"score":9,"at":"2021-01-0${day + 1}","customer":{"id":${id}}}`,
    )
    for (const text of [rows.join('\n'), `{"result":{"page":1,"rows":[${rows.join()}]}}`]) {
      const { db, survey, store } = await bring(text)
      expect(await store()).toMatchObject({ stored: 2 })
      const stored = await listResponses(db, { surveyId: survey.id, limit: 10 })
      expect(stored.map(({ customerExternalId }) => customerExternalId)).toEqual([
        '3074457347487777544',
        '3074457347487777543',
      ])
    }
  })

  it('may lack dates: then all rows are given one', async () => {
    const text = 'score,comment\n9,Good and quick\n3,Slow and rude\n'
    await expect((await bring(text)).preview()).rejects.toThrow('--date 2024-05-01')
    const { db, survey, store } = await bring(text, { date: '2024-05-01' })
    expect(await store()).toMatchObject({ stored: 2 })
    expect(await totalOf(db, survey.id, '2024-05-01', '2024-05-01')).toMatchObject({ n: 2 })
    await expect((await bring(text, { date: '1.5.2024' })).preview()).rejects.toThrow(
      '--date takes',
    )
  })

  it('may lack a header', async () => {
    const { store } = await bring('9,2021-01-02,Good and quick\n3,2021-01-03,Slow and rude\n')
    expect(await store()).toMatchObject({ stored: 2 })
  })
})

describe('a row that can’t be stored', () => {
  /** The preview of a good row, the broken one on line 3, and another good one. */
  async function broken(line: string) {
    const brought = await bring(`score,date,comment\n9,2021-01-02,ok\n${line}\n8,2021-01-03,ok\n`)
    return { ...brought, seen: await brought.preview() }
  }

  it.each([
    ['a score off the scale', '11,2021-01-02,ok', 'must be a whole number from 0 to 10'],
    ['an impossible date', '9,2021-02-30,ok', '2021-02 has no day 30'],
    ['a cell too many', '9,2021-01-02,ok,what', 'has 4 columns where the header has 3'],
    ['a cell too few', '9,2021-01-02', 'has 2 columns where the header has 3'],
    ['a NUL', '9,2021-01-02,a\0b', 'contains NUL characters'],
    ['10 MB in one cell', `9,2021-01-02,${'x'.repeat(1e7)}`, 'larger than 1 MB'],
    ['1.5 MB in one cell', `9,2021-01-02,${'x'.repeat(1.5e6)}`, 'larger than 1 MB'],
    ['a quote that never ends', '9,2021-01-02,"ok', 'a quote is opened and never closed'],
    ['a quote in the middle', '9,2021-01-02,o"k', 'a quote stands in the middle of a cell'],
  ])('has %s: its line and reason are told and nothing is stored', async (_, line, reason) => {
    const { db, survey, world, seen } = await broken(line)

    expect(seen.rejected.first[0]!.line).toBe(3)
    expect(seen.rejected.first[0]!.reasons.join()).toContain(reason)
    await expect(storeImport(world, seen)).rejects.toThrow(Conflict)
    expect(await listResponses(db, { surveyId: survey.id, limit: 10 })).toEqual([])
  })

  it('is listed in a file beside, in which no formula can run', async () => {
    const { file, seen } = await broken('99,2021-01-02,=cmd()')
    expect(seen.rejected.listedIn).toBe(`${file}.rejected.csv`)
    const listed = readFileSync(seen.rejected.listedIn!, 'utf8')
    expect(listed).toContain('line,reason,score,date,comment')
    expect(listed).toContain("'=cmd()")
    expect(listed).not.toMatch(/,=cmd/)
  })

  it('is one of twenty shown, while all are listed', async () => {
    const rows = Array.from({ length: 50 }, (_, index) => `${index < 15 ? 9 : 11},2021-01-02`)
    const { preview } = await bring(`score,date\n${rows.join('\n')}\n`, {
      columns: { score: 'score' },
    })
    const { rejected } = await preview()
    expect(rejected).toMatchObject({ count: 35, first: { length: 20 } })
    expect(readFileSync(rejected.listedIn!, 'utf8').trim().split('\n')).toHaveLength(36)
  })
})

it('keeps formulas and HTML as text', async () => {
  const comment = '=HYPERLINK(""http://evil.test"") <script>alert(1)</script> and more'
  const { db, survey, store } = await bring(`score,date,comment\n9,2021-01-02,"${comment}"\n`)
  await store()
  const [row] = await listResponses(db, { surveyId: survey.id, limit: 1 })
  expect(row!.answers.find(({ question }) => question === 'why')!.text).toBe(
    comment.replaceAll('""', '"'),
  )
})

it('leaves out rows without an answer, and accounts for them', async () => {
  const { store } = await bring('score,date\n9,2021-01-02\n,2021-01-02\n,\n')
  expect(await store()).toMatchObject({ rows: 3, stored: 1, existing: 0, unanswered: 2 })
})

describe('low answers of a file', () => {
  /** Six low answers, of which one is 13 days old, two 15 and three 800; and a high one. */
  const days = (ago: number) => new Date(NOW - ago * 86_400_000).toISOString().slice(0, 10)
  const text = `score,date\n9,${days(1)}\n0,${days(13)}\n${`1,${days(15)}\n`.repeat(2)}${`2,${days(800)}\n`.repeat(3)}`

  it.each([
    ['those of the last 14 days', undefined, 1],
    ['all', 'all' as const, 6],
    ['none', 'none' as const, 0],
    ['those from a day on', { since: dayFromIso(days(20))! }, 3],
  ])('open cases as the preview says: %s', async (_, cases, opened) => {
    const { db, world, preview } = await bring(text, {}, cases)
    const seen = await preview()
    expect(seen.cases).toEqual({ opened, left: 6 - opened, restored: 0 })

    expect(await storeImport(world, seen)).toMatchObject({ stored: 7, cases: opened })
    const rows = await listFollowUps(db, { limit: 10 })
    expect(rows.map(({ followUp }) => followUp.dueAt)).toEqual(Array(opened).fill(null))
  })

  it('that are there already open none, and are not said to', async () => {
    const { db, preview, store } = await bring(text)
    await store()
    expect((await preview()).cases).toEqual({ opened: 0, left: 0, restored: 0 })
    await store()
    expect(await listFollowUps(db, { limit: 10 })).toHaveLength(1)
  })
})

it('leaves nothing when it is interrupted, and completes the next time', async () => {
  const { db, world, survey, preview, store } = await bring(spreadsheet(9_000))
  const seen = await preview()
  const controller = new AbortController()
  const progress = (step: string) => {
    if (step === 'storing') controller.abort(new Error('interrupted'))
  }
  await expect(storeImport(world, seen, { progress, signal: controller.signal })).rejects.toThrow(
    'interrupted',
  )
  expect(await totalOf(db, survey.id)).toMatchObject({ n: 0 })
  expect(await listResponses(db, { surveyId: survey.id, limit: 10 })).toEqual([])

  expect(await store()).toMatchObject({ stored: 9_000, existing: 0 })
  expect(await checkScoreboard(db)).toEqual([])
}, 30_000)

it('stores nothing of a file that changes between the preview and the import', async () => {
  const { db, world, survey, file, preview } = await bring(spreadsheet(100))
  const seen: Preview = await preview()
  writeFileSync(file, spreadsheet(150))
  await expect(storeImport(world, seen)).rejects.toThrow('changed while it was read')
  expect(await totalOf(db, survey.id)).toMatchObject({ n: 0 })
})

it('publishes a draft to import into it, and leaves it paused', async () => {
  const { db, world, file } = await bring(spreadsheet(20))
  const draft = await createSurvey(db, { name: 'New', slug: 'new', definition, now: NOW })
  const seen = await previewImport(world, { file, slug: 'new', overrides: { columns: {} } })
  expect(await readSurvey(db, draft.id)).toMatchObject({ state: 'draft', version: null })

  expect(await storeImport(world, seen)).toMatchObject({ stored: 20, publishedNow: true })
  expect(await readSurvey(db, draft.id)).toMatchObject({ state: 'paused', version: 1 })
})

it('says what is wrong with a file that is not there, is empty or is a folder', async () => {
  const { world, file } = await bring('')
  const read = (path: string) =>
    previewImport(world, { file: path, slug: 'bank', overrides: { columns: {} } })
  await expect(read(file)).rejects.toThrow('is empty')
  await expect(read(`${file}.not`)).rejects.toThrow(InvalidInput)
  await expect(read(dirname(file))).rejects.toThrow('is not a file')
})
