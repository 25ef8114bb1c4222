import { describe, expect, it } from 'vitest'
import { cs } from '../../../../web/dashboard/locales/cs.ts'
import { de } from '../../../../web/dashboard/locales/de.ts'
import { en } from '../../../../web/dashboard/locales/en.ts'
import { he } from '../../../../web/dashboard/locales/he.ts'
import { pl } from '../../../../web/dashboard/locales/pl.ts'
import { sk } from '../../../../web/dashboard/locales/sk.ts'

type Texts = { [key: string]: string | Texts }

const LOCALES: Record<string, Texts> = { en, cs, sk, pl, de, he }
const english = textsOf(en)

describe.each(Object.entries(LOCALES))('the dashboard in %s', (language, locale) => {
  const texts = textsOf(locale)

  it('has every text and none that is left over', () => {
    expect(keysOf(locale)).toEqual(keysOf(en))
  })

  it('has exactly the plural forms of its language', () => {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories.toSorted()
    for (const { key, plural } of pluralsOf(locale))
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

/** A group of plural forms counts as one text: languages have different ones. */
function keysOf(texts: Texts, path = ''): string[] {
  if (isPlural(texts)) return [path]
  return Object.entries(texts)
    .flatMap(([key, text]) =>
      typeof text === 'string' ? [`${path}.${key}`] : keysOf(text, `${path}.${key}`),
    )
    .toSorted()
}

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

function isPlural(texts: Texts): boolean {
  return typeof texts['other'] === 'string' && Object.keys(texts).every((key) => FORMS.has(key))
}

const FORMS = new Set(['zero', 'one', 'two', 'few', 'many', 'other'])
