import * as format from './format.ts'
import { locale, t } from './i18n.ts'

/** What a property is called: the language in the reader's own words, others as the company does. */
export function propertyName(property: string): string {
  return property === 'language' ? t('properties.language') : property
}

/** The value of a property as people read it; '' gathers the rare ones. */
export function segmentName(property: string, value: string): string {
  if (value === '') return t('other')
  return property === 'language' ? format.languageName(locale(), value) : value
}

/** A group as it is named away from its property: "channel: chat". */
export function segmentInWords({ property, value }: { property: string; value: string }): string {
  return `${propertyName(property)}: ${segmentName(property, value)}`
}
