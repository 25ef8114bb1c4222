import { describe, expect, it } from 'vitest'
import { InvalidInput } from '../../../surveys/errors.ts'
import { SCALES, type Metric } from '../../../surveys/scoring/metrics.ts'
import { TEMPLATES, definitionFrom } from '../../../surveys/templates/index.ts'
import { mappingOf, rolesOf } from '../../support/mapping.ts'

const nps = definitionFrom(TEMPLATES.nps)
const csat = definitionFrom(TEMPLATES.csat)

function complaint(...given: Parameters<typeof mappingOf>): string {
  try {
    mappingOf(...given)
  } catch (error) {
    if (error instanceof InvalidInput) return error.errors[0]!.message
    throw error
  }
  return 'none'
}

it('lets no two columns be the same thing, as one of them would be lost', () => {
  const columns = { s1: 'score', s2: 'score' }
  expect(complaint('s1 | s2 | date\n9 | 3 | 2021-01-09', { columns })).toContain('"s1" and "s2"')
})

describe('the columns of the files that people bring', () => {
  it('maps a bank’s spreadsheet', () => {
    expect(
      rolesOf(`id | market | survey_date | customer_name | month | quarter | rating
        1000 | US | 1/9/21 | Krista Richards | 9 | 3 | 10
        1001 | MEX | 7/11/21 | Monica King | 11 | 4 | 9
        1002 | US | 25/12/2021 | Ricky Armstrong | 12 | 4 | 0`),
    ).toEqual({
      id: 'responseId',
      market: 'property market',
      survey_date: 'date',
      customer_name: 'name',
      month: 'ignored',
      quarter: 'ignored',
      rating: 'answer nps',
    })
  })

  it('maps a dump of Delighted', () => {
    expect(
      rolesOf(`id | person.id | person.email | person.name | survey_type | score | comment | permalink | created_at | updated_at | person_properties.Delighted Source
        11 | 901 | a@example.com | Ann Lee | nps | 9 | It works so well | https://x.test/1 | 1674455052 | 1674455099 | Email
        12 | 902 | b@example.com | Bo Ek | nps | 3 | It never worked for me | https://x.test/2 | 1674555052 | 1674555099 | Web`),
    ).toEqual({
      id: 'responseId',
      'person.id': 'customerId',
      'person.email': 'email',
      'person.name': 'name',
      survey_type: 'property survey_type',
      score: 'answer nps',
      comment: 'answer why',
      permalink: 'ignored',
      created_at: 'date',
      updated_at: 'ignored',
      'person_properties.Delighted Source': 'property person_properties.delighted_source',
    })
  })

  it('maps Retently', () => {
    expect(
      rolesOf(`id | customerId | email | firstName | lastName | companyName | campaignName | createdDate | score | comment | channel
        a1 | c1 | a@example.com | Ann | Lee | Acme | Spring | 2023-01-02T10:00:00Z | 9 | Good and quick | email
        a2 | c2 | b@example.com | Bo | Ek | Acme | Spring | 2023-01-03T10:00:00Z | 2 | Bad and very slow | link`),
    ).toMatchObject({
      customerId: 'customerId',
      firstName: 'firstName',
      lastName: 'lastName',
      createdDate: 'date',
      score: 'answer nps',
      comment: 'answer why',
      channel: 'property channel',
    })
  })

  it('maps SurveyMonkey and takes the end for the date', () => {
    expect(
      rolesOf(`Respondent ID | Collector ID | Start Date | End Date | IP Address | Email Address | How likely is it that you would recommend us? | What is the reason for your score?
        118001 | 7 | 01/23/2023 10:00:01 AM | 01/23/2023 10:02:01 AM | 10.0.0.1 | a@example.com | 9 | Because it is quick
        118002 | 7 | 01/24/2023 10:00:01 AM | 01/24/2023 10:02:01 AM | 10.0.0.2 | b@example.com | 10 | Because it is cheap`),
    ).toEqual({
      'Respondent ID': 'responseId',
      'Collector ID': 'ignored',
      'Start Date': 'ignored',
      'End Date': 'date',
      'IP Address': 'ignored',
      'Email Address': 'email',
      'How likely is it that you would recommend us?': 'answer nps',
      'What is the reason for your score?': 'answer why',
    })
  })

  it('maps Typeform, whose dates are in UTC', () => {
    const table = `# | How likely are you to recommend us? | Start Date (UTC) | Submit Date (UTC) | Network ID
      x1 | 9 | 2023-01-23 06:24:12 | 2023-01-23 06:25:12 | f00
      x2 | 4 | 2023-01-24 06:24:12 | 2023-01-24 06:25:12 | f01`
    expect(rolesOf(table)).toMatchObject({
      '#': 'ignored',
      'Submit Date (UTC)': 'date',
      'Network ID': 'ignored',
    })
    expect(mappingOf(table).zone).toEqual({ name: 'UTC', zone: { offset: 0 } })
  })

  it('maps Zendesk’s words for satisfaction', () => {
    expect(
      rolesOf(
        `score | created_at | assignee | comment
        Good | 2023-01-02 | Ann Lee | Very helpful and quick
        Bad | 2023-01-03 | Bo Ek | Nobody ever answered me
        Offered | 2023-01-04 | Bo Ek |`,
        {},
        csat,
      ),
    ).toMatchObject({ score: 'answer csat', assignee: 'property assignee', comment: 'answer why' })
  })

  it('maps Czech headers', () => {
    expect(
      rolesOf(`Datum | Hodnocení | Komentář | Jméno zákazníka | Pobočka
        1. 9. 2021 | 9 | Všechno bylo v pořádku | Jana Nováková | Brno
        2. 9. 2021 | 3 | Dlouho jsem čekal na odpověď | Petr Dvořák | Praha`),
    ).toEqual({
      Datum: 'date',
      Hodnocení: 'answer nps',
      Komentář: 'answer why',
      'Jméno zákazníka': 'name',
      Pobočka: 'property pobočka',
    })
  })
})

it('takes the agent’s address for a property, not for the customer’s', () => {
  expect(
    rolesOf(`score | date | agent_email
      9 | 2021-01-02 | ann@example.com
      8 | 2021-01-03 | bo@example.com`),
  ).toMatchObject({ agent_email: 'property agent_email' })
})

it('leaves out a column of which nearly every row has its own value, and says how to take it', () => {
  const rows = Array.from(
    { length: 30 },
    (_, index) => `9 | 2021-01-${(index % 28) + 1} | T${index}`,
  )
  const { columns } = mappingOf(['score | date | ticket', ...rows].join('\n'))
  expect(columns[2]!.role).toMatchObject({ kind: 'ignored' })
  expect(JSON.stringify(columns[2]!.role)).toContain('--map property=')
})

describe('the order of day and month', () => {
  const dated = (...dates: string[]) =>
    ['score | date', ...dates.map((date) => `9 | ${date}`)].join('\n')

  it('is decided by one date that fits one way only', () => {
    expect(mappingOf(dated('1/9/21', '2/3/21', '25/12/2021')).order).toBe('day-first')
    expect(mappingOf(dated('1/9/21', '2/3/21', '12/25/2021')).order).toBe('month-first')
  })

  it('is asked for where the column leaves it open', () => {
    expect(complaint(dated('1/9/21', '2/3/21'))).toContain(
      '--dates day-first or --dates month-first',
    )
  })

  it('is asked for where the column speaks for both', () => {
    expect(complaint(dated('25/12/2021', '12/25/2021'))).toContain('--dates')
  })

  it('is what it is said to be', () => {
    expect(mappingOf(dated('1/9/21'), { dates: 'month-first' }).order).toBe('month-first')
  })

  it('need not be known for ISO dates, nor where day and month are the same', () => {
    expect(complaint(dated('2021-01-09', '2021-09-01'))).toBe('none')
    expect(complaint(dated('1/1/21', '2/2/21'))).toBe('none')
  })
})

describe('what is left open is asked for', () => {
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

  it('what a wish means that names no column or no role', () => {
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
  ])('take for the date of the answer not %s but %s', (other, date) => {
    for (const [header, cells] of [
      [`${other} | ${date}`, '2021-01-02 | 2021-02-03'],
      [`${date} | ${other}`, '2021-02-03 | 2021-01-02'],
    ] as const)
      expect(rolesOf(`score | ${header}\n9 | ${cells}\n8 | ${cells}`)).toMatchObject({
        [date]: 'date',
        [other]: 'ignored',
      })
  })

  it('take a column named as a question for a comment, and a column that says the same as another', () => {
    expect(
      rolesOf(`choice | choice label | created | What can we improve?
        9 | 9 | 2021-01-02 | Nothing, it is good
        3 | 3 | 2021-01-03 | All of it`),
    ).toMatchObject({ choice: 'answer nps', 'What can we improve?': 'answer why' })
  })

  it('do not mistake the fixed reasons of a list for comments', () => {
    const rows = Array.from(
      { length: 20 },
      (_, index) => `3 | 2021-01-02 | Number ${index} was slow | It took too long`,
    )
    expect(rolesOf(['score | date | comment | reason', ...rows].join('\n'))).toMatchObject({
      comment: 'answer why',
      reason: 'property reason',
    })
  })

  it('are asked about where two dates are as likely, unless they say the same', () => {
    const table = (second: string) =>
      `score | first date | second date\n9 | 2021-01-02 | ${second}\n8 | 2021-01-03 | 2021-01-03`
    expect(complaint(table('2021-02-02'))).toContain(
      '"first date" (2021-01-02) or "second date" (2021-02-02); say which: --map date=COLUMN',
    )
    expect(complaint(table('2021-01-02'))).toBe('none')
  })
})
