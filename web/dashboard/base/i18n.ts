import { flatten, resolveTemplate, translator, type Flatten } from '@solid-primitives/i18n'
import { createSignal } from 'solid-js'
import type { Messages, en } from '../locales/en.ts'

const LOCALES = {
  en: () => import('../locales/en.ts').then((file) => file.en),
  cs: () => import('../locales/cs.ts').then((file) => file.cs),
  sk: () => import('../locales/sk.ts').then((file) => file.sk),
  pl: () => import('../locales/pl.ts').then((file) => file.pl),
  de: () => import('../locales/de.ts').then((file) => file.de),
  he: () => import('../locales/he.ts').then((file) => file.he),
} satisfies Record<string, () => Promise<Messages>>

export type Language = keyof typeof LOCALES
export const LANGUAGES = Object.keys(LOCALES) as Language[]

type Texts = Flatten<typeof en>
type TextKey = { [Key in keyof Texts]: Texts[Key] extends string ? Key : never }[keyof Texts]
type PluralKey = TextKey extends infer Key
  ? Key extends `${infer Stem}.other`
    ? Stem
    : never
  : never

const REMEMBERED = 'ohlas.language'
const [language, setLanguage] = createSignal<Language>('en')
const [texts, setTexts] = createSignal({} as Record<TextKey, string>)

export { language }

/** How numbers and dates are written: the language, as in the reader's own country if it is theirs. */
export const locale = () =>
  navigator.languages.find((tag) => tag.slice(0, 2) === language()) ?? language()

// oxlint-disable-next-line solid/reactivity -- it is called anew for every text, inside the markup
export const t = translator(texts, resolveTemplate)
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
  const template = (texts() as Record<string, string>)[`${key}.${form}`] ?? texts()[`${key}.other`]
  return resolveTemplate(template, { ...more, n: new Intl.NumberFormat(locale()).format(n) })
}

/** The language remembered, else the first of the browser's that we speak, else English. */
export async function startLanguage(): Promise<void> {
  const wanted = [localStorage.getItem(REMEMBERED), ...navigator.languages]
  const known = wanted.map((tag) => tag?.slice(0, 2)).find((tag) => tag && tag in LOCALES)
  await speak((known ?? 'en') as Language)
}

export async function chooseLanguage(chosen: Language): Promise<void> {
  localStorage.setItem(REMEMBERED, chosen)
  await speak(chosen)
}

async function speak(chosen: Language): Promise<void> {
  const messages = await LOCALES[chosen]()
  setTexts(flatten(messages) as unknown as Record<TextKey, string>)
  setLanguage(chosen)
  document.documentElement.lang = chosen
  document.documentElement.dir = direction()
}
