import { expect, it } from 'vitest'
import type { Mapping, Role } from '../../../surveys/importing/mapping.ts'
import { rowReader } from '../../../surveys/importing/rows.ts'
import { TEMPLATES, definitionFrom } from '../../../surveys/templates/index.ts'

const ROLES: Record<string, Role> = {
  Date: { kind: 'date' },
  Score: { kind: 'answer', question: 'nps' },
  Comment: { kind: 'answer', question: 'why' },
  Mail: { kind: 'email' },
  First: { kind: 'firstName' },
  Last: { kind: 'lastName' },
  Lang: { kind: 'language' },
  Market: { kind: 'property', property: 'market' },
}
const mapping: Mapping = {
  columns: Object.entries(ROLES).map(([name, role]) => ({ name, role })),
  order: 'day-first',
  zone: null,
}
const GIVEN = {
  Date: '1/9/21',
  Score: '9',
  Comment: '',
  Mail: '',
  First: '',
  Last: '',
  Lang: '',
  Market: 'US',
}
const read = (given: Partial<typeof GIVEN>) =>
  rowReader(definitionFrom(TEMPLATES.nps), mapping, {
    timeZone: 'Europe/Prague',
    now: Date.parse('2026-11-20T12:00:00Z'),
  })(Object.values({ ...GIVEN, ...given }))

it('reads a row into a response', () => {
  expect(
    read({ Comment: 'Good', Mail: 'a@example.com', First: 'Ann', Last: 'Lee', Lang: 'en_us' }),
  ).toEqual({
    row: {
      responseId: null,
      answeredAt: Date.parse('2021-09-01T10:00:00Z'),
      day: 18_871,
      language: 'en-US',
      properties: { market: 'US' },
      answers: { nps: 9, why: 'Good' },
      customer: { email: 'a@example.com', name: 'Ann Lee' },
    },
  })
})

it.each([
  ['0', 0],
  ['10', 10],
  ['9.0', 9],
  ['10 - extremely likely', 10],
])('reads the score %s', (Score, value) => {
  expect(read({ Score })).toMatchObject({ row: { answers: { nps: value } } })
})

it.each([
  [{ Score: '11' }, 'Score: must be a whole number from 0 to 10 ("11")'],
  [{ Score: '9.5' }, 'Score: must be a whole number from 0 to 10 ("9.5")'],
  [{ Score: 'good' }, 'Score: must be a whole number'],
  [{ Score: '-1' }, 'Score: must be a whole number'],
  [{ Date: '31/2/2021' }, 'Date: 2021-02 has no day 31 ("31/2/2021")'],
  [
    { Date: '12/25/2021' },
    'Date: there is no month 25, read with the day before the month ("12/25/2021")',
  ],
  [{ Date: '' }, 'Date: must not be empty'],
  [{ Date: '1/1/2031' }, 'Date: must not be in the future'],
  [{ Date: '1/1/1970' }, 'Date: must be a date after 1989'],
  [{ Mail: 'not an address' }, 'Mail: must be an email address'],
  [{ Lang: 'Klingonese language' }, 'Lang: must be a language code'],
  [{ Comment: 'x'.repeat(5_001) }, 'Comment: must have at most 5000 characters'],
  [{ Comment: 'x'.repeat(1_000_001) }, 'Comment: is larger than 1 MB'],
  [{ Market: 'a\0b' }, 'Market: contains NUL characters'],
  [{ Market: 'x'.repeat(201) }, 'Market: must have at most 200 characters'],
])('rejects %o and says why', (given, reason) => {
  expect(JSON.stringify(read(given)).replaceAll('\\"', '"')).toContain(reason)
  expect(read(given)).not.toHaveProperty('row')
})

it('removes only what can’t be stored from a comment', () => {
  expect(read({ Comment: 'a\0b' })).toMatchObject({ row: { answers: { why: 'ab' } } })
})

it('reports every error of a row', () => {
  expect(read({ Score: '99', Date: 'soon' })).toMatchObject({ reasons: { length: 2 } })
})

it('rejects a row that has not as many cells as there are columns', () => {
  const reader = rowReader(definitionFrom(TEMPLATES.nps), mapping, { timeZone: 'UTC', now: 0 })
  expect(reader(['1/9/21', '9'])).toEqual({ reasons: ['has 2 columns where the header has 8'] })
})

it('keeps a comment without a score, and leaves out a row with neither', () => {
  expect(read({ Score: '', Comment: 'Hello' })).toMatchObject({
    row: { answers: { why: 'Hello' } },
  })
  expect(read({ Score: '' })).toEqual({ unanswered: true })
  expect(read({ Score: '', Date: '', Market: '' })).toEqual({ unanswered: true })
})

it('keeps formulas and HTML as the text that they are', () => {
  const Comment = '=HYPERLINK("http://evil.test") <script>alert(1)</script>'
  expect(read({ Comment })).toMatchObject({ row: { answers: { why: Comment } } })
})
