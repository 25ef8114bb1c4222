import { expect, it } from 'vitest'
import { encodingSniffer } from '../../../surveys/importing/encoding.ts'

/** Code pages as bytes: the letters that the texts below use beyond ASCII. */
const BYTES: Record<string, Record<string, number>> = {
  'windows-1250': {
    á: 0xe1,
    č: 0xe8,
    ď: 0xef,
    é: 0xe9,
    ě: 0xec,
    í: 0xed,
    ň: 0xf2,
    ó: 0xf3,
    ř: 0xf8,
    š: 0x9a,
    ť: 0x9d,
    ú: 0xfa,
    ů: 0xf9,
    ý: 0xfd,
    ž: 0x9e,
    Č: 0xc8,
    Ř: 0xd8,
    ł: 0xb3,
    ą: 0xb9,
    ę: 0xea,
    ż: 0xbf,
  },
  'windows-1252': {
    é: 0xe9,
    è: 0xe8,
    ø: 0xf8,
    ü: 0xfc,
    ç: 0xe7,
    ñ: 0xf1,
    å: 0xe5,
    æ: 0xe6,
    í: 0xed,
    à: 0xe0,
  },
}

function bytesOf(text: string, encoding: string): Uint8Array {
  return Uint8Array.from(text, (char) => BYTES[encoding]![char] ?? char.charCodeAt(0))
}

function sniff(bytes: Uint8Array): string {
  const sniffer = encodingSniffer()
  for (let from = 0; from < bytes.length; from += 7) sniffer.take(bytes.subarray(from, from + 7))
  return sniffer.encoding()
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

it.each([
  ['Dvořák, Černý, Říha, Žižka', 'windows-1250'],
  ['Dvořák', 'windows-1250'],
  ['Wójcik, Żak, Dudek, proszę, są', 'windows-1250'],
  ['Sørensen, Ærø, Åse'.replace('Æ', 'æ').replace('Å', 'å'), 'windows-1252'],
  ['Hélène, Crème, garçon', 'windows-1252'],
  ['Peña, García', 'windows-1252'],
])('tells the code page of %s by its letters', (text, expected) => {
  const bytes = bytesOf(text.replaceAll('Ž', 'ž').replaceAll('Ż', 'ż'), expected)
  expect(sniff(bytes)).toBe(expected)
})
