import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { signToken } from '../../../api/tokens.ts'
import { LOCALES, wordsIn } from '../../../surveys/locales/index.ts'
import { MOST_LOGO_CHARACTERS, type SurveyDefinition } from '../../../surveys/survey.ts'
import { TEMPLATES } from '../../../surveys/templates/index.ts'
import { askPage } from '../../../web/respondent/page.ts'
import { everyKind } from '../../support/everyKind.ts'

const MOST_BYTES = 8 * 1024

const fromTemplates = Object.values(TEMPLATES).flatMap(({ id, definition }) =>
  definition.languages.map((language) => ({ id, definition, language })),
)
const inEveryLanguage = Object.keys(LOCALES).map((language) => ({
  id: 'three questions',
  definition: threeQuestions(language),
  language,
}))

const ofEveryKind = everyKind.languages.flatMap((language) =>
  [
    ['nps', 'reason', 'uses'],
    ['nps', 'faces', 'dataset'],
    ['stars', 'faces', 'dataset'],
  ].flatMap((ids) =>
    [largest('png'), largest('svg+xml')].map((logo) => ({
      id: ids.join(', '),
      definition: {
        ...everyKind,
        questions: everyKind.questions.filter(({ id }) => ids.includes(id)),
        look: { logo, colour: '#7a3ff2', corners: 'round' as const, size: 'large' as const },
      },
      language,
    })),
  ),
)

test.each([...fromTemplates, ...inEveryLanguage, ...ofEveryKind])(
  'the $id page in $language stays within its bytes',
  ({ definition, language }) => {
    const page = askPage({
      definition,
      language,
      version: 1,
      company: 'Acme Corporation',
      token: signToken('a secret', CLAIMS),
      response: CLAIMS.response,
      revision: 1,
      answers: {},
      addressStart: '?channel=email&agent=anna&lang=',
    })
    expect(gzipSync(page).length).toBeLessThanOrEqual(MOST_BYTES)
  },
)

const CLAIMS = {
  response: '019ab2f0-4c7d-7b1e-9d2c-1f6a5b3c8d9e',
  survey: '019a8c11-93e5-7a42-b0d7-7e0c5f2a9b64',
  version: 12,
  issuedAt: 1_795_176_000_000,
  language: 'ar',
  properties: { channel: 'email', agent: 'anna' },
  customer: { externalId: '48213', email: 'eva.novakova@example.com' },
}

/** The largest logo of its kind that a survey may have; it packs as badly as a picture does. */
function largest(type: 'png' | 'svg+xml'): string {
  const start = `data:image/${type};base64,`
  const room = type === 'png' ? MOST_LOGO_CHARACTERS.other : MOST_LOGO_CHARACTERS.svg
  const bytes = Math.floor((room - start.length) / 4) * 3
  const drawn = [...noise(2 * bytes)].map((byte) => (byte / 2.56).toFixed(1)).join(' ')
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 99 99"><path d="M${drawn}`
  const picture = type === 'png' ? noise(bytes) : Buffer.from(`${svg.slice(0, bytes - 9)}"/></svg>`)
  return `${start}${picture.toString('base64')}`
}

/** Bytes without a pattern, the same in every run. */
function noise(bytes: number): Buffer {
  return createHash('shake256', { outputLength: bytes }).update('Ohlas').digest()
}

/** A survey in the language's own script: what the page itself says stands in for its texts. */
function threeQuestions(language: string): SurveyDefinition {
  const words = wordsIn(language)
  return {
    languages: [language],
    questions: [
      {
        id: 'nps',
        kind: 'nps',
        text: { [language]: { ask: words.unknown, low: words.face1, high: words.face5 } },
      },
      {
        id: 'why',
        kind: 'text',
        text: {
          [language]: {
            ask: { unhappy: words.tooLarge, neutral: words.expired, happy: words.waiting },
          },
        },
      },
      {
        id: 'what',
        kind: 'choices',
        options: ['a', 'b', 'c', 'd'],
        text: {
          [language]: {
            ask: words.checking,
            options: { a: words.face1, b: words.face2, c: words.face3, d: words.other },
          },
        },
      },
    ],
    thanks: {
      [language]: { unhappy: words.failed, neutral: words.closed, happy: words.used },
    },
  }
}
