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
  const files = readdirSync(folder).filter((name) => !['index.ts', 'direction.ts'].includes(name))
  expect(files.sort()).toEqual(
    Object.keys(LOCALES)
      .map((code) => `${code}.ts`)
      .sort(),
  )
})

const EU = 'bg cs da de el en es et fi fr ga hr hu it lt lv mt nl pl pt ro sk sl sv'.split(' ')

test('all the official languages of the European Union are there, and many more', () => {
  expect(EU).toHaveLength(24)
  expect(Object.keys(LOCALES)).toEqual(expect.arrayContaining(EU))
  expect(Object.keys(LOCALES).length).toBeGreaterThanOrEqual(40)
})

// The same word in both languages.
const AS_IN_ENGLISH: Partial<Record<string, string[]>> = {
  ca: ['no'],
  da: ['send'],
  en: Object.keys(en),
  es: ['no'],
  it: ['no'],
  nb: ['send'],
}

describe.each(Object.entries(LOCALES))('the page in %s', (language, words) => {
  test('has every text and no unused one', () => {
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
      expect(text).toMatch(/^\S([^!！¡]*[^!！¡\s])?$/)
  })

  test('has nothing left in English', () => {
    const english = new Set(Object.values(en).flatMap(formsOf))
    const left = keysOf(words).filter((key) =>
      formsOf(words[key]).some((text) => english.has(text)),
    )
    expect(left).toEqual(AS_IN_ENGLISH[language] ?? [])
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
  expect(counted('fa', wordsIn('fa').stars, 3)).toBe('۳ ستاره')
  expect(['ar-EG', 'fa', 'mr', 'en'].map((language) => digits(language, 1234))).toEqual([
    '١٢٣٤',
    '۱۲۳۴',
    '१२३४',
    '1234',
  ])
})

test('a language without words of its own speaks the closest there is, else English', () => {
  expect(wordsIn('de-AT')).toBe(LOCALES['de'])
  expect(wordsIn('nn-NO')).toBe(LOCALES['nb'])
  expect(wordsIn('zh-TW')).toBe(LOCALES['zh-Hant'])
  expect(wordsIn('zh-Hans-CN')).toBe(LOCALES['zh'])
  expect(wordsIn('sr-Latn-RS')).toBe(LOCALES['sr-Latn'])
  expect(wordsIn('sw')).toBe(LOCALES['en'])
})

test('right-to-left languages are known, by their script where it is named', () => {
  expect(['he', 'iw', 'ar', 'fa', 'ur', 'ar-EG', 'az-Arab'].map(dirOf)).toEqual(
    Array(7).fill('rtl'),
  )
  expect(['en', 'cs', 'hi', 'pt-BR', 'ur-Latn', 'sr-Latn'].map(dirOf)).toEqual(Array(6).fill('ltr'))
})

describe('choosing a language', () => {
  test('takes the first preferred language that exists, or one close to it', () => {
    expect(chooseLanguage(['fr', 'CS-cz', 'en'], ['en', 'cs'])).toBe('cs')
    expect(chooseLanguage(['pt'], ['en', 'pt-BR'])).toBe('pt-BR')
    expect(chooseLanguage(['pt-br'], ['pt', 'pt-BR'])).toBe('pt-BR')
    expect(chooseLanguage(['xx', ''], ['en'])).toBeUndefined()
  })

  test('recognises a language by its other codes', () => {
    expect(chooseLanguage(['no'], ['en', 'nb'])).toBe('nb')
    expect(chooseLanguage(['nn-NO'], ['en', 'nb'])).toBe('nb')
    expect(chooseLanguage(['nb'], ['en', 'no'])).toBe('no')
    expect(chooseLanguage(['iw-IL'], ['en', 'he'])).toBe('he')
    expect(chooseLanguage(['in'], ['en', 'id'])).toBe('id')
    expect(chooseLanguage(['pt_BR'], ['en', 'pt-BR'])).toBe('pt-BR')
  })

  test('keeps the reader’s script, if it exists', () => {
    const chinese = ['en', 'zh', 'zh-Hant']
    expect(
      ['zh-TW', 'zh-HK', 'zh-Hant-HK', 'zh-CN', 'zh-Hans', 'zh'].map((code) =>
        chooseLanguage([code], chinese),
      ),
    ).toEqual(['zh-Hant', 'zh-Hant', 'zh-Hant', 'zh', 'zh', 'zh'])
    expect(chooseLanguage(['zh-TW'], ['en', 'zh'])).toBe('zh')
    expect(chooseLanguage(['sr-Latn-RS'], ['sr', 'sr-Latn'])).toBe('sr-Latn')
    expect(chooseLanguage(['sr-Cyrl-RS'], ['sr-Latn', 'sr'])).toBe('sr')
  })

  test('prefers another country’s variant to the next language', () => {
    expect(chooseLanguage(['de-AT', 'en'], ['en', 'de-CH'])).toBe('de-CH')
  })

  test('ignores invalid languages', () => {
    const odd = ['constructor', '__proto__', '-', 'x'.repeat(5_000), '-'.repeat(5_000)]
    expect(chooseLanguage(odd, ['en', 'cs'])).toBeUndefined()
    expect(wordsIn('constructor')).toBe(en)
  })

  test('reads the browser’s languages by their weight', () => {
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

// Hebrew and Arabic write one and two as words, so it is enough that one of the forms names the number.
function namesIn(forms: string[]): string[] {
  const names = forms.flatMap((text) => text.match(/\{\w+\}/g) ?? [])
  return [...new Set(names)].toSorted()
}
