import { writeFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { previewImport } from '../../../api/importing/importing.ts'
import type { Overrides } from '../../../surveys/importing/mapping.ts'
import { temporaryFile } from '../../support/database.ts'
import { importing } from '../../support/importing.ts'

async function preview(content: string, overrides: Partial<Overrides> = {}) {
  const { world } = await importing()
  const file = temporaryFile('answers.csv')
  writeFileSync(file, content)
  return previewImport(world, { file, slug: 'bank', overrides: { columns: {}, ...overrides } })
}

it.each([
  ['score,date\n"9,2024-05-01\n8,2024-05-02\n', 'line 2: a quote is opened and never closed'],
  ['[{"score":NaN,"date":"2024-05-01"}]', 'line 1: not valid JSON'],
  [`{"a":{"b":${'['.repeat(100_000)}`, 'brackets are nested more than 100 deep'],
  ['score,date\n', 'the file has no rows below its header (score, date)'],
  ['{id},text\nr1,words\n', 'read as CSV'],
  ['{"score":9}\n{"score":8\n{"score":7}\n{"score":7}\n', 'line 2: '],
  ['score,date\n9,2024-05\n', 'in "date" "2024-05" names no day'],
  ['score,date\n9,1.71E+12\n', 'in "date" "1.71E+12" is a number that a spreadsheet has short'],
  ['score,date\n9,soon\n', 'in "date" "soon" must be a date'],
  ['score,date\nA,2024-05-01\nB,2024-05-01\n', 'from 0 to 10: "score" holds "A", "B"'],
])('explains what is wrong with %.40j', async (content, reason) => {
  await expect(preview(content)).rejects.toThrow(reason)
})

it('reads Oracle’s timestamps', async () => {
  const { first } = await preview('score,date\n9,03-Jun-23 01.28.19.000000 PM\n')
  expect(new Date(first[0]!.answeredAt).toISOString()).toBe('2023-06-03T11:28:19.000Z')
})

it('refuses one date for all rows where the file has dates, unless they are left out', async () => {
  const file = 'score,date,birthday\n9,2024-05-01,1990-05-01\n'
  await expect(preview(file, { date: '2024-01-01' })).rejects.toThrow('"date" is one')
  const { first } = await preview(file, { date: '2024-01-01', columns: { date: 'ignore' } })
  expect(new Date(first[0]!.answeredAt).toISOString()).toBe('2024-01-01T11:00:00.000Z')
})

it('reads a spreadsheet’s formula errors as empty cells', async () => {
  const rows = ['9,2024-05-01,#N/A', '#REF!,2024-05-02,Too slow for me', '3,2024-05-03,#NV']
  const found = await preview(`score,date,comment\n${rows.join('\n')}\n`)
  const comments = found.first.map(({ answers }) => Object.values(answers))
  expect(comments).toEqual([[9], ['Too slow for me'], [3]])
  const ids = ['#N/A,9', '#N/A,8', '#N/A,7', 'r4,6', 'r5,5', 'r6,4'].map(
    (row) => `${row},2024-05-01`,
  )
  expect(await preview(`response_id,score,date\n${ids.join('\n')}`)).toMatchObject({ storable: 6 })
})

it('warns of a few scores that all fit a smaller scale, unless the column was chosen', async () => {
  const file = 'stars,date\n5,2024-05-01\n4,2024-05-02\n1,2024-05-03\n'
  const warning = expect.stringContaining('"stars" goes up to 5 only, on a scale from 0 to 10')
  expect((await preview(file)).warnings).toContainEqual(warning)
  expect((await preview(file, { columns: { stars: 'score' } })).warnings).toEqual([])
})

it('asks for a time zone that it can’t identify, and uses the chosen one', async () => {
  const file = 'score,Submit Date (CST)\n9,2024-05-01 10:00\n'
  await expect(preview(file)).rejects.toThrow('"CST" stands for Central Standard Time and China')
  const { first, mapping } = await preview(file, { timeZone: 'America/Chicago' })
  expect(new Date(first[0]!.answeredAt).toISOString()).toBe('2024-05-01T15:00:00.000Z')
  expect(mapping.zone?.name).toBe('America/Chicago')
  await expect(preview(file, { timeZone: 'Mars' })).rejects.toThrow('--time-zone takes a zone')
})
