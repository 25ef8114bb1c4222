import type { Question, SurveyDraft } from '../../../../surveys/definition.ts'
import { without } from './without.ts'

type Path = readonly (string | number)[]

/** The place of a text: the path of its record of languages, and the path within each language. */
export type Slot = { at: Path; inside: readonly string[] }

export const askSlot = (question: number, ...inside: string[]): Slot => ({
  at: ['questions', question, 'text'],
  inside,
})
export const thanksSlot = (band: string): Slot => ({ at: ['thanks'], inside: [band] })
export const linkSlot = (link: number): Slot => ({ at: ['links', link, 'text'], inside: [] })

/** A text's path in the definition, as in reported problems: `questions.0.text.en.ask`. */
export function fieldOf({ at, inside }: Slot, language: string): string {
  return [...at, language, ...inside].join('.')
}

/** Whether a question is worded by band in the first language. */
export function isPerBand({ languages }: SurveyDraft, question: Question): boolean {
  const ask = question.text[languages[0]!]?.ask ?? ''
  return typeof ask !== 'string'
}

/** A text; '' if there is none. */
export function textAt(draft: SurveyDraft, { at, inside }: Slot, language: string): string {
  let found: unknown = valueAt(draft, [...at, language])
  // A single wording applies to each band.
  for (const key of inside) found = typeof found === 'string' ? found : valueAt(found, [key])
  return typeof found === 'string' ? found : ''
}

/**
 * Sets a text. If it is a language's first one there, its others start empty; if the last one is
 * removed, the language falls back to the first again.
 */
export function withText(
  draft: SurveyDraft,
  { at, inside }: Slot,
  language: string,
  text: string,
): SurveyDraft {
  const texts = (valueAt(draft, at) ?? {}) as Record<string, unknown>
  const first = draft.languages[0]!
  const shape = emptied(texts[first])
  const before = merged(shape, texts[language])
  const after = inside.length ? put(before, inside, text) : text
  const isGone = language !== first && isEmpty(after)
  return put(
    draft,
    at,
    isGone ? without(texts, language) : { ...texts, [language]: after },
  ) as SurveyDraft
}

/** The value at a path, if any. */
function valueAt(whole: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, key) => (value as Record<string | number, unknown> | undefined)?.[key],
    whole,
  )
}

/** A copy with a value set at a path; everything else is shared. */
function put(whole: unknown, [key, ...rest]: Path, value: unknown): unknown {
  if (key === undefined) return value
  if (Array.isArray(whole))
    return whole.map((each: unknown, index) => (index === key ? put(each, rest, value) : each))
  const before = (typeof whole === 'object' ? whole : {}) as Record<string, unknown>
  return { ...before, [key]: put(before[key], rest, value) }
}

function emptied(texts: unknown): unknown {
  if (typeof texts !== 'object' || texts === null) return ''
  return Object.fromEntries(
    Object.entries(texts)
      .filter(([key]) => key !== 'hint')
      .map(([key, text]) => [key, emptied(text)]),
  )
}

/** The texts in the required shape. */
function merged(shape: unknown, texts: unknown): unknown {
  if (typeof shape !== 'object' || shape === null) return texts ?? shape
  const keys = Object.entries(shape).map(([key, empty]) => [
    key,
    typeof texts === 'string' ? texts : merged(empty, valueAt(texts, [key])),
  ])
  return { ...(typeof texts === 'object' ? texts : {}), ...Object.fromEntries(keys) }
}

function isEmpty(texts: unknown): boolean {
  if (typeof texts === 'string') return texts.trim() === ''
  return Object.values(texts as object).every(isEmpty)
}
