import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { LOCALES, wordsIn } from '../../../surveys/locales/index.ts'
import type { SurveyDefinition } from '../../../surveys/survey.ts'
import { TEMPLATES } from '../../../surveys/templates/index.ts'
import { askPage } from '../../../web/respondent/page.ts'

const MOST_BYTES = 8 * 1024

const fromTemplates = Object.values(TEMPLATES).flatMap(({ id, definition }) =>
  definition.languages.map((language) => ({ id, definition, language })),
)
const inEveryLanguage = Object.keys(LOCALES).map((language) => ({
  id: 'three questions',
  definition: threeQuestions(language),
  language,
}))

test.each([...fromTemplates, ...inEveryLanguage])(
  'the $id page in $language stays within its bytes',
  ({ definition, language }) => {
    const page = askPage({
      definition,
      language,
      version: 1,
      company: 'Acme Corporation',
      token: 'x'.repeat(400),
      response: '019ab2f0-4c7d-7b1e-9d2c-1f6a5b3c8d9e',
      revision: 1,
      answers: {},
      addressIn: (other) => `?channel=email&agent=anna&lang=${other}`,
    })
    expect(gzipSync(page).length).toBeLessThanOrEqual(MOST_BYTES)
  },
)

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
