import { describe, expect, it } from 'vitest'
import cs from '../../../../web/dashboard/locales/cs/index.ts'
import de from '../../../../web/dashboard/locales/de/index.ts'
import en from '../../../../web/dashboard/locales/en/index.ts'
import he from '../../../../web/dashboard/locales/he/index.ts'
import pl from '../../../../web/dashboard/locales/pl/index.ts'
import sk from '../../../../web/dashboard/locales/sk/index.ts'
import { allWords, isPlural, keysOf, type Texts } from '../../../support/dashboardWords.ts'

const reference = await allWords(en)
const english = textsOf(reference)

describe.each(Object.entries({ en, cs, sk, pl, de, he }))(
  'the dashboard in %s',
  async (language, locale) => {
    const words = await allWords(locale)
    const texts = textsOf(words)

    it('has every text and none that is left over', () => {
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
  },
)

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
