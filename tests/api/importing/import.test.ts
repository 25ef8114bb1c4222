import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { previewImport, storeImport, type Preview } from '../../../api/importing/importing.ts'
import { checkScoreboard } from '../../../db/doctor.ts'
import { listResponses } from '../../../db/responses/list.ts'
import { scoresBySegment } from '../../../db/scores/groupScores.ts'
import { createSurvey, readSurvey } from '../../../db/surveys/surveys.ts'
import { InvalidInput } from '../../../surveys/errors.ts'
import { NOW } from '../../support/clock.ts'
import { definition } from '../../support/surveys.ts'
import { bring, board, totalOf } from './bring.ts'

const BANK = join(import.meta.dirname, 'bank.csv')

const rounded = ({ score, n }: { score: number | null; n: number }) => [
  Math.round(score! * 10) / 10,
  n,
]

/**
 * Writes a spreadsheet with the quirks of the bank's: day first, years of two and four digits mixed.
 */
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
  it('is stored as in the file: every row, every month, every market', async () => {
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

  it('adds nothing if it is imported a second time', async () => {
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

    expect(seen.first).toHaveLength(10)
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

  it('lists the existing surveys if the chosen one is not among them', async () => {
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

it('stores nothing if it is interrupted, and everything the next time', async () => {
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

it('explains that a file is missing, empty or a folder', async () => {
  const { world, file } = await bring('')
  const read = (path: string) =>
    previewImport(world, { file: path, slug: 'bank', overrides: { columns: {} } })
  await expect(read(file)).rejects.toThrow('is empty')
  await expect(read(`${file}.not`)).rejects.toThrow(InvalidInput)
  await expect(read(dirname(file))).rejects.toThrow('is not a file')
})
