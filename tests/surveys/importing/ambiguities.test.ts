import { describe, expect, it } from 'vitest'
import { SCALES, type Metric } from '../../../surveys/scoring/metrics.ts'
import { TEMPLATES, definitionFrom } from '../../../surveys/templates/index.ts'
import { rolesOf } from '../../support/mapping.ts'
import { csat, complaint } from './mappingOf.ts'

const nps = definitionFrom(TEMPLATES.nps)

describe('what the file leaves open is asked for', () => {
  it('which column is the score, where two may be', () => {
    const table = `rating speed | rating price | date
      9 | 8 | 2021-01-02`
    expect(complaint(table)).toContain('--map score=COLUMN')
    expect(rolesOf(table, { columns: { 'rating price': 'score' } })).toMatchObject({
      'rating price': 'answer nps',
    })
  })

  it('where the score or the date is, if nowhere', () => {
    expect(complaint('date\n2021-01-02')).toContain('no column holds scores from 0 to 10')
    expect(complaint('score\n9')).toContain('no column holds dates')
  })

  it('whether stars from 1 to 5 are meant on a scale from 0 to 10', () => {
    const stars = [
      'stars | date',
      ...Array.from({ length: 40 }, (_, i) => `${(i % 5) + 1} | 2021-01-02`),
    ]
    expect(complaint(stars.join('\n'))).toContain('goes up to 5 only')
    expect(complaint(stars.join('\n'), { columns: { stars: 'score' } })).toBe('none')
    expect(complaint(stars.join('\n'), {}, csat)).toBe('none')
  })

  it.each([
    ['stars', 20, 5, nps],
    ['nps', 20, 5, nps],
    ['nps', 40, 7, nps],
    ['ces', 40, 5, definitionFrom(TEMPLATES.ces)],
    ['csat', 20, 3, csat],
  ])('whether %s of %i rows that go up to %i are on the survey’s scale', (name, n, top, survey) => {
    const rows = Array.from({ length: n }, (_, i) => `${(i % top) + 1} | 2021-01-02`)
    const table = [`${name} | date`, ...rows].join('\n')
    expect(complaint(table, {}, survey)).toContain(`goes up to ${top} only`)
    expect(complaint(table, { columns: { [name]: 'score' } }, survey)).toBe('none')
    const { max } = SCALES[survey.questions[0]!.kind as Metric]
    expect(complaint(`${table}\n${max} | 2021-01-02`, {}, survey)).toBe('none')
  })

  it('what an override means that names no column or no role', () => {
    expect(complaint('score | date\n9 | 2021-01-02', { columns: { Rating: 'score' } })).toContain(
      'no column "Rating"',
    )
    expect(complaint('score | date\n9 | 2021-01-02', { columns: { score: 'stars' } })).toContain(
      '"stars" is no role',
    )
  })
})

describe('columns that may be the same thing', () => {
  it.each([
    [
      'feedback_type | comment',
      'praise | It was quick and friendly',
      'complaint | I waited for a week',
    ],
    [
      'comment_category | comment',
      'price and service | It was quick',
      'delivery and other | I waited',
    ],
    ['feedback type | text', 'praise | Great', 'complaint | Slow'],
    ['Typ zpětné vazby | Komentář', 'pochvala | Bylo to rychlé', 'stížnost | Čekal jsem týden'],
    ['Kommentar Kategorie | Kommentar', 'Lob | Alles ging schnell', 'Kritik | Ich habe gewartet'],
    ['reason | comment', 'price | It was too expensive', 'speed | I had to wait for a week'],
  ])('take the comment by what it holds: %s', (header, ...rows) => {
    const table = [`${header} | score | date`, ...rows.map((row) => `${row} | 9 | 2021-01-02`)]
    const [, comment] = header.split(' | ')
    expect(rolesOf(table.join('\n'))).toMatchObject({ [comment!]: 'answer why' })
  })

  it('are asked about where two hold comments', () => {
    const table = `score | date | liked | improve
      9 | 2021-01-02 | Everything was quick and friendly, as always with you | I would be happy to see more shops in the city
      3 | 2021-01-03 | Not much I am afraid, but the staff was kind to me | You could answer the phone once in a while`
    expect(complaint(table)).toContain('"liked", "improve"; say which: --map comment=COLUMN')
    expect(rolesOf(table, { columns: { improve: 'comment' } })).toMatchObject({
      improve: 'answer why',
    })
  })

  it.each([
    ['order_date', 'rating_date'],
    ['created_at', 'responded_at'],
    ['survey_sent', 'survey_date'],
    ['date of birth', 'date'],
    ['Datum objednávky', 'Datum hodnocení'],
    ['Dátum nákupu', 'Dátum odpovede'],
    ['Data zakupu', 'Data oceny'],
    ['Bestelldatum', 'Bewertungsdatum'],
    ['תאריך רכישה', 'תאריך תשובה'],
    ['person.created_at', 'created_at'],
  ])('take as the date of the answer not %s but %s', (other, date) => {
    for (const [header, cells] of [
      [`${other} | ${date}`, '2021-01-02 | 2021-02-03'],
      [`${date} | ${other}`, '2021-02-03 | 2021-01-02'],
    ] as const)
      expect(rolesOf(`score | ${header}\n9 | ${cells}\n8 | ${cells}`)).toMatchObject({
        [date]: 'date',
        [other]: 'ignored',
      })
  })

  it('recognise a column named like a question as a comment, and a column that repeats another', () => {
    expect(
      rolesOf(`choice | choice label | created | What can we improve?
        9 | 9 | 2021-01-02 | Nothing, it is good
        3 | 3 | 2021-01-03 | All of it`),
    ).toMatchObject({ choice: 'answer nps', 'What can we improve?': 'answer why' })
  })

  it('do not mistake a list of fixed reasons for comments', () => {
    const rows = Array.from(
      { length: 20 },
      (_, index) => `3 | 2021-01-02 | Number ${index} was slow | It took too long`,
    )
    expect(rolesOf(['score | date | comment | reason', ...rows].join('\n'))).toMatchObject({
      comment: 'answer why',
      reason: 'property reason',
    })
  })

  it('are asked about if two dates are equally likely, unless they agree', () => {
    const table = (second: string) =>
      `score | first date | second date\n9 | 2021-01-02 | ${second}\n8 | 2021-01-03 | 2021-01-03`
    expect(complaint(table('2021-02-02'))).toContain(
      '"first date" (2021-01-02) or "second date" (2021-02-02); say which: --map date=COLUMN',
    )
    expect(complaint(table('2021-01-02'))).toBe('none')
  })
})
