import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { storeImport } from '../../../api/importing/importing.ts'
import { listFollowUps } from '../../../db/followUps/followUps.ts'
import { listResponses } from '../../../db/responses/list.ts'
import { dayFromIso } from '../../../surveys/days.ts'
import { Conflict } from '../../../surveys/errors.ts'
import { NOW } from '../../support/clock.ts'
import { bring } from './bring.ts'

describe('a row that can’t be stored', () => {
  /** Previews a good row, a broken one on line 3, and another good one. */
  async function broken(line: string) {
    const brought = await bring(`score,date,comment\n9,2021-01-02,ok\n${line}\n8,2021-01-03,ok\n`)
    return { ...brought, seen: await brought.preview() }
  }

  it.each([
    ['a score off the scale', '11,2021-01-02,ok', 'must be a whole number from 0 to 10'],
    ['an impossible date', '9,2021-02-30,ok', '2021-02 has no day 30'],
    ['a cell too many', '9,2021-01-02,ok,what', 'has 4 columns where the header has 3'],
    ['a cell too few', '9,2021-01-02', 'has 2 columns where the header has 3'],
    ['10 MB in one cell', `9,2021-01-02,${'x'.repeat(1e7)}`, 'larger than 1 MB'],
    ['1.5 MB in one cell', `9,2021-01-02,${'x'.repeat(1.5e6)}`, 'larger than 1 MB'],
    ['a quote that never ends', '9,2021-01-02,"ok', 'a quote is opened and never closed'],
    ['a quote in the middle', '9,2021-01-02,o"k', 'a quote stands in the middle of a cell'],
  ])(
    'has %s: its line and the reason are reported, and nothing is stored',
    async (_, line, reason) => {
      const { db, survey, world, seen } = await broken(line)

      expect(seen.rejected.first[0]!.line).toBe(3)
      expect(seen.rejected.first[0]!.reasons.join()).toContain(reason)
      await expect(storeImport(world, seen)).rejects.toThrow(Conflict)
      expect(await listResponses(db, { surveyId: survey.id, limit: 10 })).toEqual([])
    },
  )

  it('is listed in a second file, without formulas that could run', async () => {
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

it('skips rows without an answer, and accounts for them', async () => {
  const { store } = await bring('score,date\n9,2021-01-02\n,2021-01-02\n,\n')
  expect(await store()).toMatchObject({ rows: 3, stored: 1, existing: 0, unanswered: 2 })
})

describe('low answers of a file', () => {
  /** Six low answers, 13 (one), 15 (two) and 800 (three) days old, and a high one. */
  const days = (ago: number) => new Date(NOW - ago * 86_400_000).toISOString().slice(0, 10)
  const text = `score,date\n9,${days(1)}\n0,${days(13)}\n${`1,${days(15)}\n`.repeat(2)}${`2,${days(800)}\n`.repeat(3)}`

  it.each([
    ['those of the last 14 days', undefined, 1],
    ['all', 'all' as const, 6],
    ['none', 'none' as const, 0],
    ['those from a day on', { since: dayFromIso(days(20))! }, 3],
  ])('open follow-ups as the preview says: %s', async (_, followUps, opened) => {
    const { db, world, preview } = await bring(text, {}, followUps)
    const seen = await preview()
    expect(seen.followUps).toEqual({ opened, left: 6 - opened, restored: 0 })

    expect(await storeImport(world, seen)).toMatchObject({ stored: 7, followUps: opened })
    const rows = await listFollowUps(db, { limit: 10 })
    expect(rows.map(({ followUp }) => followUp.dueAt)).toEqual(Array(opened).fill(null))
  })

  it('open no follow-ups if they were stored before, nor does the report say so', async () => {
    const { db, preview, store } = await bring(text)
    await store()
    expect((await preview()).followUps).toEqual({ opened: 0, left: 0, restored: 0 })
    await store()
    expect(await listFollowUps(db, { limit: 10 })).toHaveLength(1)
  })
})
