import { describe, expect, it } from 'vitest'
import { mappingOf, rolesOf } from '../../support/mapping.ts'
import { csat, complaint } from './mappingOf.ts'

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

  it('is decided by one date that fits only one order', () => {
    expect(mappingOf(dated('1/9/21', '2/3/21', '25/12/2021')).order).toBe('day-first')
    expect(mappingOf(dated('1/9/21', '2/3/21', '12/25/2021')).order).toBe('month-first')
  })

  it('is asked for if the column leaves it open', () => {
    expect(complaint(dated('1/9/21', '2/3/21'))).toContain(
      '--dates day-first or --dates month-first',
    )
  })

  it('is asked for if the column contradicts itself', () => {
    expect(complaint(dated('25/12/2021', '12/25/2021'))).toContain('--dates')
  })

  it('is the chosen one', () => {
    expect(mappingOf(dated('1/9/21'), { dates: 'month-first' }).order).toBe('month-first')
  })

  it('need not be known for ISO dates, nor where day and month are the same', () => {
    expect(complaint(dated('2021-01-09', '2021-09-01'))).toBe('none')
    expect(complaint(dated('1/1/21', '2/2/21'))).toBe('none')
  })
})
