import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { scoreOf } from '../../../surveys/scoring/score.ts'
import { csvOf } from '../../../web/dashboard/csv.ts'
import { trendRows } from '../../../web/dashboard/trendRows.ts'

const read = (text: string) => parse(text, { bom: true })

describe('a table as a file', () => {
  it('comes back cell by cell, quotes, commas and lines included', () => {
    const row = ['Praha, "východ"', 'two\nlines', 'plain', '']
    expect(read(csvOf([row]))).toEqual([row])
  })

  it('begins with the mark that tells a spreadsheet it is UTF-8', () => {
    expect(csvOf([['á']])).toBe('\uFEFFá\r\n')
  })

  it('writes numbers with a dot and two decimals at most, and nothing for null', () => {
    expect(csvOf([[1234.567, -12.5, 412, 0, null]])).toBe('\uFEFF1234.57,-12.5,412,0,\r\n')
  })

  it('disarms what a spreadsheet would take for a formula, and leaves numbers alone', () => {
    const texts = ['=1+1', '+cmd', '-x', '@sum', '\tx', '\rx', '-12.5', '+4']
    expect(read(csvOf([texts]))[0]).toEqual([
      ...texts.slice(0, 6).map((text) => `'${text}`),
      '-12.5',
      '+4',
    ])
  })
})

it('hides a score that few answers hide on screen, and still says how many there were', () => {
  const week = (from: string, histogram: Record<number, number>) => ({
    from,
    to: from,
    ...scoreOf('nps', histogram),
  })
  const rows = trendRows({ periods: [week('2026-03-02', { 10: 4 }), week('2026-03-09', {})] }, [
    { name: 'North', periods: [week('2026-03-02', { 10: 20, 0: 20 }), week('2026-03-09', {})] },
  ])
  expect(rows[0]!.slice(0, 6)).toEqual(['from', 'to', 'score', 'low', 'high', 'n'])
  expect(rows[0]!.slice(-4)).toEqual(['North: score', 'North: low', 'North: high', 'North: n'])
  expect(rows[1]!.slice(0, 9)).toEqual(['2026-03-02', '2026-03-02', null, null, null, 4, 0, 0, 4])
  expect(rows[1]!.at(-4)).toBe(0)
  expect(rows[2]!.slice(2, 6)).toEqual([null, null, null, 0])
})
