import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { scoreOf } from '../../../../surveys/scoring/score.ts'
import { causeRows } from '../../../../web/dashboard/trends/causeRows.ts'
import { csvOf } from '../../../../web/dashboard/base/csv.ts'
import { groupRows } from '../../../../web/dashboard/trends/groupRows.ts'
import { trendRows } from '../../../../web/dashboard/scores/trendRows.ts'

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
    const texts = ['=1+1', '+cmd', '-x', '@sum', '\tx', '\rx', '+420']
    expect(read(csvOf([[...texts, -12.5]]))[0]).toEqual([
      ...texts.map((text) => `'${text}`),
      '-12.5',
    ])
  })
})

it('omits a score that the screen hides for few answers, but gives their number', () => {
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

it('gives every group of what moved the score, and who has none of the property', () => {
  const groups = [
    { value: 'chat', before: { n: 30, score: 20 }, now: { n: 4, score: 50 }, mix: -1.5, within: 2 },
    { value: null, before: { n: 0, score: null }, now: { n: 6, score: 0 }, mix: 0.5, within: 0 },
  ]
  expect(causeRows({ channel: { mix: -1, within: 2, groups } }).slice(1)).toEqual([
    ['channel', 'chat', 20, 30, null, 4, -1.5, 2],
    ['channel', null, null, 0, 0, 6, 0.5, 0],
  ])
})

it('gives the groups with the largest first, their tiers as words, and an NPS of 0 as a score', () => {
  const standing = { rest: 3, difference: 0, p: null, adjustedP: null, shrunk: 1 }
  const group = (histogram: Record<number, number>, tier: 'cannot-tell' | 'too-few') => ({
    ...scoreOf('nps', histogram),
    ...standing,
    tier,
  })
  const [header, ...rows] = groupRows({
    channel: {
      mail: group({ 10: 2, 0: 1 }, 'too-few'),
      chat: group({ 10: 20, 0: 20 }, 'cannot-tell'),
    },
  })
  expect(header!.slice(0, 4)).toEqual(['property', 'group', 'tier', 'score'])
  expect(rows.map((row) => row.slice(0, 4))).toEqual([
    ['channel', 'chat', 'cannot-tell', 0],
    ['channel', 'mail', 'too-few', null],
  ])
})
