import { expect, it } from 'vitest'
import { layoutOf, uniqueNames } from '../../../surveys/importing/headerRow.ts'
import { sniffSeparator } from '../../../surveys/importing/layout.ts'

it.each([
  ['score,comment\n9,"yes; really; good"\n8,no\n', ','],
  ['score;comment\n9;"yes, really, good"\n8;no, thanks\n', ';'],
  ['score\tcomment\n9\tyes, really\n8\tno\n', '\t'],
  ['score\n9\n8\n', ','],
  ['Skore;Datum\n9;pondělí, 13. května 2024, 10:30\n8;úterý, 14. května 2024, 9:05\n', ';'],
  ['NPS, May, 2024\nSkore;Cas\n9;13. 5., 10:30, Praha\n8;14. 5., 9:05, Brno\n', ';'],
  ['score,agent\n9,Mozilla (X11; Linux)\n8,Mozilla (X11; Linux)\n7,Opera (X11; Linux)\n', ','],
  ['score,comment\n9,fine,\n8,fine,\n7,fine,\n', ','],
])('finds the separator of %j', (sample, expected) => {
  expect(sniffSeparator(sample)).toBe(expected)
})

/** Splits rows written as text, with `|` between cells. */
const table = (rows: string[]) =>
  rows.map((row, index) => ({ line: index + 1, cells: row.split('|').map((cell) => cell.trim()) }))

const layout = (...rows: string[]) => layoutOf(table(rows))

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
  expect(layout(...rows)).toMatchObject({ names, skip: 1, notes: [] })
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

it.each([
  [['Generated | 2024-05-01'], 'score | date | comment | name'],
  [['From | 1.5.2024 | To | 31.5.2024'], 'score | date | comment | name'],
  [['Survey | Customer NPS', 'Answers | 12'], 'score | date | comment | name'],
  [['Survey | Customer NPS', 'Account | Acme'], 'score | date | comment | name'],
  [['From | 1.5.2024 | To | 31.5.2024'], 'puntuación | fecha | comentario | nombre'],
])('finds a header below the title %j', (titles, header) => {
  const data = ['9 | 2024-05-03 | Good and quick | Ann', '3 | 2024-05-04 | Slow and rude | Bob']
  const names = header.split(' | ')
  expect(layout(...titles, header, ...data)).toMatchObject({ names, skip: titles.length + 1 })
  // Without the title the first row is the header.
  expect(layout(header, ...data)).toMatchObject({ names, skip: 1 })
})

it('takes the header’s line as it is said, or none', () => {
  const rows = table(['a | b', 'score | date', '9 | 2021-01-02'])
  expect(layoutOf(rows, 2)).toMatchObject({ names: ['score', 'date'], skip: 2 })
  expect(layoutOf(rows, 0)).toMatchObject({ names: ['column 1', 'column 2'], skip: 0 })
  expect(() => layoutOf(rows, 9)).toThrow('no row begins on line 9')
})

it('names the choices of SurveyMonkey by their question', () => {
  expect(
    layout(
      'Respondent ID | Email | Why? | | Anything else?',
      '| | Price | Speed | Open-Ended Response',
      '118 | a@x.test | Price | | No',
    ),
  ).toMatchObject({
    names: ['Respondent ID', 'Email', 'Why?: Price', 'Why?: Speed', 'Anything else?'],
    skip: 2,
    notes: [],
  })
  expect(layout('respondent_id | score', ' | Response', '118 | 9')).toMatchObject({ skip: 2 })
})

it.each([[[]], [['2021-01-02 | 9']], [['2021-01-02 | 9', 'Q1 | EndDate']]])(
  'passes over the three headers of Qualtrics above %j',
  (rows) => {
    expect(
      layout(
        'EndDate | Q1',
        'End Date | How likely?',
        '{"ImportId":"endDate","timeZone":"America/Denver"} | {"ImportId":"Q1"}',
        ...rows,
      ),
    ).toEqual({
      names: ['EndDate', 'Q1'],
      skip: 3,
      notes: [],
      about: new Map([
        ['EndDate', { question: 'End Date', timeZone: 'America/Denver' }],
        ['Q1', { question: 'How likely?', timeZone: undefined }],
      ]),
    })
  },
)

it('gives every column a name of its own', () => {
  expect(uniqueNames(['Score', '', 'Score'])).toEqual(['Score', 'column 2', 'Score (2)'])
  expect(new Set(uniqueNames(['a', 'a', 'a (2)', 'a (2)'])).size).toBe(4)
})
