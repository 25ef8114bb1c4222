import * as format from './format.ts'
import { locale, t } from './i18n.ts'

/** A property's name on screen. Only `language` is translated; the company names the others. */
export function propertyName(property: string): string {
  return property === 'language' ? t('properties.language') : property
}

/** A property value on screen; '' is the group of rare values. */
export function segmentName(property: string, value: string): string {
  if (value === '') return t('other')
  return property === 'language' ? format.languageName(locale(), value) : value
}

/** A group's name with its property: "channel: chat". */
export function segmentInWords({ property, value }: { property: string; value: string }): string {
  return `${propertyName(property)}: ${segmentName(property, value)}`
}
