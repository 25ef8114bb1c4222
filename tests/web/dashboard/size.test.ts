import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '../../../web/dashboard/base/i18n.ts'
import { parts } from '../../support/dashboardWords.ts'

const built = fileURLToPath(new URL('../../../dist/dashboard', import.meta.url))

const page = readFileSync(`${built}/index.html`, 'utf8')
const scripts = readdirSync(`${built}/assets`).filter((name) => name.endsWith('.js'))

describe('the built dashboard', () => {
  it.each(LANGUAGES)('loads at most 60 KB before its first page shows, in %s', (language) => {
    const first = [...page.matchAll(/\/(assets\/[\w.-]+\.(?:js|css))/g)].map(([, path]) => path!)
    expect(first.length).toBeGreaterThan(1)
    const { declared } = parts.find(({ part }) => part.endsWith('/Overview.tsx'))!
    const overview = `assets/${chunk('Overview')}`
    const loaded = new Set(
      [...first, ...textsOf(language, declared), overview].flatMap(withImports),
    )
    const bytes = [...loaded].map(gzipped).reduce((sum, size) => sum + size)
    expect(bytes).toBeLessThanOrEqual(60_000)
  })

  it('fetches the chart library only where a chart is drawn', () => {
    expect(withImports(`assets/${chunk('Overview')}`).join()).not.toContain('assets/chartjs-')
    expect(page).not.toContain('assets/chartjs-')
    expect(gzipped(`assets/${chunk('chartjs')}`)).toBeGreaterThan(20 * 1024)
  })

  it('has no inline script or style, which the content security policy would refuse', () => {
    expect(page).not.toMatch(/<script(?![^>]*\ssrc=)[^>]*>/)
    expect(page).not.toMatch(/<style|\sstyle=/)
    for (const name of scripts)
      expect(readFileSync(`${built}/assets/${name}`, 'utf8')).not.toMatch(/<\w+[^<>]*\sstyle=["']/)
  })
})

/** The file of a chunk; where two share a name, the larger one has the content. */
function chunk(name: string): string {
  const found = scripts.filter((file) => file.startsWith(`${name}-`))
  return found.toSorted((a, b) => gzipped(`assets/${b}`) - gzipped(`assets/${a}`))[0]!
}

/** The chunks of a language: its common texts, and those of the subjects. */
function textsOf(language: string, subjects: string[]): string[] {
  const name = loadedBy(scripts, `locales/${language}/index`)
  return [name, ...subjects.map((subject) => loadedBy([name], `./${subject}`))].map(
    (each) => `assets/${each}`,
  )
}

/** The chunk that one of these loads for a source file. */
function loadedBy(names: string[], source: string): string {
  const loader = new RegExp(`${source.replace('.', '\\.')}\\.ts\\W[^}]*?\\./([\\w-]+\\.js)`)
  for (const name of names) {
    const [, found] = loader.exec(code(`assets/${name}`)) ?? []
    if (found) return found
  }
  throw new Error(`No chunk loads ${source}.ts.`)
}

/** A file and everything that it imports, directly or not. */
function withImports(path: string): string[] {
  const found = new Set([path])
  for (const each of found)
    for (const [, name] of code(each).matchAll(/(?:from|import)\s*["'`]\.\/([\w.-]+\.js)["'`]/g))
      found.add(`assets/${name}`)
  return [...found]
}

function code(path: string): string {
  return path.endsWith('.js') ? readFileSync(`${built}/${path}`, 'utf8') : ''
}

function gzipped(path: string): number {
  return gzipSync(readFileSync(`${built}/${path}`)).length
}
