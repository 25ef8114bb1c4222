import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { csvRow, guardFormulas, unguardFormulas } from '../../surveys/csv.ts'

const HOSTILE = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\tx',
  '\rx',
  '\t=1',
  '1;=2',
  'a; =2',
  'a,=2',
  'a\t+2',
  'a\n@x',
  'a\r\n-x',
  'x;"=1',
  '"=1',
  '＝1',
  ';;=1;-2',
]
const HARMLESS = [
  "it's",
  'Good, - but slow',
  '1-2',
  'a=b',
  "'quoted'",
  'שלום; עולם',
  '',
  '5;6',
  "''",
]

/** Splits a line as a spreadsheet would with this separator, ignoring quotes. */
const splitAt = (separator: RegExp, line: string) =>
  line.split(separator).map((cell) => cell.replace(/^[ "]+/, ''))

describe('a text that a spreadsheet could run as a formula', () => {
  it.each(HOSTILE)('is disarmed wherever the line is split: %j', (text) => {
    const line = csvRow(['a', text, 'b']).slice(0, -2)
    for (const cell of splitAt(/[;\t\r\n]/, line)) expect(cell).not.toMatch(/^[=+\-@＝]/)
    for (const cell of parse(line))
      for (const text of cell) expect(text).not.toMatch(/^[=+\-@＝\t\r]/)
  })

  it('is distinguished from one that only resembles it', () => {
    for (const text of HARMLESS) expect(guardFormulas(text)).toBe(text)
  })

  it('is restored exactly, whatever apostrophes were typed before it', () => {
    for (const text of [...HOSTILE, ...HARMLESS].flatMap((each) => [each, `'${each}`, `''${each}`]))
      expect(unguardFormulas(guardFormulas(text))).toBe(text)
  })

  it('is restored exactly, however its characters are combined', () => {
    const signs = ['=', "'", '"', ';', ',', ' ', '\t', '\n', '-', 'a']
    const texts = Array.from({ length: 10 ** 5 }, (_, each) =>
      [...String(each).padStart(5, '0')].map((digit) => signs[Number(digit)]).join(''),
    )
    expect(texts.filter((text) => unguardFormulas(guardFormulas(text)) !== text)).toEqual([])
  })
})

it('quotes every cell that a spreadsheet would split', () => {
  expect(csvRow(['a;b', 'c,d', 'e\tf', ' g', 1.005, null])).toBe('"a;b","c,d","e\tf"," g",1,\r\n')
})
