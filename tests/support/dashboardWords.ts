import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'

const dashboard = resolve(import.meta.dirname, '../../web/dashboard')

/** The dashboard's source files by path, without the texts themselves. */
export const sources = new Map(
  readdirSync(dashboard, { recursive: true, encoding: 'utf8' })
    .filter(
      (path) => /\.tsx?$/.test(path) && !path.startsWith('locales/') && path !== 'base/i18n.ts',
    )
    .map((path) => [path, readFileSync(join(dashboard, path), 'utf8')]),
)

export const WITH_WORDS = /withWords\(\s*\(\)\s*=>\s*import\('([^']+)'\)([^)]*)\)/g

/** Every component that is loaded with its own texts, and the subjects declared for it. */
export const parts = [...sources].flatMap(([path, text]) =>
  [...text.matchAll(WITH_WORDS)].map(([, target, subjects]) => ({
    part: pathOf(path, target!),
    declared: [...subjects!.matchAll(/'(\w+)'/g)].map(([, subject]) => subject!).toSorted(),
  })),
)

/** Resolves a relative import to a path below the dashboard. */
export function pathOf(importer: string, target: string): string {
  return relative(dashboard, resolve(dashboard, dirname(importer), target))
}

export type Texts = { [key: string]: string | Texts }

const files = import.meta.glob<Texts>(
  ['../../web/dashboard/locales/*/*.ts', '!../../web/dashboard/locales/*/index.ts'],
  {
    eager: true,
    import: 'default',
  },
)

/** A language's texts by subject. */
export function textsBySubject(language: string): Map<string, Texts> {
  const entries = Object.entries(files).flatMap(([path, texts]): [string, Texts][] => {
    const [, code, subject] = /(\w+)\/(\w+)\.ts$/.exec(path)!
    return code === language ? [[subject!, texts]] : []
  })
  return new Map(entries)
}

/** Every text of a language; no two subjects may use the same top-level key. */
export function allTexts(language: string): Texts {
  const subjects = [...textsBySubject(language).values()]
  const keys = subjects.flatMap((texts) => Object.keys(texts))
  const duplicates = keys.filter((key, at) => keys.indexOf(key) !== at)
  if (duplicates.length > 0) throw new Error(`In two subjects: ${duplicates.join(', ')}`)
  return Object.assign({}, ...subjects)
}

/** Lists all keys. Plural forms count as one text, since languages differ in their forms. */
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
