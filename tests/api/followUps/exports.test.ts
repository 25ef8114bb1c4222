import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { saveResponse } from '../../../db/responses/save.ts'
import { NOW } from '../../support/clock.ts'
import { makeApp, type TestApp } from '../../support/app.ts'
import { aResponse, makeSurvey } from '../../support/surveys.ts'
import { withCases, list, change } from './desk.ts'

describe('the file', () => {
  const read = async (app: TestApp, path: string) => {
    const answer = await app.ask('lead', path)
    const bytes = Buffer.from(await answer.arrayBuffer())
    return {
      answer,
      bytes,
      rows: parse(bytes, { bom: true, columns: true }) as Record<string, string>[],
    }
  }

  it('has exactly the cases that the filter shows, with stable ids', async () => {
    const app = await makeApp()
    await withCases(app, 12, { channel: 'chat' })
    const [first] = (await list(app)).followUps
    await change(app, first!.id, { state: 'resolved', note: 'Sorted' })

    const { answer, bytes, rows } = await read(app, '/api/v1/follow-ups.csv?state=new')
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(answer.headers.get('content-disposition')).toMatch(
      /attachment; filename="ohlas-follow-ups/,
    )
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const shown = await list(app, '?state=new&limit=200')
    expect(rows.map(({ id }) => id)).toEqual(shown.followUps.map(({ id }) => id))
    expect(rows[0]).toMatchObject({ 'property.channel': 'chat', customer_email: 'eva@example.com' })
  })

  it('escapes cells that a spreadsheet would run as formulas', async () => {
    const app = await makeApp()
    const { id } = await makeSurvey(app.db)
    const evil = ['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '"quoted", with comma\nand line']
    for (const why of evil)
      await saveResponse(
        app.db,
        aResponse(id, { answers: { score: 1, why }, properties: { agent: why.trim() } }),
      )
    const { rows } = await read(app, `/api/v1/surveys/${id}/responses.csv`)
    expect(rows).toHaveLength(evil.length)
    for (const row of rows)
      for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+\-@\t\r]/)
    expect(rows.map((row) => row['answer.why'])).toContain('"quoted", with comma\nand line')
  })

  it('pages through more responses than one read takes, without losing or repeating any', async () => {
    const app = await makeApp()
    const { id } = await makeSurvey(app.db)
    await Promise.all(
      Array.from({ length: 1203 }, (_, index) =>
        // Many have the same time, as imported days do.
        saveResponse(app.db, aResponse(id, { answeredAt: NOW - (index % 3) * 1000 })),
      ),
    )
    const { rows } = await read(app, `/api/v1/surveys/${id}/responses.csv`)
    expect(new Set(rows.map((row) => row.id)).size).toBe(1203)
    expect(rows).toHaveLength(1203)
  })
})
