import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '../../../../web/dashboard/base/i18n.ts'
import { allTexts, isPlural, keysOf, type Texts } from '../../../support/dashboardWords.ts'

const reference = allTexts('en')
const english = textsOf(reference)

describe.each(LANGUAGES)('the dashboard in %s', (language) => {
  const words = allTexts(language)
  const texts = textsOf(words)

  it('has every text and no unused one', () => {
    expect(keysOf(words).toSorted()).toEqual(keysOf(reference).toSorted())
  })

  it('has exactly the plural forms of its language', () => {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories.toSorted()
    for (const { key, plural } of pluralsOf(words))
      expect({ key, forms: Object.keys(plural).toSorted() }).toEqual({ key, forms })
  })

  it('fills in what the English text fills in', () => {
    for (const [key, text] of texts) {
      const original = english.get(key)
      if (original !== undefined)
        expect({ key, names: namesIn(text) }).toEqual({ key, names: namesIn(original) })
    }
  })

  it('has no empty text, no exclamation mark and no space at an end', () => {
    for (const [key, text] of texts)
      expect({ key, text }).toEqual({ key, text: expect.stringMatching(/^\S([^!]*[^!\s])?$/) })
  })
})

function pluralsOf(texts: Texts, path = ''): { key: string; plural: Texts }[] {
  if (isPlural(texts)) return [{ key: path, plural: texts }]
  return Object.entries(texts).flatMap(([key, text]) =>
    typeof text === 'string' ? [] : pluralsOf(text, `${path}.${key}`),
  )
}

function textsOf(texts: Texts, path = ''): Map<string, string> {
  return new Map(
    Object.entries(texts).flatMap(([key, text]): [string, string][] =>
      typeof text === 'string' ? [[`${path}.${key}`, text]] : [...textsOf(text, `${path}.${key}`)],
    ),
  )
}

// Hebrew writes one and two as words, so only the form for many has to name the number.
function namesIn(text: string): string[] {
  return [...text.matchAll(/\{\{ (\w+) \}\}/g)]
    .map(([, name]) => name!)
    .filter((name) => name !== 'n')
    .toSorted()
}
