import { askFor } from './questions.ts'
import type { Question, SurveyDraft } from './definition.ts'

/** A changed value: a text, a number, a boolean; `null` for "none". */
export type DifferenceValue = string | number | boolean | null

export type Difference = {
  kind: 'added' | 'removed' | 'changed' | 'moved'
  /** The path, with questions named by id: `['questions', 'why', 'text', 'en', 'ask', 'happy']`. */
  where: (string | number)[]
  /** For a move, the position from 1; for a question, its text. */
  before?: DifferenceValue
  after?: DifferenceValue
}

/**
 * Lists the differences between two definitions, in order. Ignores spaces around a text and empty
 * texts. An added or removed language is one difference, without its texts.
 */
export function differences(before: SurveyDraft, after: SurveyDraft): Difference[] {
  const shared = before.languages.filter((language) => after.languages.includes(language))
  const { languages: hadLanguages, questions: hadQuestions, ...had } = inLanguages(before, shared)
  const { languages, questions, ...has } = inLanguages(after, shared)
  return [
    ...inList(['languages'], hadLanguages, languages),
    ...inQuestions(hadQuestions, questions),
    ...between([], had, has),
  ]
}

/** Copies a definition with the texts of some languages only. */
function inLanguages(draft: SurveyDraft, languages: string[]): SurveyDraft {
  const only = <Texts extends object>(texts: Texts) =>
    Object.fromEntries(
      Object.entries(texts).filter(([language]) => languages.includes(language)),
    ) as Texts
  return {
    ...draft,
    questions: draft.questions.map(
      (question) => ({ ...question, text: only(question.text) }) as Question,
    ),
    thanks: only(draft.thanks),
    links: draft.links?.map(({ url, text }) => ({ url, text: only(text) })),
  }
}

function inQuestions(before: Question[], after: Question[]): Difference[] {
  const had = new Map(before.map((question) => [question.id, question]))
  const has = new Map(after.map((question) => [question.id, question]))
  const listed = inList(['questions'], [...had.keys()], [...has.keys()]).map((difference) => {
    const { kind } = difference
    if (kind !== 'added' && kind !== 'removed') return difference
    const side = kind === 'added' ? 'after' : 'before'
    const id = String(difference[side])
    const question = (kind === 'added' ? has : had).get(id)!
    return { kind, where: ['questions', id], [side]: wordsOf(question) }
  })
  const changed = [...has].flatMap(([id, question]) => {
    const earlier = had.get(id)
    return earlier ? between(['questions', id], earlier, question) : []
  })
  return [...listed, ...changed]
}

/** A question's text in the first available language. */
function wordsOf(question: Question): string {
  const [text] = Object.values(question.text)
  return text ? askFor(text.ask, null) : ''
}

type Where = Difference['where']

function between(where: Where, before: unknown, after: unknown): Difference[] {
  if (isListOfNames(before) || isListOfNames(after))
    return inList(where, namesIn(before), namesIn(after))
  const [was, is] = [before, after].map(plainValue)
  const [had, has] = [before, after].map(partsOf) as [Parts, Parts]
  const names = [...new Set([...Object.keys(had), ...Object.keys(has)])]
  return [
    ...replaced(where, was, is),
    ...names.flatMap((name) => between([...where, name], had[name], has[name])),
  ]
}

function replaced(
  where: Where,
  before: DifferenceValue | undefined,
  after: DifferenceValue | undefined,
): Difference[] {
  if (before === after) return []
  if (before === undefined) return [{ kind: 'added', where, after: after! }]
  if (after === undefined) return [{ kind: 'removed', where, before }]
  return [{ kind: 'changed', where, before, after }]
}

/** Lists added and removed names, and the fewest moves that explain the new order. */
function inList(where: Where, before: DifferenceValue[], after: DifferenceValue[]): Difference[] {
  const gone = before.filter((name) => !after.includes(name))
  const fresh = after.filter((name) => !before.includes(name))
  const stayed = after.filter((name) => before.includes(name))
  const inOrder = longestRising(stayed.map((name) => before.indexOf(name)))
  return [
    ...gone.map((name): Difference => ({ kind: 'removed', where, before: name })),
    ...fresh.map((name): Difference => ({ kind: 'added', where, after: name })),
    ...stayed
      .filter((name) => !inOrder.includes(before.indexOf(name)))
      .map((name): Difference => ({
        kind: 'moved',
        where: [...where, String(name)],
        before: before.indexOf(name) + 1,
        after: after.indexOf(name) + 1,
      })),
  ]
}

function longestRising(places: number[]): number[] {
  const best: number[][] = []
  for (const place of places) {
    const before = best.filter((run) => run.at(-1)! < place)
    const longest = before.reduce<number[]>((a, b) => (b.length > a.length ? b : a), [])
    best.push([...longest, place])
  }
  return best.reduce<number[]>((a, b) => (b.length > a.length ? b : a), [])
}

type Parts = Record<string, unknown>

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

const partsOf = (value: unknown): Parts => (isObject(value) ? { ...value } : {})

const isListOfNames = (value: unknown): value is DifferenceValue[] =>
  Array.isArray(value) && value.some((name) => !isObject(name))

const namesIn = (value: unknown): DifferenceValue[] => (isListOfNames(value) ? value : [])

/** Returns a value that is neither a list nor an object: trimmed text, undefined if empty. */
function plainValue(value: unknown): DifferenceValue | undefined {
  if (typeof value === 'string') return value.trim() || undefined
  return isObject(value) ? undefined : (value as DifferenceValue | undefined)
}
