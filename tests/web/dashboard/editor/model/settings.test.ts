import { expect, it } from 'vitest'
import { languageCode } from '../../../../../web/dashboard/editor/model/languages.ts'
import {
  propertyFrom,
  siteFrom,
  withLook,
  withPart,
} from '../../../../../web/dashboard/editor/model/settings.ts'
import { definition } from '../../../../support/surveys.ts'

it('reads a site from an address as it was pasted', () => {
  expect(siteFrom('https://Shop.example.com/cart?x=1')).toBe('https://shop.example.com')
  expect(siteFrom('shop.example.com')).toBe('https://shop.example.com')
  expect(siteFrom('http://localhost:8080/')).toBe('http://localhost:8080')
  expect(siteFrom('https://*.example.com')).toBe('https://*.example.com')
  for (const none of ['shop', 'javascript:alert(1)', 'https://', 'a b.example.com'])
    expect(siteFrom(none)).toBeNull()
})

it('reads a language from its code however it is written', () => {
  expect(['PT-br', 'sr_latn', ' de '].map(languageCode)).toEqual(['pt-BR', 'sr-Latn', 'de'])
  for (const none of ['', 'english please', 'x-klingon', '12'])
    expect(languageCode(none)).toBeNull()
})

it('takes letters of any script for the name of a property, and no spaces', () => {
  expect(propertyFrom(' země ')).toBe('země')
  expect(propertyFrom('two words')).toBeNull()
})

it('writes down only what is not as usual', () => {
  const round = withLook(definition, { corners: 'round' })
  expect(round.look).toEqual({ corners: 'round' })
  expect(withLook(round, { corners: 'soft' })).toEqual(definition)
  expect(withPart(withPart(definition, 'signed', ['agent']), 'signed', [])).toEqual(definition)
})
