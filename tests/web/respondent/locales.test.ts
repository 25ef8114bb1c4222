import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import {
  LOCALES,
  chooseLanguage,
  dirOf,
  wantedLanguages,
  wordsIn,
} from '../../../surveys/locales/index.ts'

const folder = new URL('../../../surveys/locales/', import.meta.url)

test('every language has a file, and every file is a language of the page', () => {
  const files = readdirSync(folder).filter((name) => name !== 'index.ts')
  expect(files.sort()).toEqual(
    Object.keys(LOCALES)
      .map((code) => `${code}.ts`)
      .sort(),
  )
})

test.each(Object.entries(LOCALES))(
  '%s has every word, none left over and none empty',
  (_, words) => {
    expect(Object.keys(words)).toEqual(Object.keys(LOCALES['en']!))
    expect(Object.values(words).filter((word) => !word.trim() || word.includes('!'))).toEqual([])
    expect(words.tooLong).toContain('{count}')
  },
)

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
