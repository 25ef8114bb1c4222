import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { previewLines } from '../../../api/importing/report.ts'
import { saveResponse } from '../../../db/responses/save.ts'
import { checkScoreboard } from '../../../db/doctor.ts'
import { makeApp } from '../../support/app.ts'
import { aResponse, makeSurvey } from '../../support/surveys.ts'
import { definition, said, withAnswers, exported, importInto, rowsIn, stored } from './exporting.ts'

describe('an export of responses', () => {
  it('is recognised as stored already when it is imported into its own survey', async () => {
    const { app, id } = await withAnswers()
    const before = await stored(app, id)
    const { preview, report } = await importInto(app, 'mine', await exported(app, id))

    expect(report).toMatchObject({
      rows: said.length,
      stored: 0,
      existing: said.length,
      followUps: 0,
    })
    expect(preview.changed.first).toEqual([])
    expect(await stored(app, id)).toEqual(before)
    expect(await checkScoreboard(app.db)).toEqual([])
  })

  it('is previewed before it is stored, with the text of "other" at its question', async () => {
    const { app, id } = await withAnswers()
    const { preview } = await importInto(app, 'mine', await exported(app, id))
    const lines = previewLines(preview, 'Europe/Prague').join('\n')
    expect(lines).toMatch(/answer\.reason_other +what was meant by the "other" of "reason"/)
    expect(lines).toMatch(/answer\.reason +answer to "reason" \(choice\)/)
  })

  it('keeps every kind of answer, its case, customer and time in another installation', async () => {
    const { app, id } = await withAnswers()
    const text = await exported(app, id)
    const other = await makeApp()
    const there = await makeSurvey(other.db, 'theirs', definition)

    const { report } = await importInto(other, 'theirs', text)
    expect(report).toMatchObject({ rows: said.length, stored: said.length, existing: 0 })
    expect(await stored(other, there.id)).toEqual(await stored(app, id))
    expect(rowsIn(await exported(other, there.id))).toEqual(rowsIn(text))
    expect(await checkScoreboard(other.db)).toEqual([])

    const again = await importInto(other, 'theirs', text)
    expect(again.report).toMatchObject({ stored: 0, existing: said.length })
    const own = await importInto(other, 'theirs', await exported(other, there.id))
    expect(own.report).toMatchObject({ stored: 0, existing: said.length })
  })

  it('is stored once more in another survey', async () => {
    const { app, id } = await withAnswers()
    const copy = await makeSurvey(app.db, 'copy', definition)
    const { report } = await importInto(app, 'copy', await exported(app, id))
    expect(report).toMatchObject({ stored: said.length })
    expect((await stored(app, copy.id)).map(({ followUp }) => followUp)).toEqual(
      (await stored(app, id)).map(({ followUp }) => followUp),
    )
  })

  it('lists the columns for which the other survey has no question', async () => {
    const { app, id } = await withAnswers()
    const shorter = { ...definition, questions: definition.questions.slice(0, 2) }
    await makeSurvey(app.db, 'shorter', shorter)
    const { preview } = await importInto(app, 'shorter', await exported(app, id))
    expect(preview.mapping.columns).toContainEqual({
      name: 'answer.word',
      role: { kind: 'ignored', why: 'the survey has no question "word"' },
    })
  })

  it('writes times in UTC and in the workspace’s time zone, as spreadsheets read them', async () => {
    const app = await makeApp({ timeZone: 'America/New_York' })
    const { id } = await makeSurvey(app.db)
    await saveResponse(
      app.db,
      aResponse(id, { answeredAt: Date.parse('2026-07-04T03:04:05.678Z') }),
    )
    const [row] = parse(await exported(app, id), { bom: true, columns: true }) as [
      Record<string, string>,
    ]
    expect(row.answered_at).toBe('2026-07-04T03:04:05.678Z')
    expect(row.answered_at_local).toBe('2026-07-03 23:04:05')
  })
})

it('refuses an export of follow-ups, which contains only unhappy customers, and says what to import', async () => {
  const { app } = await withAnswers()
  const text = await (await app.ask('lead', '/api/v1/follow-ups.csv')).text()
  await expect(importInto(app, 'mine', text)).rejects.toThrow('export the responses')
})
