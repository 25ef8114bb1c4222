import { readXlsx, streamXlsxRows } from 'hucre/xlsx'
import { expect, it } from 'vitest'
import { xlsxTable } from '../../../api/importing/files/xlsxTable.ts'
import { workbook } from '../../../api/exporting/workbook.ts'
import { writeFileSync } from 'node:fs'
import { changeFollowUp } from '../../../db/followUps/changes.ts'
import { listFollowUps } from '../../../db/followUps/followUps.ts'
import { saveResponse } from '../../../db/responses/save.ts'
import type { Cell } from '../../../surveys/exporting/cell.ts'
import { makeApp } from '../../support/app.ts'
import { NOW } from '../../support/clock.ts'
import { temporaryFile } from '../../support/database.ts'
import { aResponse, makeSurvey } from '../../support/surveys.ts'

async function* pages(rows: Cell[][]): AsyncGenerator<Cell[][], void> {
  for (let at = 0; at < rows.length; at += 2) yield rows.slice(at, at + 2)
}

async function written(sheets: Parameters<typeof workbook>[0], rows: Cell[][]): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  for await (const chunk of workbook(sheets, pages(rows))) chunks.push(chunk)
  return Buffer.concat(chunks)
}

const HOSTILE = [
  '=1+1',
  '@SUM(A1)',
  '00019',
  ' space around ',
  '<b>&amp;"\'</b>',
  'two\nlines\ttab\r\nwindows',
  'bell \u0007, _x0041_ as text, \ufffe',
  'שירות מצוין 👍',
  '\ud800 lone',
]

it('keeps numbers, dates and every text as they are', async () => {
  const bytes = await written(
    { name: 'responses', header: ['n', 'at', 'text'], direction: 'rtl' },
    [
      ...HOSTILE.map((text, at): Cell[] => [at + 0.5, { clock: NOW + at * 1_000 }, text]),
      [null, null, 'x'.repeat(40_000)],
    ],
  )
  const { sheets } = await readXlsx(bytes)
  expect(sheets).toHaveLength(1)
  const [sheet] = sheets
  expect(sheet!.view?.rightToLeft).toBe(true)
  expect(sheet!.rows[0]).toEqual(['n', 'at', 'text'])
  for (const [at, text] of HOSTILE.entries()) {
    const [n, date, cell] = sheet!.rows[at + 1]!
    expect(n).toBe(at + 0.5)
    expect(Math.round((date as Date).getTime() / 1000)).toBe(Math.round(NOW / 1000) + at)
    expect(cell).toBe(text.replace('\ud800', '\ufffd'))
  }
  expect(sheet!.rows.at(-1)![2]).toHaveLength(32_767)
})

it('goes on in another sheet, with the header, after the most rows of one', async () => {
  const rows = Array.from({ length: 7 }, (_, at): Cell[] => [at])
  const sheets = { name: 'responses', header: ['n'], direction: 'ltr' as const, mostRows: 4 }
  const bytes = await written(sheets, rows)
  const read = async (sheet: string) => {
    const found: unknown[] = []
    for await (const { values } of streamXlsxRows(bytes, { sheet })) found.push(values[0])
    return found
  }
  expect(await read('responses')).toEqual(['n', 0, 1, 2])
  expect(await read('responses 2')).toEqual(['n', 3, 4, 5])
  expect(await read('responses 3')).toEqual(['n', 6])
  const exactly = await readXlsx(await written(sheets, rows.slice(0, 3)))
  expect(exactly.sheets).toHaveLength(1)
  const empty = await readXlsx(await written(sheets, []))
  expect(empty.sheets[0]!.rows).toEqual([['n']])
})

it('has the columns and rows of the CSV, and an import reads it', async () => {
  const app = await makeApp()
  const { id } = await makeSurvey(app.db)
  await saveResponse(
    app.db,
    aResponse(id, {
      answers: { score: 3, why: '=1+1, late', reasons: ['speed', 'price'] },
      properties: { direction: 'east' },
      customer: { externalId: '00019', name: 'Ann' },
      customerVerified: true,
    }),
  )
  await saveResponse(app.db, aResponse(id, { properties: { direction: 'west' } }))
  const path = `/api/v1/surveys/${id}/responses`
  const answer = await app.ask('lead', `${path}.xlsx?direction=rtl&p.direction=east`)
  expect(answer.headers.get('content-disposition')).toMatch(/ohlas-responses-.*\.xlsx"/)
  const file = `${temporaryFile()}.xlsx`
  writeFileSync(file, Buffer.from(await answer.arrayBuffer()))
  const table = await xlsxTable(file, {})
  const csv = await (await app.ask('lead', `${path}.csv?p.direction=east`)).text()
  expect(table.columns.join(',')).toBe(csv.split('\r\n')[0])
  const rows: string[][] = []
  for await (const batch of table.batches()) rows.push(...batch.map(({ cells }) => cells))
  expect(rows).toHaveLength(1)
  const row = Object.fromEntries(table.columns.map((name, at) => [name, rows[0]![at]]))
  expect(row).toMatchObject({
    'answer.score': '3',
    'answer.why': '=1+1, late',
    'answer.reasons': 'Speed; Price',
    customer_id: '00019',
    'property.direction': 'east',
    answered_at: new Date(NOW).toISOString(),
    answered_at_local: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/),
  })

  const [first] = await listFollowUps(app.db, { limit: 1 })
  await changeFollowUp(app.db, first!.followUp.id, { note: '=note' }, { by: 'Ada', now: NOW })
  const cases = await app.ask('lead', '/api/v1/follow-ups.xlsx')
  const { sheets } = await readXlsx(Buffer.from(await cases.arrayBuffer()))
  expect(sheets[0]!.rows).toHaveLength(2)
  expect(sheets[0]!.rows[1]).toContain('=note')
  expect((await app.ask('viewer', `${path}.xlsx`)).status).toBe(403)
})
