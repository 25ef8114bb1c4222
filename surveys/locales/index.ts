import { cs } from './cs.ts'
import { de } from './de.ts'
import { en, type Plural, type Words } from './en.ts'
import { he } from './he.ts'
import { pl } from './pl.ts'
import { sk } from './sk.ts'

export type { Words }

/** Every language that the customer's page speaks by itself, by its BCP 47 code. */
export const LOCALES: Record<string, Words> = { en, cs, sk, pl, de, he }

/** The page's words in a language, in its base language (`de` for `de-AT`), else in English. */
export function wordsIn(language: string): Words {
  return LOCALES[language] ?? LOCALES[baseOf(language)] ?? en
}

/**
 * A text with a number in it, as the language writes both.
 * @param forms the text, or its plural forms, with `{count}` where the number goes
 */
export function counted(language: string, forms: string | Plural, count: number): string {
  const form =
    typeof forms === 'string'
      ? forms
      : (forms[new Intl.PluralRules(language).select(count)] ?? forms.other)
  return form.replace('{count}', new Intl.NumberFormat(language).format(count))
}

/** A number on a scale, in the digits of the language. */
export function digits(language: string, number: number): string {
  return new Intl.NumberFormat(language, { useGrouping: false }).format(number)
}

const RIGHT_TO_LEFT = new Set('ar ckb dv fa he ps sd ug ur yi'.split(' '))

/** The direction in which a language is written. */
export function dirOf(language: string): 'ltr' | 'rtl' {
  const script = /-([A-Z][a-z]{3})/.exec(language)?.[1]
  if (script) return ['Arab', 'Hebr', 'Thaa', 'Syrc'].includes(script) ? 'rtl' : 'ltr'
  return RIGHT_TO_LEFT.has(baseOf(language)) ? 'rtl' : 'ltr'
}

/**
 * The first wanted language that is there: exactly (`pt-BR`), by its base (`de` for `de-AT`), or as
 * a variant of it (`pt-BR` for `pt`).
 * @param wanted language codes, best first, in whatever case they came
 * @param known  the languages to choose from
 */
export function chooseLanguage(wanted: string[], known: readonly string[]): string | undefined {
  for (const code of wanted.map((code) => code.toLowerCase())) {
    const found =
      known.find((language) => language.toLowerCase() === code) ??
      known.find((language) => language.toLowerCase() === baseOf(code)) ??
      known.find((language) => baseOf(language) === code)
    if (found) return found
  }
  return undefined
}

/** The codes of an Accept-Language header, the most wanted first. */
export function wantedLanguages(header: string): string[] {
  return header
    .split(',')
    .map((part) => {
      const [code = '', quality] = part.trim().split(/\s*;\s*q=/)
      return { code, quality: quality === undefined ? 1 : Number(quality) || 0 }
    })
    .filter(({ code, quality }) => code && code !== '*' && quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .map(({ code }) => code)
}

function baseOf(language: string): string {
  return language.split('-', 1)[0]!
}
