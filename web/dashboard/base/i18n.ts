import {
  flatten,
  resolveTemplate,
  translator,
  type BaseDict,
  type Flatten,
} from '@solid-primitives/i18n'
import { createSignal, untrack } from 'solid-js'
import type { English, Subject } from '../locales/translation.ts'

export const LANGUAGES = ['en', 'cs', 'sk', 'pl', 'de', 'he'] as const
export type Language = (typeof LANGUAGES)[number]

type LanguageFile = {
  common: BaseDict
  subjects: Record<string, () => Promise<{ default: BaseDict }>>
}

/** Loads a language: the texts of every page, and the loaders of its other subjects. */
const LANGUAGE_FILES = import.meta.glob<LanguageFile>('../locales/*/index.ts')

type TextKey = { [Name in keyof English]: KeyOf<Flatten<English[Name]>> }[keyof English]
type KeyOf<Texts> = { [Key in keyof Texts]: Texts[Key] extends string ? Key : never }[keyof Texts]
type PluralKey = TextKey extends infer Key
  ? Key extends `${infer Stem}.other`
    ? Stem
    : never
  : never

const STORAGE_KEY = 'ohlas.language'
const [language, setLanguage] = createSignal<Language>('en')
let texts = {} as Record<TextKey, string>
/** Subjects beyond the common ones are loaded with the pages that declare them. */
let loaded = new Set<Subject>()

export { language }

/** The locale for numbers and dates: the user's regional variant of the language, if they have one. */
export const locale = () =>
  navigator.languages.find((tag) => tag.slice(0, 2) === language()) ?? language()

// oxlint-disable-next-line solid/reactivity -- called for every text, inside the markup
export const t = translator(currentTexts, filledIn)

/** Fills in values as they are: in a replacement, `$` would have a meaning. */
function filledIn(text: string, values: Record<string, string | number | boolean> = {}): string {
  const escaped = Object.entries(values).map(([name, value]) => [
    name,
    String(value).replaceAll('$', '$$$$'),
  ])
  return resolveTemplate(text, Object.fromEntries(escaped))
}

/** Tracks only the language: texts that a page adds don't change anything on screen. */
function currentTexts() {
  language()
  return texts
}

export const direction = () => (language() === 'he' ? 'rtl' : 'ltr')

/** Isolates a right-to-left text in a chart, which always runs left to right. */
export function isolated(text: string): string {
  return direction() === 'rtl' ? `\u2067${text}\u2069` : text
}

/**
 * "1 answer", "412 answers": the plural form for n, with n formatted.
 * @param params values for the text's other placeholders
 */
export function plural(key: PluralKey, n: number, params: Record<string, string> = {}): string {
  const form = new Intl.PluralRules(language()).select(n)
  const template = (texts as Record<string, string>)[`${key}.${form}`] ?? texts[`${key}.other`]
  return filledIn(template, { ...params, n: new Intl.NumberFormat(locale()).format(n) })
}

/** Uses the stored language, else the browser's first supported one, else English. */
export async function startLanguage(): Promise<void> {
  const preferred = [localStorage.getItem(STORAGE_KEY), ...navigator.languages]
  const supported = preferred
    .map((tag) => LANGUAGES.find((code) => code === tag?.slice(0, 2)))
    .find((code) => code !== undefined)
  await enqueue(() => load(supported ?? 'en', loaded))
}

export async function chooseLanguage(chosen: Language): Promise<void> {
  localStorage.setItem(STORAGE_KEY, chosen)
  await enqueue(() => load(chosen, loaded))
}

/** Loads a component together with the texts of the subjects that it shows. */
export function withWords<Component>(
  importComponent: () => Promise<Component>,
  ...subjects: Subject[]
) {
  return async (): Promise<Component> => {
    const texts = enqueue(() => load(untrack(language), new Set([...loaded, ...subjects])))
    const [component] = await Promise.all([importComponent(), texts])
    return component
  }
}

let last: Promise<void> = Promise.resolve()

/** Runs changes one after another, so that a new page and a new language don't overwrite each other. */
function enqueue(change: () => Promise<void>): Promise<void> {
  last = last.then(change, change)
  return last
}

/** Loads all texts before it shows any, so that no key appears in place of its text. */
async function load(chosen: Language, subjects: Set<Subject>): Promise<void> {
  const file = await LANGUAGE_FILES[`../locales/${chosen}/index.ts`]!()
  const files = await Promise.all(
    [...subjects].map((subject) => file.subjects[`./${subject}.ts`]!()),
  )
  const dictionaries = [file.common, ...files.map((each) => each.default)]
  texts = Object.assign({}, ...dictionaries.map((each) => flatten(each)))
  loaded = subjects
  setLanguage(chosen)
  document.documentElement.lang = chosen
  document.documentElement.dir = direction()
}
