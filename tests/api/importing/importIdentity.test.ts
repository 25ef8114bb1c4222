import { sql } from 'drizzle-orm'
import { expect, describe, it } from 'vitest'
import { changeTimeZone } from '../../../db/scores/timeZone.ts'
import { checkScoreboard } from '../../../db/doctor.ts'
import { selectByKey } from '../../../db/importing/importedRows.ts'
import { derivedId } from '../../../db/ids.ts'
import { finishImports, startImport } from '../../../db/importing/imports.ts'
import { stageResponses } from '../../../db/importing/staging.ts'
import { NOW } from '../../support/clock.ts'
import { importing } from '../../support/importing.ts'
import { aResponse, definition } from '../../support/surveys.ts'

const TWO_DATES = 'response_id,score,order_date,rating_date\nr1,9,2024-05-01,2024-06-01\n'

describe('a row with a response id is the same row', () => {
  it('whichever column its date is read from, and the report says so', async () => {
    const { bring, list } = await importing()
    expect(await bring(TWO_DATES, { order_date: 'date' })).toMatchObject({ stored: 1 })
    const again = await bring(TWO_DATES, { rating_date: 'date' })
    expect(again).toMatchObject({ stored: 0, existing: 1 })
    expect(again.preview.changed).toMatchObject({
      count: 1,
      first: [{ line: 2, reasons: ['day: "2024-06-01", stored is "2024-05-01"'] }],
    })
    expect(await list()).toHaveLength(1)
  })

  it('after the workspace has moved to another time zone', async () => {
    const { db, world, bring, list } = await importing()
    const text = `${TWO_DATES}r2,3,2024-05-02,2024-06-02 23:30\n`
    await bring(text, { rating_date: 'date' })
    await changeTimeZone(db, { timeZone: 'America/New_York', now: NOW })
    world.workspace.timeZone = 'America/New_York'
    expect(await bring(text, { rating_date: 'date' })).toMatchObject({ stored: 0, existing: 2 })
    expect(await list()).toHaveLength(2)
    expect(await checkScoreboard(db)).toEqual([])
  })

  it('even if other cells changed: the stored row stays, and the report names the line', async () => {
    const { bring, list } = await importing()
    await bring('response_id,score,date,channel\nr1,9,2024-05-01,chat\nr2,8,2024-05-01,mail\n')
    const text = 'response_id,score,date,channel\nr1,3,2024-05-01,chat\nr2,8,2024-05-01,shop\n'
    const again = await bring(text)
    expect(again).toMatchObject({ stored: 0, existing: 2 })
    expect(again.preview).toMatchObject({
      storable: 2,
      existing: 2,
      changed: {
        count: 2,
        first: [
          { line: 2, reasons: ['score: "3", stored is "9"'] },
          { line: 3, reasons: ['property channel: "shop", stored is "mail"'] },
        ],
      },
    })
    const channels = (await list()).map(({ properties }) => properties.channel)
    expect(new Set(channels)).toEqual(new Set(['chat', 'mail']))
  })

  it('but not in another survey', async () => {
    const one = await importing()
    await one.bring('response_id,score,date\nr1,9,2024-05-01\n')
    const other = await importing()
    expect(await other.bring('response_id,score,date\nr1,9,2024-05-01\n')).toMatchObject({
      stored: 1,
    })
  })
})

describe('a row without a response id', () => {
  it.each([
    [{ order_date: 'date' }, { rating_date: 'date' }],
    [{ order_date: 'ignore' }, { order_date: 'property' }],
  ])('is the same however its columns are read: %j, then %j', async (first, second) => {
    const { bring, list } = await importing()
    const text = 'score,order_date,rating_date\n9,2024-05-01,2024-06-01\n9,2024-05-01,2024-06-01\n'
    expect(await bring(text, first as Record<string, string>)).toMatchObject({ stored: 2 })
    expect(await bring(text, second as Record<string, string>)).toMatchObject({
      stored: 0,
      existing: 2,
    })
    expect(await list()).toHaveLength(2)
  })
})

describe('the same rows in a file from another program', () => {
  const first = 'date,score,why\n2024-05-01,9,Quick\n2024-05-01,9,Quick\n2024-05-02,3,Slow\n'

  it.each([
    [
      'columns in another order',
      'why,date,score\nQuick,2024-05-01,9\nQuick,2024-05-01,9\nSlow,2024-05-02,3\n',
    ],
    [
      'numbers and days written otherwise',
      'date,score,why\n2024-05-01 00:00:00,9.0,Quick\n2024-05-01,9,Quick \n2024-05-02,"3,0",Slow\n',
    ],
    [
      'a question that nobody had answered then',
      'date,score,why,age\n2024-05-01,9,Quick,\n2024-05-01,9,Quick,\n2024-05-02,3,Slow,\n',
    ],
    [
      'a column in which every row has something',
      'market,date,why,score\nUS,2024-05-01,Quick,9\nUK,2024-05-01,Quick,9\nUK,2024-05-02,Slow,3\n',
    ],
  ])('is not stored again: %s', async (_, second) => {
    const { bring, list } = await importing()
    expect(await bring(first)).toMatchObject({ stored: 3 })
    expect(await bring(second)).toMatchObject({ stored: 0, existing: 3 })
    const [header, ...rows] = second.trim().split('\n')
    const more = [header, ...rows, rows[0], rows.at(-1)!.replace('3', '4')].join('\n')
    expect(await bring(`${more}\n`)).toMatchObject({ stored: 2, existing: 3 })
    expect(await bring(`${more}\n`)).toMatchObject({ stored: 0, existing: 5 })
    expect(await list()).toHaveLength(5)
  })

  it('are others in files of the same columns that differ in one of them', async () => {
    const { bring } = await importing()
    expect(await bring('date,score,market\n2024-05-01,9,US\n')).toMatchObject({ stored: 1 })
    expect(await bring('date,score,market\n2024-05-01,9,UK\n')).toMatchObject({ stored: 1 })
  })

  it('are recognised where more rows show that a column of ids identifies customers', async () => {
    const old = ['c1,9,2024-05-01', 'c2,8,2024-05-02', 'c3,2,2024-05-03']
    const added = [4, 5, 6, 7, 8, 9].map((day) => `c1,7,2024-05-0${day}`)
    const file = (rows: string[]) => `id,score,date\n${rows.join('\n')}\n`
    const { bring, list } = await importing()
    expect(await bring(file(old))).toMatchObject({ stored: 3 })
    expect(await bring(file([...old, ...added]))).toMatchObject({ stored: 6, existing: 3 })
    expect(await bring(file([...old, ...added]))).toMatchObject({ stored: 0, existing: 9 })
    expect(await bring(file(old))).toMatchObject({ stored: 0, existing: 3 })
    expect(await list()).toHaveLength(9)
  })
})

describe('a response id that occurs twice', () => {
  const rows = ['r1,9,2024-05-01', 'r2,8,2024-05-02', 'r3,2,2024-05-03']
  const file = (...lines: string[]) => `response_id,score,date\n${lines.join('\n')}\n`

  it('is stored once if the rows are equal, and the repaired file adds nothing', async () => {
    const { db, bring, list } = await importing()
    expect(await bring(file(...rows, rows[0]!))).toMatchObject({ rows: 4, stored: 3, existing: 1 })
    expect(await bring(file(...rows))).toMatchObject({ stored: 0, existing: 3 })
    expect(await list()).toHaveLength(3)
    expect(await checkScoreboard(db)).toEqual([])
  })

  it('is rejected with its line where they differ, and the repaired file stores each once', async () => {
    const { preview, bring, list } = await importing()
    const seen = await preview(file(...rows, 'r1,3,2024-05-01'))
    expect(seen.rejected).toMatchObject({ count: 1, first: [{ line: 5 }] })
    expect(seen.rejected.first[0]!.reasons[0]).toContain('the response id "r1" is that of another')
    expect(await bring(file(...rows))).toMatchObject({ stored: 3 })
    expect(await list()).toHaveLength(3)
  })

  it('is an id, however often it occurs, if the column is named after responses', async () => {
    const { bring, list } = await importing()
    const text = file(rows[0]!, rows[0]!, rows[0]!, rows[0]!, rows[1]!)
    expect(await bring(text)).toMatchObject({ rows: 5, stored: 2, existing: 3 })
    expect(await bring(file(...rows))).toMatchObject({ stored: 1, existing: 2 })
    expect(await list()).toHaveLength(3)
  })

  it('counts identical rows without an id separately', async () => {
    const { bring } = await importing()
    const text = 'score,date\n9,2021-01-02\n9,2021-01-02\n'
    expect(await bring(text)).toMatchObject({ stored: 2 })
    expect(await bring(text)).toMatchObject({ stored: 0, existing: 2 })
  })
})

describe('a row that an earlier version stored', () => {
  /** Stores rows as earlier versions did: under ids that begin with the date. */
  async function storedBefore(rows: { answeredAt: number; parts: string[] }[]) {
    const brought = await importing()
    const { db, survey } = brought
    const run = { id: 'old', surveyId: survey.id, fileName: 'old.csv', now: NOW }
    await startImport(db, run)
    await stageResponses(
      db,
      run.id,
      rows.map(({ answeredAt, parts }) => ({
        ...aResponse(survey.id, { answeredAt, source: 'import', language: null }),
        id: derivedId(answeredAt, 'import', survey.id, ...parts),
      })),
    )
    const ended = { rows: rows.length, staged: rows.length, timeZone: 'Europe/Prague', now: NOW }
    await finishImports(db, [{ id: run.id, definition, ...ended }])
    return brought
  }

  it('is recognised by its response id, even if its date is now read differently', async () => {
    const answeredAt = Date.parse('2024-05-01T10:00:00Z')
    const { bring, list } = await storedBefore([{ answeredAt, parts: ['r1'] }])
    for (const column of ['order_date', 'rating_date'])
      expect(await bring(TWO_DATES, { [column]: 'date' })).toMatchObject({ stored: 0, existing: 1 })
    expect(await list()).toHaveLength(1)
  })

  it('is recognised by its raw cells, even if columns were added since', async () => {
    const answeredAt = Date.parse('2024-05-01T10:00:00Z')
    const cells = JSON.stringify(['9.0', '2024-05-01'])
    const { bring, list } = await storedBefore(
      ['1', '2'].map((times) => ({ answeredAt, parts: [cells, times] })),
    )
    for (const text of [
      'score,date\n9.0,2024-05-01\n9.0,2024-05-01\n',
      'score,date,age,city\n9.0,2024-05-01,,\n9.0,2024-05-01,,\n',
    ])
      expect(await bring(text)).toMatchObject({ stored: 0, existing: 2 })
    expect(await list()).toHaveLength(2)
  })

  it('is recognised by its whole content, if a repeated id kept the column from being ids', async () => {
    const answeredAt = Date.parse('2024-05-01T10:00:00Z')
    const cells = JSON.stringify(['r1', '9', '2024-05-01'])
    const { bring, list } = await storedBefore(
      ['1', '2'].map((times) => ({ answeredAt, parts: [cells, times] })),
    )
    const text = 'response_id,score,date\nr1,9,2024-05-01\nr1,9,2024-05-01\nr2,8,2024-05-02\n'
    expect(await bring(text)).toMatchObject({ rows: 3, stored: 1, existing: 2 })
    expect(await list()).toHaveLength(3)
  })
})

it('is looked up by an index, however many responses there are', async () => {
  const { db } = await importing()
  const query = selectByKey(db, ['key']).getSQL()
  const plan = await db.orm.values<string[]>(sql`explain query plan ${query}`)
  expect(plan.map((step) => step[3]).join('\n')).toContain('USING INDEX response_by_row')
})
