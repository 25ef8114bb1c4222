import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addressOf, linkDetailsOf, wrongWith } from '../../../../web/dashboard/sharing/address.ts'

const URL_OF_SURVEY = 'https://ask.example.com/s/after-support'
const row = (name: string, value = '1') => ({ name, value })

describe('the address of a survey', () => {
  it('is the survey’s own URL without parameters', () => {
    expect(addressOf(URL_OF_SURVEY, { properties: [] })).toBe(URL_OF_SURVEY)
  })

  it('contains properties, the language and a score', () => {
    const said = { properties: [row('channel', 'chat')], language: 'pt-BR', score: 0 }
    expect(addressOf(URL_OF_SURVEY, said)).toBe(`${URL_OF_SURVEY}?channel=chat&lang=pt-BR&score=0`)
  })

  it('contains every value exactly, escaped so that no program breaks the link', () => {
    const hostile = fc.oneof(
      fc.string({ unit: fc.nat(0xffff).map((code) => String.fromCharCode(code)) }),
      fc.constantFrom(
        '"><script>',
        '&lang=xx#',
        "it's (here)!",
        '\u202eabc',
        'שלום עולם',
        '{{a b}}',
      ),
    )
    fc.assert(
      fc.property(hostile, (value) => {
        const address = addressOf(URL_OF_SURVEY, { properties: [row('agent', value)] })
        expect(address).toMatch(/^[\w:/.?=%~-]+$/)
        expect([...new URL(address).searchParams]).toEqual([['agent', value.toWellFormed()]])
      }),
    )
  })

  it('keeps the placeholders of a mail program, and nothing that only begins like one', () => {
    const of = (value: string) => addressOf('', { properties: [row('a', value)] })
    expect(of('no. {{ ticket.id }} & {{agent}}')).toBe('?a=no.%20{{ticket.id}}%20%26%20{{agent}}')
    expect(of('{{"><b>}}')).toBe('?a=%7B%7B%22%3E%3Cb%3E%7D%7D')
  })
})

describe('what a link may contain', () => {
  it('leaves out rows that are not finished', () => {
    expect(linkDetailsOf([row(' team ', ' north '), row('agent', ''), row('', 'x')], [])).toEqual([
      row('team', 'north'),
    ])
  })

  it.each([
    ['two words', 'unreadable'],
    ['a&b', 'unreadable'],
    ['__proto__', 'unreadable'],
    ['lang', 'taken'],
    ['score', 'taken'],
    ['via', 'taken'],
    ['nps', 'taken'],
    ['channel', 'twice'],
  ])('reports that the name %j is %s, and leaves it out', (name, wrong) => {
    const rows = [row('channel'), row(name)]
    expect(wrongWith(rows, 1, ['nps'])).toBe(wrong)
    expect(linkDetailsOf(rows, ['nps'])).toEqual([row('channel')])
  })

  it.each(['kanál', 'ערוץ', 'order.id', 'customer', ''])('accepts %j', (name) => {
    expect(wrongWith([row(name)], 0, ['nps'])).toBeUndefined()
  })
})
