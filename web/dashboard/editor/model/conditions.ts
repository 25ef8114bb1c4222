import { isScored, optionsOf, scaleOf } from '../../../../surveys/questions.ts'
import { BANDS } from '../../../../surveys/scoring/metrics.ts'
import type { Question, SurveyDraft } from '../../../../surveys/definition.ts'
import { without } from './without.ts'

export type Condition = NonNullable<Question['showIf']>

/**
 * The questions that a condition may ask about: those before it that have answers to choose from.
 * None for the first score, which is asked first and of everyone.
 */
export function askableBefore(draft: SurveyDraft, index: number): Question[] {
  if (draft.questions.findIndex(isScored) === index) return []
  return draft.questions
    .slice(0, index)
    .filter((question) => scaleOf(question) !== undefined || optionsOf(question).length > 0)
}

/** The condition that a question begins with when it is made to depend on another. */
export function conditionOn(question: Question): Condition {
  if (isScored(question)) return { question: question.id, bands: ['unhappy'] }
  const scale = scaleOf(question)
  if (scale) return { question: question.id, values: [scale.min] }
  return { question: question.id, options: optionsOf(question).slice(0, 1) }
}

/** The answers that a condition names, as text. */
export function namedIn({ bands, values, options }: Condition): string[] {
  return (bands ?? values ?? options ?? []).map(String)
}

/** The condition with an answer named or no longer named; as it was where that would leave none. */
export function withNamed(condition: Condition, answer: string, named: boolean): Condition {
  const all = namedIn(condition)
  const left = named ? [...all, answer] : all.filter((each) => each !== answer)
  if (left.length === 0) return condition
  const { question, bands, values } = condition
  if (bands) return { question, bands: BANDS.filter((band) => left.includes(band)) }
  if (values) return { question, values: left.map(Number).toSorted((a, b) => a - b) }
  return { question, options: left }
}

/**
 * Leaves of each condition what can still come true; one that can't any more is gone.
 * @returns the draft itself where nothing had to go, and the ids of the questions asked of everyone now
 */
export function withoutBroken(draft: SurveyDraft): { draft: SurveyDraft; freed: string[] } {
  const freed: string[] = []
  let changed = false
  const questions = draft.questions.map((question, index) => {
    if (!question.showIf) return question
    const kept = whatHolds(draft, question.showIf, index)
    if (kept === question.showIf) return question
    changed = true
    if (kept) return { ...question, showIf: kept }
    freed.push(question.id)
    return without(question, 'showIf')
  })
  return { draft: changed ? { ...draft, questions } : draft, freed }
}

function whatHolds(draft: SurveyDraft, condition: Condition, index: number): Condition | null {
  const asked = askableBefore(draft, index).find(({ id }) => id === condition.question)
  if (!asked) return null
  const possible = possibleAnswers(asked, condition)
  const all = namedIn(condition)
  const left = all.filter((answer) => possible.includes(answer))
  if (left.length === all.length) return condition
  if (left.length === 0) return null
  return all
    .filter((answer) => !left.includes(answer))
    .reduce((kept, answer) => withNamed(kept, answer, false), condition)
}

function possibleAnswers(asked: Question, { bands, values }: Condition): readonly string[] {
  if (bands) return isScored(asked) ? BANDS : []
  if (!values) return optionsOf(asked)
  const scale = scaleOf(asked)
  return scale ? numbersOf(scale).map(String) : []
}

/** Every number of a scale, from the lowest. */
export function numbersOf({ min, max }: { min: number; max: number }): number[] {
  return Array.from({ length: max - min + 1 }, (_, step) => min + step)
}
