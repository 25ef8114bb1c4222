import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contentSecurityPolicy } from '../../../web/respondent/layout.ts'
import { askPage, thanksPage } from '../../../web/respondent/page.ts'
import { createHash } from 'node:crypto'
import {
  QUESTION_KINDS,
  surveyDefinition,
  type SurveyDefinition,
} from '../../../surveys/definition.ts'
import { LOGO, everyKind } from '../../support/everyKind.ts'

const page = (definition: SurveyDefinition, given: Partial<Parameters<typeof askPage>[0]> = {}) => {
  const { common, own } = askPage({
    definition,
    company: 'Acme',
    language: 'en',
    version: 1,
    token: 'token',
    response: 'response',
    revision: 1,
    answers: {},
    addressStart: '?lang=',
    ...given,
  })
  return `${common.toString()}${own}`
}

const fieldset = (html: string, id: string) =>
  new RegExp(`<fieldset name="${id}"[^]*?</fieldset>`).exec(html)![0]

describe('a question', () => {
  test('has no selection before the customer chooses', () => {
    expect(page(everyKind)).not.toMatch(/ checked[ >]/)
  })

  test('comes first if it is the score; all others are marked as optional', () => {
    const html = page(everyKind)
    expect(/<fieldset name="(\w+)"/.exec(html)![1]).toBe('nps')
    expect(html.match(/<small>optional<\/small>/g)).toHaveLength(everyKind.questions.length - 1)
  })

  test('of stars or faces is one of five named choices', () => {
    const names = (id: string, language: string) =>
      [...fieldset(page(everyKind, { language }), id).matchAll(/aria-label="([^"]*)"/g)].map(
        ([, name]) => name,
      )
    expect(names('stars', 'en')).toEqual(['1 star', '2 stars', '3 stars', '4 stars', '5 stars'])
    expect(names('stars', 'he').slice(0, 2)).toEqual(['כוכב אחד', 'שני כוכבים'])
    expect(names('faces', 'en')[0]).toBe('Very dissatisfied')
    expect(names('faces', 'de')).toHaveLength(5)
  })

  test('that came answered with the link shows the answer as the page does', () => {
    const [, stars, faces] = everyKind.questions
    const chosen = (language: string, ...questions: SurveyDefinition['questions']) => {
      const html = page(
        { ...everyKind, questions },
        { language, answers: { [questions[0]!.id]: 2 } },
      )
      return /role="status">([^<]*)</.exec(html)![1]
    }
    expect(chosen('en', everyKind.questions[0]!)).toMatch(/^Your choice: 2\. /)
    expect(chosen('de', stars!)).toMatch(/^Ihre Wahl: 2 Sterne\. /)
    expect(chosen('he', faces!)).toContain('לא מרוצים')
  })

  test('is shown by a band, a value or an option, and hidden until then', () => {
    const html = page(everyKind, { answers: { nps: 3, solved: 'no', value: 7 } })
    expect(fieldset(html, 'reason')).toMatch(/data-if="solved no" >|data-if="solved no">/)
    expect(fieldset(html, 'uses')).toContain('data-if="value 8 9 10" hidden disabled')
    expect(fieldset(page(everyKind), 'solved')).toContain('hidden disabled')
  })

  test('has its error at its field, and the first has the focus', () => {
    const problems = [
      { field: 'dataset', text: 'No address.' },
      { field: 'reason_other', text: 'Too long.' },
    ]
    const answers = { nps: 3, solved: 'no', reason: 'other', dataset: 'anna@' }
    const html = page(everyKind, { answers, problems })
    expect(fieldset(html, 'dataset')).toContain('id="dataset-wrong" role="alert">No address.')
    expect(fieldset(html, 'dataset')).toContain(
      'aria-invalid="true" aria-describedby="dataset-wrong" autofocus',
    )
    expect(fieldset(html, 'reason')).toContain('aria-describedby="reason_other-wrong"')
    expect(html.match(/autofocus/g)).toHaveLength(1)
  })

  test('in another language than the page is marked with language and direction', () => {
    const html = page(everyKind, { language: 'ar', answers: { nps: 3, solved: 'no' } })
    expect(html).toContain('<html lang="ar" dir="rtl">')
    expect(fieldset(html, 'reason')).toContain(
      '<span lang="en" dir="ltr">Nobody called back</span>',
    )
    expect(fieldset(html, 'solved')).not.toContain('lang=')
    expect(page(everyKind)).not.toContain('lang="en" dir="ltr">N')
  })
})

describe('the thanks', () => {
  test('offer the same links to everyone, without a referrer', () => {
    const links = (band: 'unhappy' | 'happy') =>
      /<p>If you like[^]*<\/a>/.exec(
        thanksPage({ company: 'Acme', language: 'en', definition: everyKind, band }),
      )![0]
    expect(links('unhappy')).toBe(links('happy'))
    expect(links('happy')).toContain('href="https://reviews.example.com/acme"')
    expect(links('happy')).toContain('target="_blank" rel="noopener noreferrer"')
    expect(page(everyKind)).toContain(links('happy'))
  })
})

describe('the look', () => {
  test('has the logo, with the company’s name as its text', () => {
    const html = page({ ...everyKind, look: { logo: LOGO } }, { company: 'A & "B"' })
    expect(html).toMatch(/<img src="data:image\/svg\+xml,[^"<>]*" alt="A &amp; &quot;B&quot;">/)
    expect(html).toContain('fill=&quot;%237a3ff2&quot;')
    const png = 'data:image/png;base64,iVBORw0KGgo='
    expect(page({ ...everyKind, look: { logo: png } })).toContain(`<img src="${png}"`)
  })

  test('is the only style, beside the page’s own, that the policy allows', () => {
    const looks: SurveyDefinition['look'][] = [
      undefined,
      { colour: '#ffd700', scheme: 'light', corners: 'square' },
      { colour: '#0b1a4a', scheme: 'dark', size: 'large', corners: 'round', logo: LOGO },
    ]
    for (const look of looks) {
      const html = page({ ...everyKind, look })
      const hashes = [...html.matchAll(/<style>([^]*?)<\/style>/g)].map(
        ([, style]) => `'sha256-${createHash('sha256').update(style!).digest('base64')}'`,
      )
      for (const hash of hashes) expect(contentSecurityPolicy({ look })).toContain(hash)
    }
  })

  test('uses one colour scheme if one is chosen', () => {
    const dark = /prefers-color-scheme: ?dark/
    expect(page(everyKind)).toMatch(dark)
    expect(page({ ...everyKind, look: { scheme: 'light' } })).not.toMatch(dark)
    expect(page({ ...everyKind, look: { scheme: 'dark' } })).not.toMatch(dark)
    expect(page({ ...everyKind, look: { scheme: 'dark' } })).toContain(
      '<meta name="color-scheme" content="dark">',
    )
  })
})

test('shows a banner on top of a test, and of no other page', () => {
  expect(page(everyKind, { banner: 'This is a test.' })).toContain(
    '<p class="banner">This is a test.</p>',
  )
  expect(page(everyKind)).not.toContain('class="banner"')
})

describe('with any texts and any answers', () => {
  const nasty = fc.constantFrom(
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='x",
    '</textarea></fieldset>',
    '&amp;&lt;',
    '{company}',
    '\u05d0\u05d1 \u202dx',
    '🙂'.repeat(40),
  )
  const words = (most: number) =>
    fc
      .oneof(nasty, fc.string({ unit: 'grapheme', minLength: 1, maxLength: most }))
      .map((text) => [...text.replace(UNREADABLE, '')].join('').slice(0, most).toWellFormed())
      .map((text) => text.trim() || 'x')
  const ask = fc.oneof(
    words(300),
    fc.record({ unhappy: words(300), neutral: words(300), happy: words(300) }),
  )

  const questions = fc
    .array(
      fc.record({
        kind: fc.constantFrom(...QUESTION_KINDS),
        display: fc.constantFrom(undefined, 'numbers', 'stars', 'faces'),
        flag: fc.boolean(),
        max: fc.integer({ min: 2, max: 10 }),
        text: words(60),
        line: words(300),
        ask,
        hebrew: fc.boolean(),
      }),
      { maxLength: 9 },
    )
    .map((made) =>
      made.map(({ kind, display, flag, max, text, line, ask, hebrew }, index) => {
        const isScored = ['nps', 'csat', 'ces'].includes(kind)
        const said = {
          ask: isScored ? line : ask,
          ...((isScored || kind === 'scale') && { low: text, high: text }),
          ...(kind === 'text' && flag && { hint: text }),
          ...(kind.startsWith('choice') && { options: { a: text, b: text } }),
        }
        return {
          id: `q${index}`,
          kind,
          ...(kind === 'csat' && { display }),
          ...(kind === 'scale' && { min: flag ? 0 : 1, max }),
          ...(kind === 'text' && { short: flag }),
          ...(kind.startsWith('choice') && { options: ['a', 'b'], other: flag }),
          ...(flag && !isScored && { showIf: { question: 'main', bands: ['unhappy'] } }),
          text: hebrew ? { en: said, he: said } : { en: said },
        }
      }),
    )

  const definitions = fc
    .record({ questions, text: words(60), thanks: words(300), logo: fc.boolean() })
    .map(({ questions, text, thanks, logo }) =>
      surveyDefinition.parse({
        languages: ['en', 'he', 'eo'],
        questions: [
          { id: 'main', kind: 'nps', text: { en: { ask: text, low: text, high: text } } },
          ...questions,
        ],
        thanks: { en: { unhappy: thanks, neutral: thanks, happy: thanks } },
        links: [{ url: 'https://example.com/?a=1&b="', text: { en: text } }],
        ...(logo && { look: { logo: LOGO, corners: 'round' } }),
      }),
    )

  const answer = fc.oneof(fc.jsonValue(), fc.integer(), nasty, fc.string({ unit: 'binary' }))

  test('the page is well-formed, and nothing of it is markup but ours', () => {
    fc.assert(
      fc.property(
        definitions,
        fc.dictionary(fc.constantFrom('main', 'q0', 'q1', 'q2', 'q3', 'q1_other'), answer),
        fc.constantFrom('en', 'he', 'eo'),
        words(60),
        (definition, answers, language, company) => {
          const problems = [{ field: 'q1', text: company }, { text: company }]
          for (const html of [
            page(definition, { answers, language, company, problems }),
            page(definition, { answers: { main: 3 }, language, company }),
            thanksPage({ definition, language, company, band: 'happy' }),
          ])
            expectWellFormed(html)
        },
      ),
      { numRuns: 60 },
    )
  })
})

// oxlint-disable-next-line no-control-regex -- what the schema refuses
const UNREADABLE = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e]/g

const EMPTY = new Set(['meta', 'link', 'input', 'img', 'path'])
const OURS = new Set(
  'html head meta title link style body main p img form fieldset legend h1 span div label input small textarea svg path button a nav details summary b script'.split(
    ' ',
  ),
)

/** Tags that are ours, closed in the order opened; attributes without handlers. */
function expectWellFormed(html: string) {
  const open: string[] = []
  const faults: unknown[] = []
  const text = html
    .replace('<!doctype html>', '')
    .replace(/(<(style|script|textarea|title)\b[^>]*>)[^]*?(?=<\/\2>)/g, '$1')
  const rest = text.replace(TAG, (tag, closes: string, name: string, attributes: string) => {
    const isOurs = OURS.has(name) && !/ on|(href|src)="javascript:/.test(withoutWords(attributes))
    if (!isOurs || (closes && open.pop() !== name)) faults.push(tag)
    if (!closes && !EMPTY.has(name)) open.push(name)
    return ''
  })
  expect({ faults, open }).toEqual({ faults: [], open: [] })
  expect(html).toMatch(/<\/body><\/html>$/)
  expect(/[<>]|\0/.exec(rest)).toBeNull()
}

const TAG = /<(\/?)([a-z0-9]+)((?: +[a-zA-Z-]+(?:="[^"]*")?)*) *\/?>/g

/** Attributes as they are, but for what is said in them. */
const withoutWords = (attributes: string) =>
  attributes.replace(/ (?!href|src)([a-z-]+)="[^"]*"/gi, ' $1')
