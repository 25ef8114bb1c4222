import { describe, expect, it } from 'vitest'
import {
  keysOf,
  parts,
  pathOf,
  sources,
  textsBySubject,
  WITH_WORDS,
} from '../../../support/dashboardWords.ts'

const IMPORT =
  /^(?:import|export)\b(?!\s+type\b)[^'"]*?\bfrom\s+'(\.[^']+)'|^import\s+'(\.[^']+)'|\bimport\('(\.[^']+)'\)/gm

const subjectOf = new Map<string, string>()
for (const [subject, texts] of textsBySubject('en'))
  for (const key of keysOf(texts)) subjectOf.set(key, subject)

/** Loaded with every page. */
const FIRST = new Set(['base', 'shell'])

describe('the words of the dashboard', () => {
  it.each(parts)(
    'are loaded with $part: those that it shows and no others',
    ({ part, declared }) => {
      expect(declared).toEqual(subjectsShownBy(part))
    },
  )

  it('are all loaded with the first screen for parts that every page uses', () => {
    expect(subjectsShownBy('main.tsx')).toEqual([])
  })

  it('are declared where this test finds them', () => {
    const calls = [...sources.values()].flatMap((text) => text.match(/withWords\(/g) ?? [])
    expect(parts).toHaveLength(calls.length)
    expect(parts.length).toBeGreaterThan(10)
    expect([...sources].filter(([, text]) => /\b(?:t|plural)\(`\$\{/.test(text))).toEqual([])
  })

  it('are each shown somewhere', () => {
    const shown = new Set([...sources.keys()].flatMap((path) => keysIn(path)))
    expect([...subjectOf.keys()].filter((key) => !shown.has(key))).toEqual([])
  })
})

/** The subjects of a component and of its imports, except those that load their own texts. */
function subjectsShownBy(part: string): string[] {
  const subjects = [...graphOf(part)].flatMap(keysIn).map((key) => subjectOf.get(key)!)
  return [...new Set(subjects)].filter((subject) => !FIRST.has(subject)).toSorted()
}

function graphOf(path: string, seen = new Set<string>()): Set<string> {
  if (seen.has(path)) return seen
  seen.add(path)
  const text = sources.get(path)!.replace(WITH_WORDS, '')
  for (const [, from, bare, later] of text.matchAll(IMPORT)) {
    const target = pathOf(path, (from ?? bare ?? later)!)
    if (sources.has(target)) graphOf(target, seen)
  }
  return seen
}

/** Every key in a file; for a key that ends in a variable, all with the same beginning. */
function keysIn(path: string): string[] {
  const text = sources.get(path)!
  const whole = [...text.matchAll(/['`]([\w.-]+)['`]/g)].map(([, key]) => key!)
  const begun = [...text.matchAll(/`((?:[\w-]+\.)+)\$\{/g)].map(([, start]) => start!)
  return [
    ...whole.filter((key) => subjectOf.has(key)),
    ...[...subjectOf.keys()].filter((key) => begun.some((start) => key.startsWith(start))),
  ]
}
