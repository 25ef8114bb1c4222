import { expect, it } from 'vitest'
import { languageCode } from '../../../../../web/dashboard/editor/model/languages.ts'
import {
  propertyFrom,
  siteFrom,
  withLook,
  withPart,
} from '../../../../../web/dashboard/editor/model/settings.ts'
import { definition } from '../../../../support/surveys.ts'

it('reads a site from a pasted URL', () => {
  expect(siteFrom('https://Shop.example.com/cart?x=1')).toBe('https://shop.example.com')
  expect(siteFrom('shop.example.com')).toBe('https://shop.example.com')
  expect(siteFrom('http://localhost:8080/')).toBe('http://localhost:8080')
  expect(siteFrom('https://*.example.com')).toBe('https://*.example.com')
  for (const none of ['shop', 'javascript:alert(1)', 'https://', 'a b.example.com'])
    expect(siteFrom(none)).toBeNull()
})

it('reads a language code in any notation', () => {
  expect(['PT-br', 'sr_latn', ' de '].map(languageCode)).toEqual(['pt-BR', 'sr-Latn', 'de'])
  for (const none of ['', 'english please', 'x-klingon', '12'])
    expect(languageCode(none)).toBeNull()
})

it('accepts letters of any script in the name of a property, and no spaces', () => {
  expect(propertyFrom(' země ')).toBe('země')
  expect(propertyFrom('two words')).toBeNull()
})

it('stores only settings that differ from the default', () => {
  const round = withLook(definition, { corners: 'round' })
  expect(round.look).toEqual({ corners: 'round' })
  expect(withLook(round, { corners: 'soft' })).toEqual(definition)
  expect(withPart(withPart(definition, 'signed', ['agent']), 'signed', [])).toEqual(definition)
})
