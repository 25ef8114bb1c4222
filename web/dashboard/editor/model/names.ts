import { FORM_FIELDS, IDENTIFIER, namesOf, OTHER } from '../../../../surveys/questions.ts'
import type { ChoiceQuestion, Question, SurveyDraft } from '../../../../surveys/definition.ts'
import { mapTexts, withOptions } from './options.ts'
import { withQuestion } from './questions.ts'

/** The names that versions asked under: of each question, those of its options. */
export type Asked = Record<string, string[]>

/** Why something can't be called so: how it is written, who has the name, which answers hang on it. */
export type NameProblem = 'format' | 'taken' | 'asked'

/** What was typed, as a name is written. */
export function nameFrom(typed: string): string {
  return typed
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_')
}

/** What is wrong with a name for a question; `null` where nothing is. */
export function questionNameProblem(
  draft: SurveyDraft,
  index: number,
  name: string,
  asked: Asked,
): NameProblem | null {
  const others = draft.questions.filter((_, at) => at !== index)
  const taken = new Set([...FORM_FIELDS, ...others.flatMap(namesOf)])
  const renamed = { ...draft.questions[index]!, id: name }
  if (!IDENTIFIER.test(name)) return 'format'
  if (namesOf(renamed).some((each) => taken.has(each))) return 'taken'
  return name in asked ? 'asked' : null
}

/** What is wrong with a name for one of a question's options; `null` where nothing is. */
export function optionNameProblem(
  question: ChoiceQuestion,
  option: string,
  name: string,
  asked: Asked,
): NameProblem | null {
  const others = question.options.filter((each) => each !== option)
  if (!IDENTIFIER.test(name)) return 'format'
  if (others.includes(name) || name === OTHER) return 'taken'
  return asked[question.id]?.includes(name) ? 'asked' : null
}

/** Calls a question otherwise, in the conditions that ask about it, too. */
export function withName(draft: SurveyDraft, index: number, name: string): SurveyDraft {
  const before = draft.questions[index]!.id
  const renamed = withQuestion(draft, index, (question) => ({ ...question, id: name }))
  return withConditions(renamed, before, (showIf) => ({ ...showIf, question: name }))
}

/** Calls an option otherwise, in every language and in the conditions that name it, too. */
export function withOptionName(
  draft: SurveyDraft,
  index: number,
  option: string,
  name: string,
): SurveyDraft {
  const renamed = (each: string) => (each === option ? name : each)
  const changed = withOptions(draft, index, (question) => ({
    ...question,
    options: question.options.map(renamed),
    text: mapTexts(question, (texts) =>
      Object.fromEntries(Object.entries(texts).map(([each, words]) => [renamed(each), words])),
    ),
  }))
  return withConditions(changed, draft.questions[index]!.id, (showIf) =>
    showIf.options ? { ...showIf, options: showIf.options.map(renamed) } : showIf,
  )
}

/** Changes the conditions that ask about a question. */
function withConditions(
  draft: SurveyDraft,
  asked: string,
  change: (showIf: NonNullable<Question['showIf']>) => Question['showIf'],
): SurveyDraft {
  return {
    ...draft,
    questions: draft.questions.map((question) =>
      question.showIf?.question === asked
        ? { ...question, showIf: change(question.showIf) }
        : question,
    ),
  }
}
