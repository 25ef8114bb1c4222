import type { ChoiceQuestion, SurveyDraft } from '../../../../surveys/definition.ts'
import { withQuestion } from './questions.ts'
import { without } from './without.ts'

export const FEWEST_OPTIONS = 2
export const MOST_OPTIONS = 20

/** Appends an option, and returns its id. */
export function withNewOption(
  draft: SurveyDraft,
  index: number,
): { draft: SurveyDraft; option: string } {
  const { options } = draft.questions[index] as ChoiceQuestion
  let n = options.length + 1
  while (options.includes(`option_${n}`)) n++
  const option = `option_${n}`
  const next = withOptions(draft, index, (question) => ({
    ...question,
    options: [...question.options, option],
    text: mapTexts(question, (texts) => ({ ...texts, [option]: '' })),
  }))
  return { draft: next, option }
}

/** Removes an option in every language. */
export function withoutOption(draft: SurveyDraft, index: number, option: string): SurveyDraft {
  return withOptions(draft, index, (question) => ({
    ...question,
    options: question.options.filter((each) => each !== option),
    text: mapTexts(question, (texts) => without(texts, option)),
  }))
}

export function withMovedOption(
  draft: SurveyDraft,
  index: number,
  from: number,
  to: number,
): SurveyDraft {
  return withOptions(draft, index, (question) => {
    if (to < 0 || to >= question.options.length) return question
    const options = question.options.toSpliced(from, 1)
    options.splice(to, 0, question.options[from]!)
    return { ...question, options }
  })
}

/** Changes a choice question. */
export function withOptions(
  draft: SurveyDraft,
  index: number,
  change: (question: ChoiceQuestion) => ChoiceQuestion,
): SurveyDraft {
  return withQuestion(draft, index, (question) => change(question as ChoiceQuestion))
}

/** A question's texts, with its options' labels changed in every language. */
export function mapTexts(
  { text }: ChoiceQuestion,
  change: (options: Record<string, string>) => Record<string, string>,
): ChoiceQuestion['text'] {
  return Object.fromEntries(
    Object.entries(text).map(([language, { ask, options }]) => [
      language,
      { ask, options: change(options) },
    ]),
  )
}
