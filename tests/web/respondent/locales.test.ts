import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import {
  LOCALES,
  chooseLanguage,
  counted,
  digits,
  dirOf,
  wantedLanguages,
  wordsIn,
  type Words,
} from '../../../surveys/locales/index.ts'
import { en } from '../../../surveys/locales/en.ts'

const folder = new URL('../../../surveys/locales/', import.meta.url)

test('every language has a file, and every file is a language of the page', () => {
  const files = readdirSync(folder).filter((name) => name !== 'index.ts')
  expect(files.sort()).toEqual(
    Object.keys(LOCALES)
      .map((code) => `${code}.ts`)
      .sort(),
  )
})

describe.each(Object.entries(LOCALES))('the page in %s', (language, words) => {
  test('has every word and none that is left over', () => {
    expect(Object.keys(words)).toEqual(Object.keys(en))
  })

  test('has exactly the plural forms of its language', () => {
    const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories.toSorted()
    for (const [key, text] of Object.entries(words))
      if (typeof text !== 'string')
        expect({ key, forms: Object.keys(text).toSorted() }).toEqual({ key, forms: categories })
  })

  test('fills in what English fills in', () => {
    for (const key of keysOf(en))
      expect({ key, names: namesIn(formsOf(words[key])) }).toEqual({
        key,
        names: namesIn(formsOf(en[key])),
      })
  })

  test('has no empty text, no exclamation mark and no space at an end', () => {
    for (const text of Object.values(words).flatMap(formsOf))
      expect(text).toMatch(/^\S([^!]*[^!\s])?$/)
  })
})

test('a number is written as its language writes it, in the right form', () => {
  const stars = (language: string, count: number) =>
    counted(language, wordsIn(language).stars, count)
  expect([1, 2, 5, 1.5].map((count) => stars('cs', count))).toEqual([
    '1 hvězdička',
    '2 hvězdičky',
    '5 hvězdiček',
    '1,5 hvězdičky',
  ])
  expect([1, 2, 5].map((count) => stars('he', count))).toEqual([
    'כוכב אחד',
    'שני כוכבים',
    '5 כוכבים',
  ])
  expect(counted('en', en.tooLong, 5000)).toContain('5,000')
  expect(['ar-EG', 'fa', 'mr', 'en'].map((language) => digits(language, 1234))).toEqual([
    '١٢٣٤',
    '۱۲۳۴',
    '१२३४',
    '1234',
  ])
})

test('a language without words of its own speaks its base, else English', () => {
  expect(wordsIn('de-AT')).toBe(LOCALES['de'])
  expect(wordsIn('fi')).toBe(LOCALES['en'])
})

test('right-to-left languages are known, by their script where it is named', () => {
  expect(['he', 'ar', 'fa', 'ur', 'ar-EG', 'az-Arab'].map(dirOf)).toEqual(Array(6).fill('rtl'))
  expect(['en', 'cs', 'pt-BR', 'ur-Latn', 'sr-Latn'].map(dirOf)).toEqual(Array(5).fill('ltr'))
})

describe('choosing a language', () => {
  test('takes the first wanted that is there, or one close to it', () => {
    expect(chooseLanguage(['fr', 'CS-cz', 'en'], ['en', 'cs'])).toBe('cs')
    expect(chooseLanguage(['pt'], ['en', 'pt-BR'])).toBe('pt-BR')
    expect(chooseLanguage(['pt-br'], ['pt', 'pt-BR'])).toBe('pt-BR')
    expect(chooseLanguage(['xx', ''], ['en'])).toBeUndefined()
  })

  test('reads the browser’s wishes by their weight', () => {
    expect(wantedLanguages('da, en;q=0.7, he ; q=0.9, *;q=0.1, cs;q=0')).toEqual(['da', 'he', 'en'])
    expect(wantedLanguages('')).toEqual([])
  })
})

function keysOf(words: Words): (keyof Words)[] {
  return Object.keys(words) as (keyof Words)[]
}

function formsOf(text: Words[keyof Words]): string[] {
  return typeof text === 'string' ? [text] : Object.values(text)
}

// Hebrew writes one and two as words, so it is enough that one of the forms names the number.
function namesIn(forms: string[]): string[] {
  const names = forms.flatMap((text) => text.match(/\{\w+\}/g) ?? [])
  return [...new Set(names)].toSorted()
}
