import { expect, it } from 'vitest'
import type { SurveyDefinition } from '../../../../surveys/definition.ts'
import { mailHtml, mailText, scoreMail } from '../../../../web/dashboard/sharing/mail.ts'

const PAGE = 'https://ask.example.com/s/support'
const thanks = { unhappy: 'Thanks', neutral: 'Thanks', happy: 'Thanks' }
const ends = { low: 'Not at all', high: 'Surely' }

function survey(kind: 'nps' | 'csat', ask = 'Would you recommend {company}?'): SurveyDefinition {
  return {
    languages: ['en', 'he'],
    questions: [
      {
        id: 'main',
        kind,
        text: {
          en: { ask, ...ends },
          he: { ask: 'האם תמליצו על {company}?', low: 'בכלל לא', high: 'בהחלט' },
        },
      },
    ],
    thanks: { en: thanks },
  }
}

const mailOf = (definition: SurveyDefinition, language = 'en', company = 'Acme') =>
  scoreMail(definition, { company, language }, PAGE, [{ name: 'agent', value: '{{agent}}' }])

it('links every number of the scale to its score, in two rows where one is too wide for a phone', () => {
  const { rows } = mailOf(survey('nps'))
  expect(rows.map((row) => row.map(({ text }) => text).join(' '))).toEqual([
    '0 1 2 3 4 5',
    '6 7 8 9 10',
  ])
  expect(rows[1]!.at(-1)!.address).toBe(`${PAGE}?agent={{agent}}&lang=en&score=10`)
  expect(mailOf(survey('csat')).rows).toHaveLength(1)
})

it('writes HTML that needs no style sheet, image or script, with targets of 44 px', () => {
  const html = mailHtml(mailOf(survey('nps')))
  expect(
    html.match(/<a href="[^"]+" style="[^"]*width:44px;height:44px[^"]*">\d+<\/a>/g),
  ).toHaveLength(11)
  expect(html).toContain(`href="${PAGE}?agent={{agent}}&#38;lang=en&#38;score=9"`)
  expect(html).toContain('Would you recommend Acme?')
  expect(html).not.toMatch(/<(img|script|style|link)|class=|url\(/)
})

it('runs from right to left in Hebrew, and keeps the company’s name whole', () => {
  const html = mailHtml(mailOf(survey('nps'), 'he', 'Acme 24/7'))
  expect(html).toMatch(/^<table [^>]*lang="he" dir="rtl"/)
  expect(html).toContain('<td align="right"')
  expect(html).toContain('האם תמליצו על \u2068Acme 24/7\u2069?')
})

it('takes words and names as words, never as HTML', () => {
  const html = mailHtml(
    mailOf(survey('csat', '<b onclick="x">{company}</b> & co'), 'en', `'"><script>`),
  )
  expect(html).toContain(
    '&#60;b onclick=&#34;x&#34;&#62;&#39;&#34;&#62;&#60;script&#62;&#60;/b&#62; &#38; co',
  )
  expect([...new Set(html.match(/<\w+/g))]).toEqual(['<table', '<tr', '<td', '<a'])
})

it('says the same in plain text', () => {
  expect(mailText(mailOf(survey('csat'))).split('\n')).toEqual([
    'Would you recommend Acme?',
    '1 = Not at all · 5 = Surely',
    '',
    ...[1, 2, 3, 4, 5].map((score) => `${score}: ${PAGE}?agent={{agent}}&lang=en&score=${score}`),
  ])
})
