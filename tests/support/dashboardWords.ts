import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import type { Locale } from '../../web/dashboard/locales/translation.ts'

const dashboard = resolve(import.meta.dirname, '../../web/dashboard')

/** The dashboard's code by its path, without the words themselves. */
export const sources = new Map(
  readdirSync(dashboard, { recursive: true, encoding: 'utf8' })
    .filter(
      (path) => /\.tsx?$/.test(path) && !path.startsWith('locales/') && path !== 'base/i18n.ts',
    )
    .map((path) => [path, readFileSync(join(dashboard, path), 'utf8')]),
)

export const WITH_WORDS = /withWords\(\s*\(\)\s*=>\s*import\('([^']+)'\)([^)]*)\)/g

/** What is loaded with words of its own: the file, and the subjects declared for it. */
export const parts = [...sources].flatMap(([path, text]) =>
  [...text.matchAll(WITH_WORDS)].map(([, target, subjects]) => ({
    part: pathOf(path, target!),
    declared: [...subjects!.matchAll(/'(\w+)'/g)].map(([, subject]) => subject!).toSorted(),
  })),
)

/** What a relative import leads to, as a path below the dashboard. */
export function pathOf(importer: string, target: string): string {
  return relative(dashboard, resolve(dashboard, dirname(importer), target))
}

export type Texts = { [key: string]: string | Texts }

/** Every text of a language, whichever page loads it; no name may stand in two subjects. */
export async function allWords({ first, subjects }: Locale): Promise<Texts> {
  const files = await Promise.all(Object.values(subjects).map((load) => load()))
  const words = [first, ...files.map((file) => file.default)] as Texts[]
  const names = words.flatMap((each) => Object.keys(each))
  const twice = names.filter((name, at) => names.indexOf(name) !== at)
  if (twice.length > 0) throw new Error(`In two subjects: ${twice.join(', ')}`)
  return Object.assign({}, ...words)
}

/** A group of plural forms counts as one text: languages have different ones. */
export function keysOf(texts: Texts, path = ''): string[] {
  return Object.entries(texts).flatMap(([name, text]) => {
    const key = path ? `${path}.${name}` : name
    return typeof text === 'string' || isPlural(text) ? [key] : keysOf(text, key)
  })
}

export function isPlural(texts: Texts): boolean {
  return typeof texts['other'] === 'string' && Object.keys(texts).every((key) => FORMS.has(key))
}

const FORMS = new Set(['zero', 'one', 'two', 'few', 'many', 'other'])
