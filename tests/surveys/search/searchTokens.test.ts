import { expect, it } from 'vitest'
import { foldText, searchTokens } from '../../../surveys/search/searchTokens.ts'

const finds = (query: string, text: string) => {
  const tokens = searchTokens(text)
  return searchTokens(query).every((wanted) => tokens.some((token) => token.startsWith(wanted)))
}

it.each([
  ['lodz', 'Doručení do Łódź'],
  ['strasse', 'Lange Straße 5'],
  ['STRASSE', 'lange straße 5'],
  ['שלום', 'שָׁלוֹם לכולם'],
  ['محمد', 'مُحَمَّد'],
  ['احمد', 'أحمد'],
  ['مكتبه', 'مكتبة'],
  ['zlutoucky kun', 'Žluťoučký kůň'],
  ['smorrebrod', 'smørrebrød'],
  ['λογος', 'ΛΌΓΟΣ'],
  ['ежик', 'Ёжик'],
  ['office', 'oﬃce'],
  ['istanbul', 'İstanbul'],
  ['צהל', 'צה״ל'],
])('finds %s in %s', (query, text) => {
  expect(finds(query, text)).toBe(true)
  expect(finds(text.split(' ').at(-1)!, text)).toBe(true)
})

it('finds a word by its beginning, also where its last letter is written differently', () => {
  expect(finds('deliv', 'Late delivery')).toBe(true)
  expect(finds('very', 'Late delivery')).toBe(false)
  expect(finds('שלום', 'שלומית')).toBe(true)
})

it('finds words in any order, addresses and numbers by their parts', () => {
  expect(finds('delivery late', 'Late delivery')).toBe(true)
  expect(finds('ann@shop', 'Ann+news@shop.test')).toBe(true)
  expect(finds('A-1234', 'order a 1234')).toBe(true)
  expect(finds('12,50', 'charged 12.50 twice')).toBe(true)
})

it('finds a part of a sentence in scripts without spaces', () => {
  expect(finds('质量', '这个质量很差')).toBe(true)
  expect(finds('差', '这个质量很差')).toBe(true)
  expect(finds('很量', '这个质量很差')).toBe(false)
  expect(finds('サービス', 'カスタマーサービスが遅い')).toBe(true)
})

it('ignores soft hyphens, joiners and directional marks', () => {
  expect(searchTokens('deli\u00advery \u200fטוב')).toEqual(['delivery', 'טוב'])
})

it('has no tokens for quotes, wildcards and punctuation alone', () => {
  expect(searchTokens(`"'*%_ -- ^ () …`)).toEqual([])
})

it('cuts a long word in texts and queries alike', () => {
  expect(finds('x'.repeat(10_000), `x${'x'.repeat(5_000)}`)).toBe(true)
  expect(searchTokens('x'.repeat(10_000))[0]).toHaveLength(40)
})

it('leaves folded text as it is', () => {
  for (const text of ['Łódź Straße', 'שָׁלוֹם', 'مُحَمَّد', '这个质量很差', 'İstanbul', 'ΛΌΓΟΣ', 'ǅ ﬃ'])
    expect(foldText(foldText(text))).toBe(foldText(text))
})
