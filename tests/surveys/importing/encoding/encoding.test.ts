import { expect, it } from 'vitest'
import { encodingSniffer } from '../../../../surveys/importing/encoding/encoding.ts'

function sniff(bytes: Uint8Array): string | undefined {
  const sniffer = encodingSniffer()
  for (let from = 0; from < bytes.length; from += 7) sniffer.take(bytes.subarray(from, from + 7))
  const found = sniffer.found()
  return 'encoding' in found ? found.encoding : undefined
}

const utf16 = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'))

it.each([
  ['name,score\nDvořák,9', 'utf-8'],
  ['\ufeffname,score\nDvořák,9', 'utf-8'],
  ['name,score\nNovak,9', 'utf-8'],
])('takes %j for UTF-8', (text, expected) => {
  expect(sniff(new TextEncoder().encode(text))).toBe(expected)
})

it('takes UTF-8 for UTF-8 even if letters are cut by the pieces it comes in', () => {
  expect(sniff(new TextEncoder().encode('ěščřžýáíé'.repeat(20)))).toBe('utf-8')
})

it('knows UTF-16 in both orders, with and without a mark', () => {
  const text = 'name,score,comment\nNovotná,9,Děkuji\n'
  const swapped = (bytes: Uint8Array) => new Uint8Array(Buffer.from(bytes).swap16())
  expect(sniff(utf16(`\ufeff${text}`))).toBe('utf-16le')
  expect(sniff(utf16(text))).toBe('utf-16le')
  expect(sniff(swapped(utf16(`\ufeff${text}`)))).toBe('utf-16be')
  expect(sniff(swapped(utf16(text)))).toBe('utf-16be')
})

it('does not take a few NUL bytes for UTF-16', () => {
  expect(sniff(new TextEncoder().encode(`name,score\n${'Novak,9\n'.repeat(20)}\0\0\0`))).toBe(
    'utf-8',
  )
})

it('knows UTF-16 of letters beyond ASCII', () => {
  expect(sniff(utf16('9,חיכיתי יותר מדי זמן ולא ענו לי בכלל\n'))).toBe('utf-16le')
})

it('keeps UTF-8 in which a few bytes are broken', () => {
  const rows = new TextEncoder().encode('Dvořák,9,příliš\n'.repeat(1_000))
  rows[rows.indexOf(0xc5)] = 0xf8
  expect(sniff(rows)).toBe('utf-8')
})

it('leaves open what is no UTF-8, and gives its lines beyond ASCII', () => {
  const sniffer = encodingSniffer()
  sniffer.take(Uint8Array.from([...Buffer.from('a,b\nDvo'), 0xf8, ...Buffer.from('k,9\nc,d\n')]))
  const found = sniffer.found()
  expect('sample' in found && Buffer.from(found.sample).toString('latin1')).toBe('Dvo\u00f8k,9\n')
  expect('highBytes' in found && [...found.highBytes]).toEqual([0xf8])
})
