import { ar } from './ar.ts'
import { bg } from './bg.ts'
import { ca } from './ca.ts'
import { cs } from './cs.ts'
import { da } from './da.ts'
import { de } from './de.ts'
import { el } from './el.ts'
import { en, type Plural, type Words } from './en.ts'
import { es } from './es.ts'
import { et } from './et.ts'
import { fa } from './fa.ts'
import { fi } from './fi.ts'
import { fr } from './fr.ts'
import { ga } from './ga.ts'
import { he } from './he.ts'
import { hi } from './hi.ts'
import { hr } from './hr.ts'
import { hu } from './hu.ts'
import { id } from './id.ts'
import { is } from './is.ts'
import { it } from './it.ts'
import { ja } from './ja.ts'
import { ko } from './ko.ts'
import { lt } from './lt.ts'
import { lv } from './lv.ts'
import { mk } from './mk.ts'
import { mt } from './mt.ts'
import { nb } from './nb.ts'
import { nl } from './nl.ts'
import { pl } from './pl.ts'
import { pt } from './pt.ts'
import { ro } from './ro.ts'
import { sk } from './sk.ts'
import { sl } from './sl.ts'
import { sq } from './sq.ts'
import { sr } from './sr.ts'
import { srLatn } from './sr-Latn.ts'
import { sv } from './sv.ts'
import { tr } from './tr.ts'
import { uk } from './uk.ts'
import { vi } from './vi.ts'
import { zh } from './zh.ts'
import { zhHant } from './zh-Hant.ts'

export { dirOf } from './direction.ts'
export type { Words }

/** The languages in which the survey page has texts of its own, by BCP 47 code. */
export const LOCALES: Record<string, Words> = {
  en,
  ar,
  bg,
  ca,
  cs,
  da,
  de,
  el,
  es,
  et,
  fa,
  fi,
  fr,
  ga,
  he,
  hi,
  hr,
  hu,
  id,
  is,
  it,
  ja,
  ko,
  lt,
  lv,
  mk,
  mt,
  nb,
  nl,
  pl,
  pt,
  ro,
  sk,
  sl,
  sq,
  sr,
  'sr-Latn': srLatn,
  sv,
  tr,
  uk,
  vi,
  zh,
  'zh-Hant': zhHant,
}

/**
 * Returns the survey page's texts in a language, or in the closest one (`de` for `de-AT`), or in
 * English.
 */
export function wordsIn(language: string): Words {
  const match = chooseLanguage([language], Object.keys(LOCALES))
  return match === undefined ? en : LOCALES[match]!
}

/**
 * Inserts a number into a text, with the language's plural form and digits.
 * @param forms the text, or its plural forms, with `{count}` for the number
 */
export function counted(language: string, forms: string | Plural, count: number): string {
  const form =
    typeof forms === 'string'
      ? forms
      : (forms[new Intl.PluralRules(language).select(count)] ?? forms.other)
  return form.replace('{count}', new Intl.NumberFormat(language).format(count))
}

/** Formats a number on a scale in the language's digits. */
export function digits(language: string, number: number): string {
  return new Intl.NumberFormat(language, { useGrouping: false }).format(number)
}

/**
 * Finds the first preferred language that is available: exactly (`pt-BR`), as its parent (`de` for
 * `de-AT`), under another name (`nb` for `no`), or as a variant (`pt-BR` for `pt`).
 * @param preferred language codes, best first, in whatever case they came
 * @param known  the languages to choose from
 */
export function chooseLanguage(preferred: string[], known: readonly string[]): string | undefined {
  for (const code of preferred.map((code) => code.toLowerCase().replaceAll('_', '-'))) {
    for (const name of namesOf(code)) {
      const found = known.find((language) => language.toLowerCase() === name)
      if (found) return found
    }
    const variant = known.find((language) => baseOf(language) === baseOf(code))
    if (variant) return variant
  }
  return undefined
}

/** Lists a code, its parents and their other names, closest first. */
function namesOf(code: string): string[] {
  const parts = code.split('-', MOST_PARTS)
  const parents = parts.map((_, index) => parts.slice(0, parts.length - index).join('-'))
  return parents.flatMap((name) => [name, ...(ALSO.get(name) ?? [])])
}

const MOST_PARTS = 4

// Old codes, the names of Norwegian, and Chinese scripts by region.
const ALSO = new Map([
  ['in', ['id']],
  ['iw', ['he']],
  ['mo', ['ro']],
  ['nb', ['no', 'nn']],
  ['nn', ['nb', 'no']],
  ['no', ['nb', 'nn']],
  ['sh', ['sr-latn', 'sr']],
  ['zh-cn', ['zh-hans']],
  ['zh-hk', ['zh-hant', 'zh-tw']],
  ['zh-mo', ['zh-hant', 'zh-hk', 'zh-tw']],
  ['zh-sg', ['zh-hans', 'zh-cn']],
  ['zh-tw', ['zh-hant', 'zh-hk']],
])

/** Parses an Accept-Language header; the most preferred code first. */
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
