import { flatten, resolveTemplate, translator, type Flatten } from '@solid-primitives/i18n'
import { createSignal, untrack } from 'solid-js'
import type { English, Locale, Subject } from '../locales/translation.ts'

const LOCALES = {
  en: () => import('../locales/en/index.ts'),
  cs: () => import('../locales/cs/index.ts'),
  sk: () => import('../locales/sk/index.ts'),
  pl: () => import('../locales/pl/index.ts'),
  de: () => import('../locales/de/index.ts'),
  he: () => import('../locales/he/index.ts'),
} satisfies Record<string, () => Promise<{ default: Locale }>>

export type Language = keyof typeof LOCALES
export const LANGUAGES = Object.keys(LOCALES) as Language[]

type TextKey = { [Name in keyof English]: KeyOf<Flatten<English[Name]>> }[keyof English]
type KeyOf<Texts> = { [Key in keyof Texts]: Texts[Key] extends string ? Key : never }[keyof Texts]
type PluralKey = TextKey extends infer Key
  ? Key extends `${infer Stem}.other`
    ? Stem
    : never
  : never

const REMEMBERED = 'ohlas.language'
const [language, setLanguage] = createSignal<Language>('en')
let texts = {} as Record<TextKey, string>
let loaded = new Set<Subject>()

export { language }

/** How numbers and dates are written: the language, as in the reader's own country if it is theirs. */
export const locale = () =>
  navigator.languages.find((tag) => tag.slice(0, 2) === language()) ?? language()

// oxlint-disable-next-line solid/reactivity -- it is called anew for every text, inside the markup
export const t = translator(textsNow, resolveTemplate)

/** Follows the language alone: words that a page adds change nothing on screen. */
function textsNow() {
  language()
  return texts
}

export const direction = () => (language() === 'he' ? 'rtl' : 'ltr')

/** A text on a picture, which runs left to right: a Hebrew one keeps its own order. */
export function isolated(text: string): string {
  return direction() === 'rtl' ? `\u2067${text}\u2069` : text
}

/**
 * "1 answer", "412 answers": the form that the language wants for n, with n written its way.
 * @param more what else the text names
 */
export function plural(key: PluralKey, n: number, more: Record<string, string> = {}): string {
  const form = new Intl.PluralRules(language()).select(n)
  const template = (texts as Record<string, string>)[`${key}.${form}`] ?? texts[`${key}.other`]
  return resolveTemplate(template, { ...more, n: new Intl.NumberFormat(locale()).format(n) })
}

/** The language remembered, else the first of the browser's that we speak, else English. */
export async function startLanguage(): Promise<void> {
  const wanted = [localStorage.getItem(REMEMBERED), ...navigator.languages]
  const known = wanted.map((tag) => tag?.slice(0, 2)).find((tag) => tag && tag in LOCALES)
  await inTurn(() => speak((known ?? 'en') as Language, loaded))
}

export async function chooseLanguage(chosen: Language): Promise<void> {
  localStorage.setItem(REMEMBERED, chosen)
  await inTurn(() => speak(chosen, loaded))
}

/** Loads a part of the dashboard and, beside it, the words of the subjects that it shows. */
export function withWords<Part>(load: () => Promise<Part>, ...subjects: Subject[]) {
  return async (): Promise<Part> => {
    const words = inTurn(() => speak(untrack(language), new Set([...loaded, ...subjects])))
    const [part] = await Promise.all([load(), words])
    return part
  }
}

let last: Promise<void> = Promise.resolve()

/** Runs one change of the words after another, so that a page and a new language both get theirs. */
function inTurn(change: () => Promise<void>): Promise<void> {
  last = last.then(change, change)
  return last
}

/** Reads all words before it shows any, so that no key is seen instead of its text. */
async function speak(chosen: Language, subjects: Set<Subject>): Promise<void> {
  const { default: locale } = await LOCALES[chosen]()
  const files = await Promise.all([...subjects].map((subject) => locale.subjects[subject]()))
  const words = [locale.first, ...files.map((file) => file.default)]
  texts = Object.assign({}, ...words.map((each) => flatten(each)))
  loaded = subjects
  setLanguage(chosen)
  document.documentElement.lang = chosen
  document.documentElement.dir = direction()
}
