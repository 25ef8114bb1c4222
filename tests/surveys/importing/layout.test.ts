import { expect, it } from 'vitest'
import { layoutOf, uniqueNames } from '../../../surveys/importing/headerRow.ts'
import { sniffSeparator } from '../../../surveys/importing/layout.ts'

it.each([
  ['score,comment\n9,"yes; really; good"\n8,no\n', ','],
  ['score;comment\n9;"yes, really, good"\n8;no, thanks\n', ';'],
  ['score\tcomment\n9\tyes, really\n8\tno\n', '\t'],
  ['score\n9\n8\n', ','],
])('finds the separator of %j', (sample, expected) => {
  expect(sniffSeparator(sample)).toBe(expected)
})

/** The layout of rows given as text, cells apart by `|`. */
const layout = (...rows: string[]) =>
  layoutOf(rows.map((row) => row.split('|').map((cell) => cell.trim())))

it.each([
  [['Rating | Why?'], ['Rating', 'Why?']],
  [
    ['score | date', '9 | 2021-01-02'],
    ['score', 'date'],
  ],
  [
    ['score | @Acme | mail', '9 | yes | a@x.test', '3 | no | b@x.test'],
    ['score', '@Acme', 'mail'],
  ],
  [
    ['score | 2021 | date', '9 | 1 | 2021-01-02', '3 | 0 | 2021-01-03'],
    ['score', '2021', 'date'],
  ],
  [
    ['2021-05-01 | score | who', 'x | 9 | Ann', 'y | 3 | Bo'],
    ['2021-05-01', 'score', 'who'],
  ],
])('finds the header of %j', (rows, names) => {
  expect(layout(...rows)).toEqual({ names, skip: 1, notes: [] })
})

it.each([
  [['9 | Nice']],
  [['Jane | 2021-01-01']],
  [['Jane | jane@example.com']],
  [['9 | 2021-01-02 | Good', '3 | 2021-01-03 | Slow and rude']],
])('finds none in %j, and says so', (rows) => {
  expect(layout(...rows)).toMatchObject({ skip: 0, notes: [expect.stringContaining('no header')] })
})

it('finds a header below lines of a title', () => {
  const found = layout('NPS of Acme', '| |', 'score | date | comment', '9 | 2021-01-02 | Good')
  expect(found).toMatchObject({ names: ['score', 'date', 'comment'], skip: 3 })
  expect(found.notes.join()).toContain('row 3')
  expect(layout('Export', 'score | date', '9 | 2021-01-02')).toMatchObject({ skip: 2 })
})

it('names the choices of SurveyMonkey by their question', () => {
  expect(
    layout(
      'Respondent ID | Email | Why? | | Anything else?',
      '| | Price | Speed | Open-Ended Response',
      '118 | a@x.test | Price | | No',
    ),
  ).toEqual({
    names: ['Respondent ID', 'Email', 'Why?: Price', 'Why?: Speed', 'Anything else?'],
    skip: 2,
    notes: [],
  })
  expect(layout('respondent_id | score', ' | Response', '118 | 9')).toMatchObject({ skip: 2 })
})

it('passes over the three headers of Qualtrics', () => {
  expect(
    layout(
      'EndDate | Q1',
      'End Date | How likely?',
      '{"ImportId":"endDate"} | {"ImportId":"Q1"}',
      '2021-01-02 | 9',
    ),
  ).toMatchObject({ names: ['EndDate', 'Q1'], skip: 3 })
})

it('gives every column a name of its own', () => {
  expect(uniqueNames(['Score', '', 'Score'])).toEqual(['Score', 'column 2', 'Score (2)'])
  expect(new Set(uniqueNames(['a', 'a', 'a (2)', 'a (2)'])).size).toBe(4)
})
