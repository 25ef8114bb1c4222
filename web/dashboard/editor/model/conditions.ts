import { isScored, optionsOf, scaleOf } from '../../../../surveys/questions.ts'
import { BANDS } from '../../../../surveys/scoring/metrics.ts'
import type { Question, SurveyDraft } from '../../../../surveys/definition.ts'
import { without } from './without.ts'

export type Condition = NonNullable<Question['showIf']>

/**
 * The questions that a condition may depend on: earlier ones with answers to choose from. None for the
 * main question, which everyone is asked first.
 */
export function askableBefore(draft: SurveyDraft, index: number): Question[] {
  if (draft.questions.findIndex(isScored) === index) return []
  return draft.questions
    .slice(0, index)
    .filter((question) => scaleOf(question) !== undefined || optionsOf(question).length > 0)
}

/** The initial condition of a question that is made to depend on another. */
export function conditionOn(question: Question): Condition {
  if (isScored(question)) return { question: question.id, bands: ['unhappy'] }
  const scale = scaleOf(question)
  if (scale) return { question: question.id, values: [scale.min] }
  return { question: question.id, options: optionsOf(question).slice(0, 1) }
}

/** A condition's answers, as text. */
export function answersIn({ bands, values, options }: Condition): string[] {
  return (bands ?? values ?? options ?? []).map(String)
}

/** Adds or removes an answer; the last one can't be removed. */
export function withAnswer(condition: Condition, answer: string, included: boolean): Condition {
  const all = answersIn(condition)
  const left = included ? [...all, answer] : all.filter((each) => each !== answer)
  if (left.length === 0) return condition
  const { question, bands, values } = condition
  if (bands) return { question, bands: BANDS.filter((band) => left.includes(band)) }
  if (values) return { question, values: left.map(Number).toSorted((a, b) => a - b) }
  return { question, options: left }
}

/**
 * Removes answers that can no longer be given from conditions, and conditions that can't be met.
 * @returns the same draft if nothing changed, and the ids of the questions that lost their condition
 */
export function withoutBroken(draft: SurveyDraft): { draft: SurveyDraft; freed: string[] } {
  const freed: string[] = []
  let changed = false
  const questions = draft.questions.map((question, index) => {
    if (!question.showIf) return question
    const showIf = withPossibleAnswers(draft, question.showIf, index)
    if (showIf === question.showIf) return question
    changed = true
    if (showIf) return { ...question, showIf }
    freed.push(question.id)
    return without(question, 'showIf')
  })
  return { draft: changed ? { ...draft, questions } : draft, freed }
}

function withPossibleAnswers(
  draft: SurveyDraft,
  condition: Condition,
  index: number,
): Condition | null {
  const earlier = askableBefore(draft, index).find(({ id }) => id === condition.question)
  if (!earlier) return null
  const possible = possibleAnswers(earlier, condition)
  const all = answersIn(condition)
  const left = all.filter((answer) => possible.includes(answer))
  if (left.length === all.length) return condition
  if (left.length === 0) return null
  return all
    .filter((answer) => !left.includes(answer))
    .reduce((rest, answer) => withAnswer(rest, answer, false), condition)
}

function possibleAnswers(question: Question, { bands, values }: Condition): readonly string[] {
  if (bands) return isScored(question) ? BANDS : []
  if (!values) return optionsOf(question)
  const scale = scaleOf(question)
  return scale ? numbersOf(scale).map(String) : []
}

/** Every number of a scale, from the lowest. */
export function numbersOf({ min, max }: { min: number; max: number }): number[] {
  return Array.from({ length: max - min + 1 }, (_, step) => min + step)
}
