import { expect, it } from 'vitest'
import type { ImportReport, Preview } from '../../../api/importing/importing.ts'
import { previewLines, reconciliationLines } from '../../../api/importing/report.ts'
import {
  followUpOverride,
  columnOverrides,
  headerRowOverride,
  separatorOverride,
} from '../../../api/importing/overrides.ts'
import { scoreOf } from '../../../surveys/scoring/score.ts'
import { definition } from '../../support/surveys.ts'

const preview = {
  file: 'bank.csv',
  survey: { slug: 'bank' },
  definition,
  table: { format: 'CSV' },
  mapping: {
    columns: [
      { name: 'rating', role: { kind: 'answer', question: 'score' } },
      { name: 'month', role: { kind: 'ignored', why: 'follows from the date' } },
    ],
    order: 'day-first',
    zone: null,
  },
  letters: { words: [], damaged: { count: 0, first: [] } },
  warnings: [],
  first: [
    {
      responseId: '7',
      answeredAt: Date.parse('2021-09-01T10:00:00Z'),
      day: 18_871,
      language: null,
      properties: { market: 'US' },
      answers: { score: 9, why: 'Two\nlines \u001b[31m' },
    },
  ],
  score: scoreOf('nps', { 0: 1, 8: 1, 10: 3 }),
  rows: 5,
  storable: 5,
  existing: 2,
  repeated: 0,
  unanswered: 0,
  excluded: 0,
  rejected: { count: 0, first: [], listedIn: null },
  changed: { count: 0, first: [], listedIn: null },
  followUpsSince: Date.parse('2026-11-09T00:00:00Z'),
  followUps: { opened: 2, left: 1_688, restored: 0 },
} as unknown as Preview

it('shows what each column is, the first rows and the score with its bands', () => {
  const shown = previewLines(preview, 'Europe/Prague').join('\n')
  expect(shown).toContain('rating  answer to "score" (nps)')
  expect(shown).toContain('month   left out: follows from the date')
  expect(shown).toContain('2021-09-01 12:00:00 | #7 | score: 9')
  expect(shown).toContain('NPS +40.0 (n 5; 3 promoters, 1 passive, 1 detractor)')
})

it('shows non-ASCII words, and cells with invalid bytes', () => {
  const damaged = { count: 21, first: [{ line: 7, column: 'name', text: 'Dvo�ák' }] }
  const shown = previewLines(
    { ...preview, letters: { words: ['Dvořák', 'Černý'], damaged } },
    'UTC',
  ).join('\n')
  expect(shown).toContain('Words as they will be stored: Dvořák, Černý')
  expect(shown).toContain('21 cells have bytes that are no letters')
  expect(shown).toContain('line 7, name: Dvo�ák')
  expect(shown).toContain('and 20 more')
})

it('shows warnings', () => {
  const shown = previewLines({ ...preview, warnings: ['"improve" is left out'] }, 'UTC').join('\n')
  expect(shown).toContain('Mind: "improve" is left out')
})

it('prints no control characters from cells to the terminal', () => {
  const shown = previewLines(preview, 'Europe/Prague').join('')
  expect(shown).not.toContain('\u001b')
  expect(shown).not.toContain('\n')
})

it('prints rejected lines, and the file that lists the others', () => {
  const first = [{ line: 17, reasons: ['rating: must be a whole number'], cells: [] }]
  const rejected = { count: 3, first, listedIn: 'bank.csv.rejected.csv' }
  const shown = previewLines({ ...preview, rejected }, 'UTC').join('\n')
  expect(shown).toContain("3 rows can't be stored, so nothing is")
  expect(shown).toContain('line 17: rating: must be a whole number')
  expect(shown).toContain('and 2 more')
  expect(shown).toContain('listed in bank.csv.rejected.csv')
})

it('prints which stored rows differ in the file', () => {
  const first = [{ line: 3, reasons: ['score: "9", stored is "3"'], cells: [] }]
  const changed = { count: 1, first, listedIn: 'bank.csv.changed.csv' }
  const shown = previewLines({ ...preview, changed }, 'UTC').join('\n')
  expect(shown).toContain('5 rows = 3 to store + 2 already there')
  expect(shown).toContain('1 of the rows already there says something else in the file')
  expect(shown).toContain('line 3: score: "9", stored is "3"')
  expect(shown).toContain('listed in bank.csv.changed.csv')
})

it('says how many follow-ups will be opened, and how many low answers open none', () => {
  expect(previewLines(preview, 'UTC')).toContain(
    'Cases: 2 will be opened for low answers; 1,688 low answers open none, from before 2026-11-09 (--cases all opens one for each)',
  )
})

it('parses which low answers open a follow-up', () => {
  expect(followUpOverride()).toBeUndefined()
  expect(followUpOverride('all')).toBe('all')
  expect(followUpOverride(undefined, '1970-01-11')).toEqual({ since: 10 })
  expect(() => followUpOverride('some')).toThrow('--cases takes recent, all, none, not "some"')
  expect(() => followUpOverride(undefined, '2026-02-30')).toThrow('takes a date such as')
  expect(() => followUpOverride('all', '2026-01-01')).toThrow('either --cases or --cases-since')
})

it('prints counts that account for every row, and the same score', () => {
  const report = {
    id: 'run',
    followUps: 2,
    rows: 5,
    stored: 3,
    rejected: 0,
    existing: 2,
    unanswered: 0,
    excluded: 0,
    score: preview.score,
    survey: preview.survey,
    publishedNow: true,
  } as ImportReport
  const [rows, file, stored, followUps, undo, published] = reconciliationLines(report, preview)
  expect(rows).toBe('5 rows in = 3 stored + 0 rejected + 2 already there')
  expect(file!.slice(14)).toBe(stored!.slice(14))
  expect(followUps).toBe('Cases:        2')
  expect(undo).toContain('npm run import -- --undo run')
  expect(published).toContain('it is paused')
})

it('parses --map, whose column names may contain commas', () => {
  expect(columnOverrides(['score=Rating,comment=Why, in your words?', 'property=Team'])).toEqual({
    Rating: 'score',
    'Why, in your words?': 'comment',
    Team: 'property',
  })
  expect(() => columnOverrides(['Rating'])).toThrow('--map takes role=column')
})

it('parses --header-row and --separator', () => {
  expect([headerRowOverride(), headerRowOverride('0'), headerRowOverride('4')]).toEqual([
    undefined,
    0,
    4,
  ])
  for (const given of ['x', '-1', '1.5', '9999'])
    expect(() => headerRowOverride(given)).toThrow('--header-row takes a line from 1 to 1000')
  expect([';', 'Tab', '\\t', 'pipe', '^'].map(separatorOverride)).toEqual([
    ';',
    '\t',
    '\t',
    '|',
    '^',
  ])
  for (const given of ['', 'x', '"', ',,'])
    expect(() => separatorOverride(given)).toThrow('--separator takes comma, semicolon, tab, pipe')
})
