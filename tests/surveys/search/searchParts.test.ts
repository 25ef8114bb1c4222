import { expect, it } from 'vitest'
import { searchParts } from '../../../surveys/search/searchParts.ts'

const marked = (text: string, search: string) =>
  searchParts(text, search)
    .map(({ text, isFound }) => (isFound ? `[${text}]` : text))
    .join('')

it.each([
  ['Doručení do Łódź, pozdě', 'lodz', 'Doručení do [Łódź], pozdě'],
  ['Late delivery, late again', 'late deliv', '[Late] [delivery], [late] again'],
  ['שָׁלוֹם לכולם', 'שלום', '[שָׁלוֹם] לכולם'],
  ['Nothing here', 'else', 'Nothing here'],
  ['', 'else', ''],
])('marks in %j what %j found', (text, search, expected) => {
  expect(marked(text, search)).toBe(expected)
})
