import { describe, expect, test } from 'vitest'
import { signToken } from '../../../api/base/tokens.ts'
import { LOCALES, wordsIn } from '../../../surveys/locales/index.ts'
import type { SurveyDefinition } from '../../../surveys/definition.ts'
import { ALL_TEMPLATES, TEMPLATES } from '../../../surveys/templates/index.ts'
import { askPage } from '../../../web/respondent/page.ts'
import { packed } from '../../../api/respond/packing.ts'
import { MOST_PAGE_BYTES, weightOf } from '../../../api/respond/pageWeight.ts'
import { everyKind } from '../../support/everyKind.ts'

const fromTemplates = Object.values(ALL_TEMPLATES).map(({ id, definition }) => ({ id, definition }))
const inEveryLanguage = Object.keys(LOCALES).map((language) => ({
  id: language,
  definition: threeQuestions(language),
}))
const ofEveryKind = [
  ['nps', 'reason', 'uses'],
  ['nps', 'faces', 'dataset'],
  ['stars', 'faces', 'dataset'],
].map((ids) => ({
  id: ids.join(', '),
  definition: {
    ...everyKind,
    questions: everyKind.questions.filter(({ id }) => ids.includes(id)),
    look: { colour: '#7a3ff2', corners: 'round' as const, size: 'large' as const },
  },
}))

describe('the page stays within eight kilobytes', () => {
  test.each([...fromTemplates, ...inEveryLanguage, ...ofEveryKind])(
    'with three questions: $id',
    async ({ definition }) => {
      const { bytes, logo, room } = weightOf(definition, COMPANY)
      expect(logo).toBe(0)
      expect(room).toBeGreaterThanOrEqual(450)
      // With the largest logo, too.
      expect(bytes + room).toBeLessThanOrEqual(MOST_PAGE_BYTES)
    },
  )

  test('of a survey with much to ask, which has room for a small logo all the same', async () => {
    const { bytes, room } = weightOf(everyKind, COMPANY)
    expect(MOST_PAGE_BYTES - bytes).toBeLessThan(450)
    expect(room).toBe(450)
  })

  test('with a token that says much', async () => {
    const definition = TEMPLATES.nps.definition
    const page = askPage({
      definition,
      language: 'he',
      version: 1,
      company: COMPANY,
      token: signToken('a secret', CLAIMS),
      response: CLAIMS.response,
      revision: 1,
      answers: {},
      addressStart: '?channel=email&agent=anna&lang=',
      via: 'widget',
    })
    const { bytes } = weightOf(
      { ...definition, languages: ['he', ...definition.languages] },
      COMPANY,
    )
    expect(packed(page).length).toBeLessThanOrEqual(bytes)
  })
})

const COMPANY = 'Acme Corporation'
const CLAIMS = {
  response: '019ab2f0-4c7d-7b1e-9d2c-1f6a5b3c8d9e',
  survey: '019a8c11-93e5-7a42-b0d7-7e0c5f2a9b64',
  version: 12,
  issuedAt: 1_795_176_000_000,
  language: 'ar',
  properties: { channel: 'email', agent: 'anna' },
  customer: { externalId: '48213', email: 'eva.novakova@example.com' },
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
